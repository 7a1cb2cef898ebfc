// The history of the whole book, newest first by the clock, in pages that never look through more than so much of the log at
// once: what is rare is found a page at a time, and says meanwhile how far back it has looked.
import type { ReadDb } from '#main/db/database.ts'
import { instantAt } from '#main/db/log-clock.ts'
import { bookFacts } from '#main/services/book/book-queries.ts'
import { lastingRefusal } from '#main/services/history/lasting-refusals.ts'
import { type OperationFilter, operationFilter } from '#main/services/history/operation-filter.ts'
import { type PersonColumns, personColumns, personOf } from '#main/services/history/row-makers.ts'
import { kindOfTable } from '#main/services/history/row-owners.ts'
import { recordsOf, rowsLookedAt, touchedRows } from '#main/services/history/touched-rows.ts'
import { firstName, takenBackBy, takesBack } from '#main/services/history/undo-chain.ts'
import { recordKey, recordTitles } from '#main/services/records/record-titles.ts'
import { dayOf } from '#shared/dates.ts'
import { AppError } from '#shared/errors.ts'
import { type Id, replicaLetters } from '#shared/ids.ts'
import type {
  BookHistoryEntry,
  BookHistoryInput,
  BookHistoryPage,
  HistoryChoices,
  HistoryCursor,
} from '#shared/schemas/history.ts'
import type { RecordRef } from '#shared/schemas/records.ts'

const lookedAtOnce = 2000
/** Operations looked at for one page: some milliseconds' worth, also where none fits. */
const lookedAtMost = 20_000

type Head = PersonColumns & {
  id: Id
  name: string
  at: number
  clock: number
  replica: number
  firstId: Id
  lastId: Id
  isOwn: number
}

const headSelect = `SELECT o.id, o.name, o.wall_at AS at, o.clock, o.replica, o.first_id AS firstId, o.last_id AS lastId,
  o.replica = (SELECT replica FROM this_copy) AS isOwn, ${personColumns}
  FROM operations o LEFT JOIN people p ON p.id = o.person_id`

export function bookHistory(db: ReadDb, input: BookHistoryInput): BookHistoryPage {
  const filter = operationFilter(db, input)
  const found: Head[] = []
  let cursor: HistoryCursor | null = input.cursor ?? { clock: Number.MAX_SAFE_INTEGER, replica: 1 }
  for (let looked = 0; cursor && looked < lookedAtMost && found.length < input.limit; looked += lookedAtOnce) {
    const last = endOfWindow(db, cursor)
    found.push(...headsBetween(db, { filter, from: cursor, to: last, limit: input.limit - found.length }))
    const full = found.length >= input.limit ? found.at(-1) : undefined
    cursor = full ? { clock: full.clock, replica: full.replica } : last
    if (cursor && cursor.clock < filter.floor) cursor = null
  }
  const { timeZone } = bookFacts(db)
  return {
    entries: found.map((head) => entryOf(db, head)),
    next: cursor,
    lookedBackTo: cursor ? dayOf(instantAt(cursor.clock), timeZone) : null,
  }
}

/** The last of the next operations that are looked at together; null where the log ends before. */
function endOfWindow(db: ReadDb, { clock, replica }: HistoryCursor): HistoryCursor | null {
  return (
    db.get<HistoryCursor>(
      `SELECT clock, replica FROM operations INDEXED BY operations_by_clock WHERE (clock, replica) < (?, ?)
       ORDER BY clock DESC, replica DESC LIMIT 1 OFFSET ${lookedAtOnce - 1}`,
      clock,
      replica,
    ) ?? null
  )
}

type Window = { filter: OperationFilter; from: HistoryCursor; to: HistoryCursor | null; limit: number }

function headsBetween(db: ReadDb, { filter, from, to, limit }: Window): Head[] {
  const end = to ?? { clock: 0, replica: 0 }
  return db.all<Head>(
    `SELECT h.* FROM (SELECT o.id AS operation FROM operations o INDEXED BY operations_by_clock
       WHERE (o.clock, o.replica) < (?, ?) AND (o.clock, o.replica) >= (?, ?) AND ${filter.where}
       ORDER BY o.clock DESC, o.replica DESC LIMIT ?) f CROSS JOIN (${headSelect}) h ON h.id = f.operation
     ORDER BY h.clock DESC, h.replica DESC`,
    ...[from.clock, from.replica, end.clock, end.replica, ...filter.params, limit],
  )
}

const shownRecords = 3

function entryOf(db: ReadDb, head: Head): BookHistoryEntry {
  const rows = touchedRows(db, head)
  const { records, others } = recordsOf(db, rows)
  const titles = recordTitles(db, records.slice(0, shownRecords))
  const shown = records.slice(0, shownRecords).flatMap((ref) => titles.get(recordKey(ref)) ?? [])
  const isMany = rows.length >= rowsLookedAt
  const before = takesBack(db, head)
  const count = isMany ? Math.max(records.length, countMain(db, head, records)) : records.length
  return {
    operationId: head.id,
    name: head.name,
    person: personOf(head),
    at: head.at,
    copy: replicaLetters(head.replica),
    records: shown,
    more: count - shown.length,
    isMany,
    others: [...new Set(others.map((row) => row.table))],
    undoneBy: takenBackBy(db, head.id),
    takesBack: before,
    of: before === null ? null : firstName(db, before),
    isOwn: head.isOwn === 1,
    neverBack: head.isOwn === 1 ? lastingRefusal(db, head) : null,
  }
}

/** How many records of the kinds seen a large operation made or changed. */
function countMain(db: ReadDb, { id, firstId, lastId }: Head, records: readonly RecordRef[]): number {
  const kinds = new Set(records.map((ref) => ref.kind))
  const tables = [...kindOfTable].filter(([, kind]) => kinds.has(kind)).map(([table]) => table)
  const made = tables.map((table) => `(SELECT count(*) FROM ${table} WHERE id BETWEEN ? AND ?)`)
  const changed = `(SELECT count(DISTINCT row_id) FROM changes INDEXED BY changes_by_operation
    WHERE operation_id = ? AND row_id NOT BETWEEN ? AND ? AND table_name IN (SELECT value FROM json_each(?)))`
  const spans = tables.flatMap(() => [firstId, lastId])
  const params = [...spans, id, firstId, lastId, JSON.stringify(tables)]
  const [row] = db.raw(`SELECT ${[...made, changed].join(' + ')}`, ...params)
  return Number(row?.[0] ?? 0)
}

/** One operation as a line, or `history/undo-unknown`. */
export function historyEntry(db: ReadDb, operationId: Id): BookHistoryEntry {
  const head = db.get<Head>(`${headSelect} WHERE o.id = ?`, operationId)
  if (!head) throw new AppError('history/undo-unknown')
  return entryOf(db, head)
}

/** The people and copies that the history can be narrowed to. */
export function historyChoices(db: ReadDb): HistoryChoices {
  const copies = db.raw(
    `WITH RECURSIVE copies (replica) AS (SELECT min(replica) FROM operations UNION ALL
       SELECT (SELECT min(o.replica) FROM operations o WHERE o.replica > copies.replica) FROM copies WHERE replica IS NOT NULL)
     SELECT replica, replica = (SELECT replica FROM this_copy) FROM copies WHERE replica IS NOT NULL`,
  ) as [number, number][]
  return {
    people: db.all(
      'SELECT id, name, name_zh AS nameZh FROM people WHERE deleted = 0 ORDER BY archived, name COLLATE NOCASE',
    ),
    copies: copies.map(([replica, own]) => ({ replica, letters: replicaLetters(replica), isOwn: own === 1 })),
  }
}
