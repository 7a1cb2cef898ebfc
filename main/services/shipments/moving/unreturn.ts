// A credit that was taken back brought nothing: the shipment that it came by is where it was, and so is the one that it followed.
import type { WriteTx } from '#main/db/database.ts'
import { followShipments } from '#main/services/shipments/moving/follow-shipments.ts'
import { dispatchesInside } from '#main/services/shipments/moving/lines-inside.ts'
import { takeBackOwnEvents } from '#main/services/shipments/moving/note-arrival.ts'
import { backAlready } from '#main/services/shipments/moving/returnable-lines.ts'
import { settleShipments } from '#main/services/shipments/shipment-derived.ts'
import type { Id } from '#shared/ids.ts'

/** Called once the returns of the credit are marked as reversed. Where others brought a part, that stays. */
export function unreturn(tx: WriteTx, shipmentId: Id): void {
  if (backAlready(tx, shipmentId).size > 0) return
  const row = tx.get<{ kind: string; followsId: Id | null }>(
    'SELECT kind, follows_id AS followsId FROM live_shipments WHERE id = ?',
    shipmentId,
  )
  if (!row) return
  const outbound = row.kind === 'return' ? row.followsId : null
  // One of which no dispatch stands is back as if it had never left.
  const ids = [shipmentId, ...(outbound !== null && dispatchesInside(tx, outbound).length > 0 ? [outbound] : [])]
  for (const id of ids) takeBackOwnEvents(tx, id)
  settleShipments(tx, ids)
  followShipments(tx, ids)
}
