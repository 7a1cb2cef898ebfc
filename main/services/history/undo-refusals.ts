// What stands in the way of taking an operation back: what is done for good, later changes of the same fields, later records
// that lean on what it made.
import type { ReadDb } from '#main/db/database.ts'
import { tableList } from '#main/db/table-list.ts'
import { isTrackingFixed } from '#main/services/catalog/product-checks.ts'
import { refuseForGood } from '#main/services/history/lasting-refusals.ts'
import { type LeaningRows, leaningRows } from '#main/services/history/leaning-rows.ts'
import { type LoggedValue, makerOf, operationHeads } from '#main/services/history/log-entries.ts'
import { ownersOf } from '#main/services/history/row-owners.ts'
import type { NetChange, PastOperation } from '#main/services/history/undo-operation.ts'
import { hasStandingReceipt, isPaidFor, livingPurchase } from '#main/services/purchases/purchase-rows.ts'
import { refuseReceivedAnew } from '#main/services/receiving/received-anew.ts'
import { recordKey, recordTitles } from '#main/services/records/record-titles.ts'
import { AppError } from '#shared/errors.ts'
import type { Id } from '#shared/ids.ts'

export function refuseLaterWork(db: ReadDb, operation: PastOperation, changes: readonly NetChange[]): void {
  refuseForGood(db, operation)
  refuseChangedRows(db, operation, changes)
  refuseChangedMade(db, operation)
  refuseLeaning(db, operation, changes)
  refuseFixedTracking(db, changes)
  refuseFixedPurchases(db, changes)
  refuseReceivedAnew(db, operation.id, changes)
}

/** Every field must still be as the operation left it. */
function refuseChangedRows(db: ReadDb, operation: PastOperation, changes: readonly NetChange[]): void {
  for (const { table, rowId, after } of changes) {
    const columns = Object.keys(after).join(', ')
    const row = db.get<Record<string, LoggedValue>>(`SELECT ${columns} FROM ${table} WHERE id = ?`, rowId)
    const isOther = Object.entries(after).some(([column, value]) => row?.[column] !== value)
    if (isOther) throw laterChange(db, operation, { table, rowId })
  }
}

/** How the pieces of a product are told apart is what its movements were posted by; its form refuses the same. */
function refuseFixedTracking(db: ReadDb, changes: readonly NetChange[]): void {
  for (const { table, rowId, before } of changes) {
    if (table !== 'products' || before.tracking === undefined) continue
    if (!isTrackingFixed(db, rowId, String(before.tracking))) continue
    const sku = db.get<{ sku: string }>('SELECT sku FROM products WHERE id = ?', rowId)?.sku ?? ''
    throw new AppError('catalog/tracking-fixed', { sku })
  }
}

/** Stock, cost and payments of a purchase order are of its supplier and currency; its form refuses the same. */
function refuseFixedPurchases(db: ReadDb, changes: readonly NetChange[]): void {
  for (const { table, rowId, before, after } of changes) {
    if (table !== 'purchase_orders') continue
    const field = before.currency !== after.currency ? 'currency' : 'supplierId'
    if (field === 'supplierId' && before.supplier_id === after.supplier_id) continue
    const isReceived = hasStandingReceipt(db, rowId)
    if (!isReceived && !isPaidFor(db, rowId)) continue
    const code = isReceived ? 'purchases/fixed-by-receipt' : 'purchases/fixed-by-payment'
    throw new AppError(code, { number: livingPurchase(db, rowId).number, field })
  }
}

/** What the operation made must be as it made it, unless later changes cancelled each other out. */
function refuseChangedMade(db: ReadDb, operation: PastOperation): void {
  const { id, firstId, lastId } = operation
  if (lastId < firstId) return
  const later = followed.flatMap((table) => {
    const rows = db.raw(
      `SELECT c.row_id, c.before FROM changes c INDEXED BY changes_by_row
       JOIN operations o ON o.id = c.operation_id
       WHERE c.table_name = ? AND c.row_id BETWEEN ? AND ? AND c.operation_id <> ? ORDER BY o.clock, o.replica, c.id`,
      ...[table, firstId, lastId, id],
    ) as [Id, string][]
    return rows.map(([rowId, before]) => [table, rowId, before] as const)
  })
  const first = new Map<string, Record<string, LoggedValue>>()
  for (const [table, rowId, before] of later) {
    const key = `${table} ${rowId}`
    first.set(key, { ...JSON.parse(before), ...first.get(key) })
  }
  for (const [key, before] of first) {
    const [table = '', rowId = ''] = key.split(' ')
    const row = db.get<Record<string, LoggedValue>>(`SELECT * FROM ${table} WHERE id = ?`, Number(rowId))
    const isOther = Object.entries(before).some(([column, value]) => row?.[column] !== value)
    // Deleted since by hand: there is nothing left of it to take back.
    if (isOther && row?.deleted !== 1) throw laterChange(db, operation, { table, rowId: Number(rowId) })
  }
}

function laterChange(db: ReadDb, { id }: PastOperation, { table, rowId }: { table: string; rowId: Id }): AppError {
  const last = db.get<{ id: Id }>(
    `SELECT c.operation_id AS id FROM changes c INDEXED BY changes_by_row
     JOIN operations o ON o.id = c.operation_id
     WHERE c.table_name = ? AND c.row_id = ? AND c.operation_id <> ?
     ORDER BY o.clock DESC, o.replica DESC, c.id DESC LIMIT 1`,
    table,
    rowId,
    id,
  )
  const [head] = last ? operationHeads(db, [last.id]) : []
  return new AppError('history/undo-later-change', {
    person: head?.person ?? '',
    at: head?.at ?? null,
    operationId: head?.id ?? null,
    record: titleOfRow(db, table, rowId),
  })
}

/** Living rows made later that point at something the operation made. */
function refuseLeaning(db: ReadDb, operation: PastOperation, changes: readonly NetChange[]): void {
  const found = leaningRows(db, operation, changes)
  if (found) throw leaningRow(db, found)
}

function leaningRow(db: ReadDb, { table, id, count }: LeaningRows): AppError {
  const operationId = makerOf(db, id)
  return new AppError('history/undo-in-use', { count, table, operationId, record: titleOfRow(db, table, id) })
}

/** What people call the record that a row belongs to; empty where it belongs to none. */
function titleOfRow(db: ReadDb, table: string, id: Id): string {
  const owner = ownersOf(db, table, [id]).get(id)
  const title = owner && recordTitles(db, [owner]).get(recordKey(owner))
  return title ? [title.code, title.name].filter(Boolean).join(' \u00b7 ') : ''
}

const followed = Object.keys(tableList).filter((table) => ['record', 'ledger'].includes(tableList[table]?.kind ?? ''))
