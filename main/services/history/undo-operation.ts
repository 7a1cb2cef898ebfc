// Takes an operation back, as an operation of its own: what it changed is what it was, what it made is deleted, what it
// posted is reversed. Refused with the reason where later work stands on it.

import type { ReadDb, Statement, WriteTx } from '#main/db/database.ts'
import { tableList } from '#main/db/table-list.ts'
import { isDerivedFrom, settleTouched, type Touched } from '#main/services/book/settle-touched.ts'
import { reverseCharges } from '#main/services/costing/landed-costs.ts'
import { untellCosts } from '#main/services/costing/told-costs.ts'
import { followTakenBack } from '#main/services/dispatch/follow-taken-back.ts'
import { refusalOf } from '#main/services/history/lasting-refusals.ts'
import { type LoggedValue, operationHeads } from '#main/services/history/log-entries.ts'
import { refuseTakenKeys } from '#main/services/history/taken-keys.ts'
import { standingOf } from '#main/services/history/undo-chain.ts'
import { refuseLaterWork } from '#main/services/history/undo-refusals.ts'
import { reversePayments } from '#main/services/payments/payment-entries.ts'
import { followTouched } from '#main/services/shipments/moving/follow-touched.ts'
import { reverseMovements } from '#main/services/stock/reverse-movements.ts'
import { AppError, type Failure } from '#shared/errors.ts'
import type { Id } from '#shared/ids.ts'

/** An operation with the span of ids it drew; `lastId` below `firstId` where it drew none. */
export type PastOperation = { id: Id; name: string; replica: number; firstId: Id; lastId: Id }

/** One row that the operation changed, net of all its changes: columns with their first value before and last after. */
export type NetChange = {
  table: string
  rowId: Id
  before: Record<string, LoggedValue>
  after: Record<string, LoggedValue>
}

export type Undone = { operationId: Id; name: string; rows: number }

/**
 * Takes back an operation of this copy, or throws `history/undo-…` with what stands in the way. Gives how many records were
 * put back. What is immutable (versions, contents) stays. An undoing is taken back the same way: that is redo.
 */
export function undoOperation(tx: WriteTx, operationId: Id): Undone {
  const operation = ownOperation(tx, operationId)
  const standing = standingOf(tx, operationId)
  return takeBack(tx, standing === operationId ? operation : ownOperation(tx, standing))
}

/** Why it could not be taken back now, as `undoOperation` would say; null where nothing is seen to stand in the way. */
export function undoRefusal(db: ReadDb, operationId: Id): Failure | null {
  return refusalOf(() => {
    ownOperation(db, operationId)
    const standing = ownOperation(db, standingOf(db, operationId))
    refuseLaterWork(db, standing, netChanges(db, standing))
  })
}

function takeBack(tx: WriteTx, operation: PastOperation): Undone {
  const changes = netChanges(tx, operation)
  const made = madeRows(tx, operation)
  refuseLaterWork(tx, operation, changes)
  putBack(tx, changes)
  for (const { table, ids } of made) remove(tx, table, ids)
  refuseTakenKeys(tx, changes, operation.id)
  const posted = [reverseMovements, reverseCharges, untellCosts, reversePayments]
  const entries = posted.reduce((sum, takeBack) => sum + takeBack(tx, operation), 0)
  const touched = touchedBy(changes, made)
  settleTouched(tx, touched)
  followTakenBack(tx, [...(touched.get('dispatches') ?? [])])
  followTouched(tx, touched, operation.name)
  tx.insert('undoings', { operation_id: operation.id })
  const rows = changes.length + made.reduce((sum, { ids }) => sum + ids.length, 0) + entries
  return { operationId: operation.id, name: operation.name, rows }
}

function ownOperation(tx: ReadDb, id: Id): PastOperation {
  const row = tx.get<PastOperation>(
    'SELECT id, name, replica, first_id AS firstId, last_id AS lastId FROM operations WHERE id = ?',
    id,
  )
  if (!row) throw new AppError('history/undo-unknown')
  const own = tx.get<{ replica: number }>('SELECT replica FROM this_copy')
  const [head] = operationHeads(tx, [id])
  if (row.replica !== own?.replica)
    throw new AppError('history/undo-other-copy', { person: head?.person ?? '', operationId: id })
  return row
}

/** The operation may have changed a row several times; rows that it made itself are deleted whole. */
function netChanges(tx: ReadDb, { id, firstId, lastId }: PastOperation): NetChange[] {
  const rows = tx.raw(
    `SELECT table_name, row_id, before, after FROM changes INDEXED BY changes_by_operation
     WHERE operation_id = ? AND row_id NOT BETWEEN ? AND ? ORDER BY id`,
    id,
    firstId,
    lastId,
  ) as [string, Id, string, string][]
  const net = new Map<string, NetChange>()
  for (const [table, rowId, before, after] of rows) {
    const key = `${table} ${rowId}`
    const first = net.get(key) ?? { table, rowId, before: {}, after: {} }
    net.set(key, {
      ...first,
      before: { ...JSON.parse(before), ...first.before },
      after: { ...first.after, ...JSON.parse(after) },
    })
  }
  return [...net.values()]
}

type MadeRows = { table: string; ids: Id[] }

/**
 * What movements were posted by stays with them: the counter-movements show that it was taken back. Without any, it goes like
 * everything else.
 */
const staysWithMovements: Readonly<Record<string, string>> = {
  stock_documents: 'SELECT 1 FROM stock_movements m INDEXED BY stock_movements_by_document WHERE m.document_id = r.id',
  batches: 'SELECT 1 FROM stock_movements m INDEXED BY stock_movements_by_batch WHERE m.batch_id = r.id',
}

const deletable = Object.keys(tableList).filter((table) => tableList[table]?.kind === 'record' && table !== 'books')

function madeRows(tx: WriteTx, { firstId, lastId }: PastOperation): MadeRows[] {
  if (lastId < firstId) return []
  return deletable
    .map((table) => ({
      table,
      ids: tx.raw(madeSql(table), firstId, lastId).map((row) => row[0] as Id),
    }))
    .filter(({ ids }) => ids.length > 0)
}

function madeSql(table: string): string {
  const kept = staysWithMovements[table]
  return `SELECT r.id FROM live_${table} r WHERE r.id BETWEEN ? AND ?${kept ? ` AND NOT EXISTS (${kept})` : ''}`
}

/** One statement is prepared for each set of columns: an operation may have changed 100,000 rows. */
function putBack(tx: WriteTx, changes: readonly NetChange[]): void {
  const statements = new Map<string, Statement>()
  for (const { table, rowId, before } of changes) {
    const columns = Object.keys(before)
    const key = `${table} ${columns}`
    const sql = () => `UPDATE ${table} SET ${columns.map((column) => `${column} = ?`).join(', ')} WHERE id = ?`
    const statement = statements.get(key) ?? tx.statement(sql())
    statements.set(key, statement)
    statement.run(...Object.values(before), rowId)
  }
}

function remove(tx: WriteTx, table: string, ids: readonly Id[]): void {
  const statement = tx.statement(`UPDATE ${table} SET deleted = 1 WHERE id = ?`)
  for (const id of ids) statement.run(id)
}

function touchedBy(changes: readonly NetChange[], made: readonly MadeRows[]): Touched {
  const touched = new Map<string, Set<Id>>()
  const note = (table: string, ids: readonly Id[]) => {
    const known = touched.get(table) ?? new Set()
    for (const id of ids) known.add(id)
    touched.set(table, known)
  }
  for (const { table, rowId, after } of changes) if (isDerivedFrom(table, Object.keys(after))) note(table, [rowId])
  for (const { table, ids } of made) note(table, ids)
  return touched
}
