// Rows by when they were made, as the log tells: who made each, when, in which copy.
import type { ReadDb } from '#main/db/database.ts'
import { makerSql, type PersonColumns, personColumns, personOf } from '#main/services/history/row-makers.ts'
import type { Instant } from '#shared/dates.ts'
import { type Id, replicaLetters } from '#shared/ids.ts'
import type { PersonName } from '#shared/schemas/people.ts'

type Made = { copy: string; person: PersonName | null; at: Instant | null }
type MadeRow = PersonColumns & { rowId: Id; clock: number; replica: number; at: Instant }

export type RowOrder = {
  /** The oldest first: the same in every copy. */
  sorted(ids: readonly Id[]): Id[]
  of(id: Id): Made
}

export function oldestFirst(db: ReadDb, ids: readonly Id[]): RowOrder {
  const rows = db.all<MadeRow>(
    `SELECT j.value AS rowId, o.clock, o.replica, o.wall_at AS at, ${personColumns} FROM json_each(?) j
     CROSS JOIN operations o ON o.id = ${makerSql('j.value')} LEFT JOIN people p ON p.id = o.person_id`,
    JSON.stringify(ids),
  )
  const made = new Map(rows.map((row) => [row.rowId, row]))
  const rank = (id: Id): readonly [number, number, Id] => {
    const row = made.get(id)
    return [row?.clock ?? 0, row?.replica ?? 0, id]
  }
  return {
    sorted: (some) => some.toSorted((one, other) => compare(rank(one), rank(other))),
    of(id) {
      const row = made.get(id)
      return row
        ? { copy: replicaLetters(row.replica), person: personOf(row), at: row.at }
        : { copy: '', person: null, at: null }
    },
  }
}

function compare(one: readonly number[], other: readonly number[]): number {
  for (const [place, value] of one.entries()) {
    const difference = value - (other[place] ?? 0)
    if (difference !== 0) return difference
  }
  return 0
}
