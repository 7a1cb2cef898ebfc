// Days without stock per product and period, from the ledger of the places that sell.
import type { ReadDb } from '#main/db/database.ts'
import { daysOut } from '#main/domain/demand/days-out.ts'
import { readPackedDays } from '#main/domain/demand/packed-days.ts'
import { dayNumber, type PeriodWindow, partsOf } from '#main/domain/demand/period-window.ts'
import type { Day } from '#shared/dates.ts'
import type { Id } from '#shared/ids.ts'

export type StockOuts = {
  /** Stock of earlier days is not known. */
  knownFrom: Day
  /** Days out of stock per period of the window. */
  days: number[]
}

/**
 * Products with a movement in a place that sells. A place is known from its start day on, or from its first movement of the
 * product; the product is known from the first of its places on. Products whose stock was never at 0 have no days out.
 */
export function stockOutDays(db: ReadDb, window: PeriodWindow, products?: readonly Id[]): Map<Id, StockOuts> {
  const [first, last] = [window.periods[0], window.periods.at(-1)]
  const found = new Map<Id, StockOuts>()
  if (first === undefined || last === undefined) return found
  const chosen = products ? ' AND m.product_id IN (SELECT value FROM json_each(?))' : ''
  const rows = db.raw(
    `SELECT m.product_id, min(coalesce(w.starts_on, m.moved_on)),
       sum(CASE WHEN m.moved_on < ? THEN m.qty_milli ELSE 0 END),
       group_concat(CASE WHEN m.moved_on >= ? THEN m.moved_on || m.qty_milli END)
     FROM stock_movements m INDEXED BY stock_movements_by_product
     CROSS JOIN warehouses w ON w.id = m.warehouse_id AND w.kind <> 'transit' AND w.is_sellable = 1
     WHERE m.moved_on <= ?${chosen} GROUP BY m.product_id`,
    first.first,
    first.first,
    last.last,
    ...(products ? [JSON.stringify(products)] : []),
  ) as [Id, Day, number, string | null][]
  const starts = startsOf(window)
  for (const [productId, knownFrom, startMilli, packed] of rows)
    found.set(productId, { knownFrom, days: daysOutOf({ knownFrom, startMilli, packed }, starts) })
  return found
}

/** First days of the periods and of the one after the last, as numbers. */
function startsOf({ periods }: PeriodWindow): number[] {
  const last = periods.at(-1)
  return [
    ...periods.map(({ first }) => dayNumber(partsOf(first))),
    ...(last ? [dayNumber(partsOf(last.last)) + 1] : []),
  ]
}

type Packed = { knownFrom: Day; startMilli: number; packed: string | null }

function daysOutOf({ knownFrom, startMilli, packed }: Packed, starts: readonly number[]): number[] {
  // Nothing moved in the window and something was there: the usual case, and the quick one.
  if (packed === null && startMilli > 0) return starts.slice(1).map(() => 0)
  const moves: [number, number][] = []
  if (packed !== null) readPackedDays(packed, (day, milli) => moves.push([dayNumber(day), milli]))
  return daysOut({ knownFrom: dayNumber(partsOf(knownFrom)), startMilli, moves }, starts)
}

/** The periods that count as out of stock: those with at least this share of their days without. Null asks for none. */
export function periodsOut(window: PeriodWindow, days: readonly number[], share: number | null): number[] {
  if (share === null) return []
  return window.periods.flatMap((period, at) => ((days[at] ?? 0) >= share * period.days - 1e-9 ? [at] : []))
}
