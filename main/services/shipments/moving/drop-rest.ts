// What did not come with a purchase shipment and will not come with it: its lines become what came, so that another shipment can
// bring the rest. The purchase orders go on waiting for it; what they let go of is said at a receipt.
import type { WriteTx } from '#main/db/database.ts'
import { postShipmentCosts } from '#main/services/charges/post-shipment-costs.ts'
import { cameInside, hasOpenRest } from '#main/services/shipments/moving/open-purchase-lines.ts'
import { settleShipments } from '#main/services/shipments/shipment-derived.ts'
import { emptyLine } from '#main/services/shipments/shipment-lines.ts'
import { shipmentFor } from '#main/services/shipments/shipment-rows.ts'
import { AppError } from '#shared/errors.ts'
import type { Id } from '#shared/ids.ts'

/** `shipments/no-rest` where nothing of it came yet, or all that is waited for did. */
export function dropRest(tx: WriteTx, id: Id): void {
  const { number } = shipmentFor(tx, 'arrive', id)
  if (!hasOpenRest(tx, id)) throw new AppError('shipments/no-rest', { number })
  for (const line of cameInside(tx, id)) {
    if (line.cameMilli === line.qtyMilli) continue
    emptyLine(tx, line.id)
    tx.update('shipment_lines', line.id, line.cameMilli === 0 ? { deleted: 1 } : { qty_milli: line.cameMilli })
  }
  postShipmentCosts(tx, [id])
  settleShipments(tx, [id])
}
