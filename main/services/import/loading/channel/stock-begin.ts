// From which day on what leaves for an order moves stock: what left before is history.
import type { ReadDb } from '#main/db/database.ts'
import { knownPlaceId } from '#main/services/dispatch/dispatch-place.ts'
import type { Day } from '#shared/dates.ts'
import type { Id } from '#shared/ids.ts'

export type StockBegin = (order: { fulfilledBy: 'seller' | 'channel'; channel: string }) => Day | null

/** The start day of the place that the goods leave from, else of the first that moved there; null: no stock is kept there. */
export function stockBegin(db: ReadDb): StockBegin {
  const known = new Map<string, Day | null>()
  return ({ fulfilledBy, channel }) => {
    const key = `${fulfilledBy} ${channel}`
    const before = known.get(key)
    if (before !== undefined) return before
    const placeId = knownPlaceId(db, { warehouseId: null, fulfilledBy, channel })
    const begin = placeId === null ? null : beginOf(db, placeId)
    known.set(key, begin)
    return begin
  }
}

function beginOf(db: ReadDb, placeId: Id): Day | null {
  const place = db.get<{ startsOn: Day | null }>('SELECT starts_on AS startsOn FROM warehouses WHERE id = ?', placeId)
  if (place?.startsOn) return place.startsOn
  const first = db.get<{ day: Day }>(
    `SELECT moved_on AS day FROM stock_movements INDEXED BY stock_movements_by_day WHERE warehouse_id = ?
     ORDER BY moved_on LIMIT 1`,
    placeId,
  )
  return first?.day ?? null
}
