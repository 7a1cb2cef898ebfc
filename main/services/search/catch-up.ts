// Brings an index to where the log is: only the records that operations since have touched are read again, whoever wrote
// them and however they came.
import type { ReadDb } from '#main/db/database.ts'
import { byClock } from '#main/domain/search/record-shelf.ts'
import type { RecordKindRule } from '#main/services/records/record-kind.ts'
import { recordKindRules } from '#main/services/records/record-kinds.ts'
import type { BuiltIndex } from '#main/services/search/build-index.ts'
import { changedRowsOf, loadRecords } from '#main/services/search/load-records.ts'
import { type LoggedOperation, type LogPosition, operationsSince } from '#main/services/search/log-position.ts'
import type { Id } from '#shared/ids.ts'
import { recordKinds } from '#shared/schemas/records.ts'

/** Rows touched by the operations, by table. */
type Touched = ReadonlyMap<string, ReadonlySet<Id>>

/** So many new rows are read again one by one, even in a small book. */
const fewRows = 20_000

/** False when there is so much that building anew is the shorter way; then nothing was done. */
export function catchUp(db: ReadDb, index: BuiltIndex, now: LogPosition): boolean {
  const operations = operationsSince(db, index.position, now)
  const size = [...index.shelves.values()].reduce((sum, shelf) => sum + shelf.size(), 0)
  const drawn = operations.reduce((sum, { firstId, lastId }) => sum + lastId + 1 - firstId, 0)
  if (drawn + operations.length > Math.max(size, fewRows)) return false
  index.makers.add(operations)
  const changed = changedRows(db, operations)
  addErased(db, changed, spansOf(operations))
  for (const kind of recordKinds) {
    const rule = recordKindRules[kind]
    const ids = touchedRecords(db, rule, { changed, spans: spansOf(operations) })
    if (ids.length > 0) readAgain(db, index, kind, ids)
  }
  return true
}

function readAgain(db: ReadDb, index: BuiltIndex, kind: (typeof recordKinds)[number], ids: Id[]): void {
  const rule = recordKindRules[kind]
  const shelf = index.shelves.get(kind)
  if (!shelf) return
  const clocks = { makers: index.makers, changed: changedRowsOf(db, rule, ids) }
  const { records } = loadRecords(db, rule, { ids }, clocks)
  const living = new Set(records.map((record) => record.id))
  for (const id of ids) if (!living.has(id)) shelf.remove(id)
  for (const record of records.sort(byClock)) shelf.put(record)
  shelf.settle()
}

/** Erased rows lose their words without a change of their own in the log. */
function addErased(db: ReadDb, touched: Map<string, Set<Id>>, spans: readonly Span[]): void {
  for (const { first, last } of spans) {
    const rows = db.raw('SELECT table_name, row_id FROM erasures WHERE id BETWEEN ? AND ?', first, last)
    for (const [table, id] of rows as [string, Id][]) {
      const ids = touched.get(table) ?? new Set()
      touched.set(table, ids.add(id))
    }
  }
}

function changedRows(db: ReadDb, operations: readonly LoggedOperation[]): Map<string, Set<Id>> {
  const touched = new Map<string, Set<Id>>()
  const rows = db.raw(
    `SELECT DISTINCT c.table_name, c.row_id FROM json_each(?) j
     CROSS JOIN changes c INDEXED BY changes_by_operation ON c.operation_id = j.value`,
    JSON.stringify(operations.map(({ id }) => id)),
  ) as [string, Id][]
  for (const [table, id] of rows) {
    const ids = touched.get(table) ?? new Set()
    touched.set(table, ids.add(id))
  }
  return touched
}

type Span = { first: Id; last: Id }

/** The ids drawn, neighbours joined: operations of one copy follow each other without gaps. */
function spansOf(operations: readonly LoggedOperation[]): Span[] {
  const spans: Span[] = []
  const drawing = operations.filter(({ firstId, lastId }) => lastId >= firstId)
  for (const { firstId, lastId } of drawing.sort((left, right) => left.firstId - right.firstId)) {
    const before = spans.at(-1)
    if (before && before.last + 1 === firstId) before.last = lastId
    else spans.push({ first: firstId, last: lastId })
  }
  return spans
}

type Sources = { changed: Touched; spans: readonly Span[] }

/** Records of a kind with a row that was made or changed, or that borrow from such a row. */
function touchedRecords(db: ReadDb, { table, search }: RecordKindRule, { changed, spans }: Sources): Id[] {
  const ids = new Set<Id>(changed.get(table))
  const add = (rows: unknown[][]) => {
    for (const row of rows) for (const id of row) if (typeof id === 'number') ids.add(id)
  }
  for (const { first, last } of spans) add(db.raw(`SELECT id FROM ${table} WHERE id BETWEEN ? AND ?`, first, last))
  for (const child of search.children ?? []) {
    for (const { first, last } of spans)
      add(db.raw(`SELECT ${child.owner} FROM ${child.table} WHERE id BETWEEN ? AND ?`, first, last))
    add(ownersOf(db, child, [...(changed.get(child.table) ?? [])]))
  }
  for (const { table: lender, borrowers } of search.borrowed ?? [])
    for (const id of changed.get(lender) ?? []) add(db.raw(borrowers, id))
  return [...ids]
}

/** Owners of changed rows: the one it has, and any it had. */
function ownersOf(db: ReadDb, { table, owner }: { table: string; owner: string }, ids: readonly Id[]): unknown[][] {
  if (ids.length === 0) return []
  const list = JSON.stringify(ids)
  return [
    ...db.raw(`SELECT ${owner} FROM ${table} WHERE id IN (SELECT value FROM json_each(?))`, list),
    ...db.raw(
      `SELECT json_extract(c.before, '$.${owner}') FROM json_each(?) j
       CROSS JOIN changes c INDEXED BY changes_by_row ON c.table_name = ? AND c.row_id = j.value`,
      list,
      table,
    ),
  ]
}
