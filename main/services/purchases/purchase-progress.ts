// How far purchase orders have come: derived columns first, then the status that follows from what came in.
import type { ReadDb, WriteTx } from '#main/db/database.ts'
import type { PurchaseOrdersTable } from '#main/db/tables.ts'
import { statusByProgress } from '#main/domain/purchases/purchase-status.ts'
import { restsOf, settlePurchases } from '#main/services/purchases/purchase-derived.ts'
import { livingPurchase } from '#main/services/purchases/purchase-rows.ts'
import type { Id } from '#shared/ids.ts'
import type { PurchaseStatus } from '#shared/schemas/purchases.ts'

/** After receipts or lines changed. Drafts, closed and cancelled orders and those of the past keep their status. */
export function followPurchases(tx: WriteTx, ids: readonly Id[]): void {
  settlePurchases(tx, ids)
  const moved = ids.filter((id) => followOne(tx, id))
  settlePurchases(tx, moved)
}

function followOne(tx: WriteTx, id: Id): boolean {
  const row = livingPurchase(tx, id)
  const isMoving = ['sent', 'confirmed', 'part_received', 'received'].includes(row.status)
  if (!isMoving || row.is_history === 1) return false
  const status = statusNow(tx, row)
  if (status === row.status) return false
  tx.update('purchase_orders', id, { status })
  return true
}

/** Where the order stands by what came in and by its days, were it open. */
export function statusNow(db: ReadDb, row: PurchaseOrdersTable): PurchaseStatus {
  return statusByProgress({
    status: row.status as PurchaseStatus,
    sentOn: row.sent_on,
    confirmedOn: row.confirmed_on,
    ...restsOf(db, row.id),
  })
}
