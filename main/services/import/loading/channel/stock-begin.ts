// From which day on what leaves for an order moves stock: what left before is history.
import type { ReadDb } from '#main/db/database.ts'
import { knownPlaceId } from '#main/services/dispatch/dispatch-place.ts'
import type { Day } from '#shared/dates.ts'
import type { Id } from '#shared/ids.ts'

export type StockBegin = (order: {
  fulfilledBy: 'seller' | 'channel'
  channel: string
  /** Whether any of its goods may be kept in stock. */
  hasGoods: () => boolean
}) => Day | null

/**
 * The start day of the place that the goods leave from, else of the first that moved there; null: no stock is kept there. Where
 * nobody has said yet where the channel's goods lie, the day from which the book keeps any: such an order waits for its place.
 */
export function stockBegin(db: ReadDb): StockBegin {
  const known = new Map<string, Day | null>()
  let ofBook: Day | null | undefined
  return ({ fulfilledBy, channel, hasGoods }) => {
    const key = `${fulfilledBy} ${channel}`
    const before = known.get(key)
    if (before !== undefined) return before
    const placeId = knownPlaceId(db, { warehouseId: null, fulfilledBy, channel })
    if (placeId === null) {
      if (ofBook === undefined) ofBook = beginOfBook(db)
      return ofBook !== null && hasGoods() ? ofBook : null
    }
    const begin = beginOf(db, placeId)
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

function beginOfBook(db: ReadDb): Day | null {
  const days = db.get<{ told: Day | null; moved: Day | null }>(
    `SELECT (SELECT min(starts_on) FROM warehouses WHERE deleted = 0) AS told,
       (SELECT moved_on FROM stock_movements INDEXED BY stock_movements_by_day ORDER BY moved_on LIMIT 1) AS moved`,
  )
  const [first] = [days?.told, days?.moved].filter((day) => day != null).sort()
  return first ?? null
}
