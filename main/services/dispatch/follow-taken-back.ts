// Dispatches that an undoing took away or put back, out of their order: the states of their orders follow from what is sent now,
// and a dispatch that stands again needs the shipment by which it left.
import type { WriteTx } from '#main/db/database.ts'
import { followOrders } from '#main/services/dispatch/write-dispatch.ts'
import { AppError } from '#shared/errors.ts'
import type { Id } from '#shared/ids.ts'

/** `history/undo-later-change` where a shipment was taken back, cancelled or sent anew since. */
export function followTakenBack(tx: WriteTx, dispatchIds: readonly Id[]): void {
  const ids = JSON.stringify(dispatchIds)
  const left = tx.get<{ number: string }>(
    `SELECT s.number FROM json_each(?) j CROSS JOIN dispatches t ON t.id = j.value CROSS JOIN shipments s ON s.id = t.shipment_id
     WHERE t.status = 'posted' AND t.deleted = 0 AND s.status <> 'sent' LIMIT 1`,
    ids,
  )
  if (left)
    throw new AppError('history/undo-later-change', { person: '', at: null, operationId: null, record: left.number })
  const orders = tx.raw(
    'SELECT DISTINCT t.order_id FROM json_each(?) j CROSS JOIN dispatches t ON t.id = j.value',
    ids,
  ) as [Id][]
  followOrders(
    tx,
    orders.map(([id]) => id),
  )
}
