// Found records as the screen shows them: titles, what they were found by, and where the text stands in it.
import type { ReadDb } from '#main/db/database.ts'
import { marksIn, termsIn } from '#main/domain/search/mark-text.ts'
import type { Reading } from '#main/domain/search/search-query.ts'
import { titlesOf } from '#main/services/records/record-kind.ts'
import { recordKindRules } from '#main/services/records/record-kinds.ts'
import { readRecords } from '#main/services/search/record-reader.ts'
import type { Id } from '#shared/ids.ts'
import type { RecordKind, RecordTitle } from '#shared/schemas/records.ts'
import type { SearchField, SearchHit } from '#shared/schemas/search.ts'

type Value = { field: SearchField; text: string }

/** In the order given; records that are gone are left out. */
export function hitsOf(db: ReadDb, kind: RecordKind, ids: readonly Id[], readings: readonly Reading[]): SearchHit[] {
  const rule = recordKindRules[kind]
  const titles = new Map(titlesOf(db, rule, ids).map((title) => [title.id, title]))
  const details = detailsOf(db, kind, ids)
  const values = readings.length > 0 ? valuesOf(db, kind, ids) : new Map<Id, Value[]>()
  return ids.flatMap((id) => {
    const title = titles.get(id)
    if (!title || title.deleted) return []
    const { deleted: _, ...shown } = title
    const marks = marksOf(title, readings)
    const match = matchOf(title, values.get(id) ?? [], readings)
    return { kind, ...shown, detail: details.get(id) ?? '', marks, match }
  })
}

function marksOf({ code, name, nameZh }: Omit<RecordTitle, 'kind'>, readings: readonly Reading[]): SearchHit['marks'] {
  const marks = (text: string) => (readings.length > 0 ? marksIn(text, readings) : [])
  return { code: marks(code), name: marks(name), nameZh: marks(nameZh) }
}

/** The value that holds most of the text, where what is shown anyway holds less. */
function matchOf(
  { code, name, nameZh }: Omit<RecordTitle, 'kind'>,
  values: readonly Value[],
  readings: readonly Reading[],
): SearchHit['match'] {
  const shown = new Set([code, name, nameZh])
  const heldBy = (text: string) => Math.max(0, ...readings.map((reading) => shareIn(text, reading)))
  const heldByShown = Math.max(
    ...[...shown].map(heldBy),
    ...readings.map((reading) => shareIn([...shown].join(' '), reading)),
  )
  let best: { value: Value; held: number } | null = null
  for (const value of values) {
    if (shown.has(value.text)) continue
    const held = heldBy(value.text)
    if (held > (best?.held ?? heldByShown)) best = { value, held }
  }
  if (!best) return null
  return { ...best.value, marks: marksIn(best.value.text, readings) }
}

/** How much of what was typed a text holds, 0 to 1; digits count though signs stand between them. */
function shareIn(text: string, reading: Reading): number {
  const share = termsIn(text, reading) / reading.terms.length
  return share === 0 && reading.terms.length === 1 && marksIn(text, [reading]).length > 0 ? 1 : share
}

function valuesOf(db: ReadDb, kind: RecordKind, ids: readonly Id[]): Map<Id, Value[]> {
  const values = new Map<Id, Value[]>(ids.map((id) => [id, []]))
  readRecords(
    db,
    recordKindRules[kind],
    { ids },
    {
      record: () => {},
      value: (id, { field }, text) => void values.get(id)?.push({ field, text }),
    },
  )
  return values
}

function detailsOf(db: ReadDb, kind: RecordKind, ids: readonly Id[]): Map<Id, string> {
  const { table, search } = recordKindRules[kind]
  const rows = db.raw(
    `SELECT r.id, ${search.detail} FROM ${table} r ${search.join ?? ''} WHERE r.id IN (SELECT value FROM json_each(?))`,
    JSON.stringify(ids),
  )
  return new Map(rows as [Id, string][])
}
