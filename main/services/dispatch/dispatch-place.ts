// The place that an order's goods leave from.
import type { ReadDb } from '#main/db/database.ts'
import { mainWarehouse } from '#main/services/stock/stock-ledger.ts'
import { openPlace, type StockPlace } from '#main/services/stock/stock-places.ts'
import { AppError } from '#shared/errors.ts'
import type { Id } from '#shared/ids.ts'

type Order = { warehouseId: Id | null; fulfilledBy: string; channel: string }

/** The place told, else the order's; goods that the channel sends leave from the channel's own, others from the main one. */
export function knownPlaceId(db: ReadDb, order: Order, told: Id | null = null): Id | null {
  const known = told ?? order.warehouseId
  if (known !== null) return known
  return order.fulfilledBy === 'channel' ? channelPlaceId(db, order.channel) : mainWarehouse
}

/** `dispatch/no-channel-place` where nobody said where the channel's goods lie: another place's stock would be wrong. */
function placeIdOf(db: ReadDb, order: Order, told: Id | null): Id {
  const id = knownPlaceId(db, order, told)
  if (id === null) throw new AppError('dispatch/no-channel-place', { channel: order.channel, field: 'warehouseId' })
  return id
}

/** The oldest channel of the code counts, until two of one code are mended. */
function channelPlaceId(db: ReadDb, code: string): Id | null {
  const row = db.get<{ id: Id | null }>(
    `SELECT warehouse_id AS id FROM channels INDEXED BY channels_by_code
     WHERE code = ? AND deleted = 0 AND warehouse_id IS NOT NULL ORDER BY id LIMIT 1`,
    code,
  )
  return row?.id ?? null
}

/** Places as many orders ask for them, each read once. */
export function placeFinder(db: ReadDb): (order: Order, told: Id | null) => StockPlace {
  const known = new Map<Id, StockPlace>()
  return (order, told) => {
    const id = placeIdOf(db, order, told)
    const place = known.get(id) ?? openPlace(db, id)
    known.set(id, place)
    return place
  }
}
