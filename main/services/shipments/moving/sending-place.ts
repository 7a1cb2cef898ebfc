// The place that each line of a shipment would leave from, so that its form can say what lies there.
import type { ReadDb } from '#main/db/database.ts'
import type { ShipmentsTable } from '#main/db/tables.ts'
import { knownPlaceId } from '#main/services/dispatch/dispatch-place.ts'
import { orderIfThere } from '#main/services/dispatch/sendable-order.ts'
import { waitsForAll } from '#main/services/shipments/moving/dispatch-shipment.ts'
import type { InsideLine } from '#main/services/shipments/moving/lines-inside.ts'
import { mainWarehouse } from '#main/services/stock/stock-ledger.ts'
import type { Id } from '#shared/ids.ts'

type PlaceOf = (line: InsideLine) => Id | null

/** The place told, else the shipment's, else each order's own; null where nothing would leave stock or no place is known. */
export function sendingPlaces(
  db: ReadDb,
  shipment: ShipmentsTable,
  { lines, told }: { lines: readonly InsideLine[]; told: Id | null },
): PlaceOf {
  const one = told ?? shipment.warehouse_id
  if (one !== null || shipment.kind !== 'order') return () => one
  // What is sent anew beside its order leaves as goods of no order do.
  if (shipment.follows_id !== null && !waitsForAll(db, shipment, lines)) return () => mainWarehouse
  const known = new Map<Id, Id | null>()
  return ({ orderId }) => {
    if (orderId === null) return mainWarehouse
    const before = known.get(orderId)
    if (before !== undefined) return before
    const order = orderIfThere(db, orderId)
    const place = order ? knownPlaceId(db, order) : null
    known.set(orderId, place)
    return place
  }
}
