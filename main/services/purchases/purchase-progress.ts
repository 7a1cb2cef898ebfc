// How far purchase orders have come: derived columns first, then the status that follows from what came in.
import type { WriteTx } from '#main/db/database.ts'
import { statusByProgress } from '#main/domain/purchases/purchase-status.ts'
import { restsOf, settlePurchases } from '#main/services/purchases/purchase-derived.ts'
import { livingPurchase } from '#main/services/purchases/purchase-rows.ts'
import type { Id } from '#shared/ids.ts'

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
  const status = statusByProgress({ sentOn: row.sent_on, confirmedOn: row.confirmed_on, ...restsOf(tx, id) })
  if (status === row.status || status === 'draft') return false
  tx.update('purchase_orders', id, { status })
  return true
}
