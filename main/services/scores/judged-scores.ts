// What people judged of suppliers by a day: of each dimension the mean of the newest word of each person.
import type { ReadDb } from '#main/db/database.ts'
import type { Day } from '#shared/dates.ts'
import type { Id } from '#shared/ids.ts'
import type { JudgedDimension } from '#shared/schemas/score-settings.ts'

export type Judged = { score: number; judges: number }

export function judgedScores(db: ReadDb, asOf: Day): (partyId: Id, dimension: JudgedDimension) => Judged | null {
  const rows = db.raw(
    `SELECT party_id, dimension, coalesce(person_id, 0), score FROM live_supplier_judgements
     WHERE judged_on <= ? ORDER BY judged_on DESC, id DESC`,
    asOf,
  ) as [Id, JudgedDimension, Id, number][]
  const seen = new Set<string>()
  const sums = new Map<string, { sum: number; judges: number }>()
  for (const [party, dimension, person, score] of rows) {
    const key = `${party} ${dimension}`
    if (seen.has(`${key} ${person}`)) continue
    seen.add(`${key} ${person}`)
    const sum = sums.get(key)
    if (sum) {
      sum.sum += score
      sum.judges += 1
    } else sums.set(key, { sum: score, judges: 1 })
  }
  return (partyId, dimension) => {
    const found = sums.get(`${partyId} ${dimension}`)
    return found ? { score: found.sum / found.judges, judges: found.judges } : null
  }
}
