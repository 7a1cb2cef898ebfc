// A record's past, newest first: its making, every change of it and of the rows that belong to it. Values are given as they
// are stored, an amount with its currency; the screen knows how to show them.
import type { z } from 'zod'
import type { ReadDb } from '#main/db/database.ts'
import { tableList } from '#main/db/table-list.ts'
import {
  changesOf,
  type LoggedChange,
  type LoggedValue,
  makerOf,
  type OperationHead,
  operationHeads,
} from '#main/services/history/log-entries.ts'
import type { ChildTable } from '#main/services/records/record-kind.ts'
import { recordKindRules } from '#main/services/records/record-kinds.ts'
import { AppError } from '#shared/errors.ts'
import { type Id, replicaLetters } from '#shared/ids.ts'
import type { HistoryEntry, historyInput } from '#shared/schemas/history.ts'

type Change = HistoryEntry['changes'][number]

/** The newest `limit` operations that touched the record, or `history/no-record`. */
export function recordHistory(db: ReadDb, { entity, id, limit }: z.output<typeof historyInput>): HistoryEntry[] {
  const { table, children } = recordKindRules[entity]
  if (!db.get(`SELECT 1 FROM ${table} WHERE id = ?`, id)) throw new AppError('history/no-record')
  const maker = makerOf(db, id)
  const byOperation = new Map<Id, Change[]>()
  if (maker !== null) byOperation.set(maker, [])
  const note = (operationId: Id, changes: readonly Change[]) => {
    // What the making operation itself changed afterwards is part of the making.
    if (operationId === maker) return
    byOperation.set(operationId, [...(byOperation.get(operationId) ?? []), ...changes])
  }
  for (const change of changesOf(db, table, [id])) note(change.operationId, columnsOf(change))
  for (const child of children) noteChildren(db, { child, id, maker }, note)
  return operationHeads(db, [...byOperation.keys()])
    .slice(0, limit)
    .map((head) => entryOf(head, head.id === maker ? 'made' : 'changed', byOperation.get(head.id) ?? []))
}

function entryOf(head: OperationHead, kind: HistoryEntry['kind'], changes: Change[]): HistoryEntry {
  const { id, name, person, at, replica } = head
  return { operationId: id, name, person, at, copy: replicaLetters(replica), kind, changes }
}

type Owned = { child: ChildTable; id: Id; maker: Id | null }
type Note = (operationId: Id, changes: readonly Change[]) => void

/** Rows that belong to the record: made together with it, they are part of its making; made later, they are changes. */
function noteChildren(db: ReadDb, { child, id, maker }: Owned, note: Note): void {
  const { table, owner } = child
  const rows = db.all<Record<string, LoggedValue> & { id: Id }>(
    `SELECT * FROM ${table} WHERE ${owner} = ? ORDER BY id`,
    id,
  )
  const ids = rows.map((row) => row.id)
  const changes = changesOf(db, table, ids)
  const makers = new Map(ids.map((rowId) => [rowId, makerOf(db, rowId)]))
  const changesOfRow = Map.groupBy(changes, (change) => change.rowId)
  for (const row of rows) {
    const rowMaker = makers.get(row.id) ?? null
    if (rowMaker === null || rowMaker === maker) continue
    const later = (changesOfRow.get(row.id) ?? []).filter((change) => change.operationId !== rowMaker)
    note(rowMaker, madeColumns(child, row, later))
  }
  for (const change of changes)
    if (makers.get(change.rowId) !== change.operationId) note(change.operationId, columnsOf(change))
}

/** A row as its making operation left it: what it holds now, with everything changed later taken back. */
function madeColumns(
  { table, owner }: ChildTable,
  row: Record<string, LoggedValue> & { id: Id },
  later: LoggedChange[],
): Change[] {
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
function columnsOf({ table, rowId, before, after }: LoggedChange): Change[] {
  const changed = Object.keys(after).filter((column) => before[column] !== after[column])
  const currencies = changed.flatMap((column) =>
    /_(micros|minor)$/.test(column) ? [column.replace(/(micros|minor)$/, 'currency'), 'currency'] : [],
  )
  return Object.keys(after)
    .filter((column) => column !== 'salt' && (changed.includes(column) || currencies.includes(column)))
    .map((column) => ({ table, rowId, column, before: before[column] ?? null, after: after[column] ?? null }))
}
