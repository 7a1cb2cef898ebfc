// A shipment that left by mistake: everything that moved by it is taken back, and it waits again as it was before.
import type { WriteTx } from '#main/db/database.ts'
import { postShipmentCosts } from '#main/services/charges/post-shipment-costs.ts'
import { reverseDispatch } from '#main/services/dispatch/reverse-dispatch.ts'
import { followShipments } from '#main/services/shipments/moving/follow-shipments.ts'
import { dispatchesInside, documentsInside } from '#main/services/shipments/moving/lines-inside.ts'
import { waiting } from '#main/services/shipments/moving/shipments-of-dispatches.ts'
import { hasComeBack } from '#main/services/shipments/moving/take-return.ts'
import { settleShipments } from '#main/services/shipments/shipment-derived.ts'
import { shipmentFor } from '#main/services/shipments/shipment-rows.ts'
import { reverseDocument } from '#main/services/stock/reverse-stock.ts'
import { AppError } from '#shared/errors.ts'
import type { Id } from '#shared/ids.ts'
import type { MovedShipment } from '#shared/schemas/shipment-moves.ts'

/** `shipments/already-returned` for one whose goods came back: they did travel. What `orders.reverseDispatch` refuses. */
export function reverseShipment(tx: WriteTx, { id, note }: { id: Id; note: string }): MovedShipment {
  const shipment = shipmentFor(tx, 'reverse', id)
  const { number } = shipment
  if (hasComeBack(tx, shipment)) throw new AppError('shipments/already-returned', { number })
  const warnings = dispatchesInside(tx, id).flatMap(
    ({ id: dispatchId }) => reverseDispatch(tx, { dispatchId, note, keepsShipment: true }).warnings,
  )
  const documents = documentsInside(tx, id)
  for (const document of documents) warnings.push(...(reverseDocument(tx, document.id, note)?.warnings ?? []))
  tx.update('shipments', id, waiting({ packedOn: shipment.packed_on }))
  // What it costs is no longer of the day on which it left.
  postShipmentCosts(tx, [id])
  settleShipments(tx, [id])
  followShipments(tx, [id])
  return { id, number, documents: documents.map(({ kind: _, ...document }) => document), warnings }
}
