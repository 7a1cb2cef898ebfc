// What certain operations did to one record and to the rows that belong to it. Values are given as they are stored, an amount
// with its currency; a reference comes with the title of what it names. The screen knows how to show them.
import type { ReadDb } from '#main/db/database.ts'
import { tableList } from '#main/db/table-list.ts'
import { changesOf, type LoggedChange, type LoggedValue, makerOf } from '#main/services/history/log-entries.ts'
import { referenceTitles } from '#main/services/history/reference-titles.ts'
import { rowMakers } from '#main/services/history/row-makers.ts'
import { type ChildTable, ownedSql } from '#main/services/records/record-kind.ts'
import { recordKindRules } from '#main/services/records/record-kinds.ts'
import type { Id } from '#shared/ids.ts'
import type { HistoryEntry } from '#shared/schemas/history.ts'
import type { RecordRef } from '#shared/schemas/records.ts'

type Change = HistoryEntry['changes'][number]
export type RecordChanges = Pick<HistoryEntry, 'kind' | 'changes' | 'titles'>

/** By operation; one that did nothing to the record has no entry. */
export function recordChanges(
  db: ReadDb,
  { kind, id }: RecordRef,
  operationIds: readonly Id[],
): Map<Id, RecordChanges> {
  const { table, children } = recordKindRules[kind]
  const maker = makerOf(db, id)
  const byOperation = new Map<Id, Change[]>()
  if (maker !== null && operationIds.includes(maker)) byOperation.set(maker, [])
  const note = (operationId: Id, changes: readonly Change[]) => {
    // What the making operation itself changed afterwards is part of the making.
    if (operationId === maker) return
    byOperation.set(operationId, [...(byOperation.get(operationId) ?? []), ...changes])
  }
  for (const change of changesOf(db, table, [id], operationIds)) note(change.operationId, changedColumns(change))
  for (const child of children) noteChildren(db, { child, id, maker, operationIds }, note)
  const titles = referenceTitles(db, [...byOperation.values()].flat())
  return new Map(
    [...byOperation].map(([operationId, changes]) => [
      operationId,
      { kind: operationId === maker ? 'made' : 'changed', changes, titles: titles(changes) },
    ]),
  )
}

type Owned = { child: ChildTable; id: Id; maker: Id | null; operationIds: readonly Id[] }
type Note = (operationId: Id, changes: readonly Change[]) => void
type ChildRow = Record<string, LoggedValue> & { id: Id }

/** Rows that belong to the record: made together with it, they are part of its making; made later, they are changes. */
function noteChildren(db: ReadDb, { child, id, maker, operationIds }: Owned, note: Note): void {
  const { table } = child
  const rows = db.all<ChildRow>(`SELECT r.* FROM ${table} r WHERE ${ownedSql(child)} ORDER BY r.id`, id)
  const ids = rows.map((row) => row.id)
  const makers = rowMakers(db, ids)
  const makerOfRow = (rowId: Id) => makers.get(rowId)?.operationId ?? null
  const asked = new Set(operationIds)
  const made = rows.filter((row) => {
    const rowMaker = makerOfRow(row.id)
    return rowMaker !== null && rowMaker !== maker && asked.has(rowMaker)
  })
  const laterByRow = Map.groupBy(
    changesOf(
      db,
      table,
      made.map((row) => row.id),
    ),
    (change) => change.rowId,
  )
  for (const row of made) {
    const rowMaker = makerOfRow(row.id) ?? 0
    const later = (laterByRow.get(row.id) ?? []).filter((change) => change.operationId !== rowMaker)
    note(rowMaker, madeColumns(child, row, later))
  }
  for (const change of changesOf(db, table, ids, operationIds))
    if (makerOfRow(change.rowId) !== change.operationId) note(change.operationId, changedColumns(change))
}

/** A row as its making operation left it: what it holds now, with everything changed later taken back. */
function madeColumns({ table, owner }: ChildTable, row: ChildRow, later: LoggedChange[]): Change[] {
  const first = { ...row }
  for (const change of later.toReversed()) Object.assign(first, change.before)
  const unsaid = ['id', owner, 'position', 'salt', 'deleted', ...(tableList[table]?.derived ?? [])]
  const columns = Object.entries(first).filter(
    ([column, value]) => !unsaid.includes(column) && value !== null && value !== '',
  )
  return [
    { table, rowId: row.id, column: 'deleted', before: null, after: 0 },
    ...columns.map(([column, after]): Change => ({ table, rowId: row.id, column, before: null, after })),
  ]
}

/** What changed. The log holds whole groups; of what stayed the same only the currency of a changed amount is told. */
export function changedColumns({ table, rowId, before, after }: LoggedChange): Change[] {
  const changed = Object.keys(after).filter((column) => before[column] !== after[column])
  const currencies = changed.flatMap((column) =>
    /_(micros|minor)$/.test(column) ? [column.replace(/(micros|minor)$/, 'currency'), 'currency'] : [],
  )
  return Object.keys(after)
    .filter((column) => column !== 'salt' && (changed.includes(column) || currencies.includes(column)))
    .map((column) => ({ table, rowId, column, before: before[column] ?? null, after: after[column] ?? null }))
}
