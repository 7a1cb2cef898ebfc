// A credit that was taken back brought nothing: the shipment that it came by is where it was, and so are the one that it followed
// and those that were to bring the same goods.
import type { WriteTx } from '#main/db/database.ts'
import { takeBackEnds } from '#main/services/shipments/moving/chain-ends.ts'
import { followShipments } from '#main/services/shipments/moving/follow-shipments.ts'
import { settleShipments } from '#main/services/shipments/shipment-derived.ts'
import type { Id } from '#shared/ids.ts'

/** Called once the returns of the credit are marked as reversed. What others brought stays. */
export function unreturn(tx: WriteTx, shipmentId: Id): void {
  const again = takeBackEnds(tx, shipmentId)
  settleShipments(tx, again)
  followShipments(tx, again)
}
