// The stock list as people look at it: of one place or all, now or as of a day, with a column for each place. Place and day
// stand among the filters (`place`, `asOf`), so that addresses, saved views and exports hold them as well.
import type { ReadDb } from '#main/db/database.ts'
import { listAllIds, listPage } from '#main/services/lists/list-page.ts'
import type { ListColumn, ListSpec } from '#main/services/lists/list-spec.ts'
import { type StockFrame, stockListOf, stockRows } from '#main/services/stock/stock-list.ts'
import { isDay } from '#shared/dates.ts'
import type { Id } from '#shared/ids.ts'
import type { Filter, ListInput, Page } from '#shared/schemas/paging.ts'
import type { PlacedStockRow } from '#shared/schemas/stock.ts'

const framing = new Set(['place', 'asOf'])

/** Takes place and day out of the filters; what is no place or day is left out. */
export function takeFrame<Query extends { filters: Filter[] }>(query: Query): { frame: StockFrame; query: Query } {
  const value = (column: string) => query.filters.find((filter) => filter.column === column)?.values[0]
  const place = Number(value('place'))
  const day = String(value('asOf') ?? '')
  const frame = {
    warehouseId: Number.isSafeInteger(place) && place > 0 ? (place as Id) : null,
    on: isDay(day) ? day : null,
  }
  return { frame, query: { ...query, filters: query.filters.filter(({ column }) => !framing.has(column)) } }
}

/** A page of the list. */
export function listFramedStock(db: ReadDb, input: ListInput): Page<PlacedStockRow> {
  const { frame, query } = takeFrame(input)
  const { ids, total } = listPage(db, framedSpec(db, frame), query)
  return { rows: framedRows(db, ids, frame), total }
}

/** Ids of all that match, in order. */
export function framedStockIds(db: ReadDb, input: ListInput): number[] {
  const { frame, query } = takeFrame(input)
  return listAllIds(db, framedSpec(db, frame), query)
}

/** Rows with what lies in each place, in the order of `ids`. */
export function framedRows(db: ReadDb, ids: readonly Id[], frame: StockFrame): PlacedStockRow[] {
  const byProduct = placesOf(db, ids, frame)
  return stockRows(db, ids, frame).map((row) => ({
    ...row,
    state: stateOf(row.onHand, row.reorderPoint),
    places: byProduct.get(row.id) ?? {},
  }))
}

function framedSpec(db: ReadDb, frame: StockFrame): ListSpec {
  const spec = stockListOf(frame)
  const onHand = spec.columns.onHand?.sql ?? 'NULL'
  const state = `CASE WHEN ${onHand} IS NULL THEN 'never' WHEN ${onHand} < 0 THEN 'below' WHEN ${onHand} = 0 THEN 'none'
    WHEN ${onHand} <= r.reorder_milli THEN 'low' ELSE 'there' END`
  const places = db.raw('SELECT id FROM live_warehouses ORDER BY id') as [Id][]
  const columns = Object.fromEntries(places.map(([id]) => [`place_${id}`, placeColumn(id, frame)]))
  return { ...spec, columns: { ...spec.columns, ...columns, state: { sql: state, type: 'choice' } } }
}

function placeColumn(id: Id, { on }: StockFrame): ListColumn {
  const day = on !== null && isDay(on) ? on : null
  const sql =
    day === null
      ? `(SELECT s.on_hand_milli FROM stock_balances s WHERE s.product_id = r.id AND s.warehouse_id = ${Number(id)})`
      : `(SELECT sum(s.qty_milli) FROM stock_movements s INDEXED BY stock_movements_by_product
          WHERE s.product_id = r.id AND s.warehouse_id = ${Number(id)} AND s.moved_on <= '${day}')`
  return { sql, type: 'quantity' }
}

/** The same as the column `state`. */
function stateOf(onHand: number | null, reorderPoint: number | null): PlacedStockRow['state'] {
  if (onHand === null) return 'never'
  if (onHand < 0) return 'below'
  if (onHand === 0) return 'none'
  return reorderPoint !== null && onHand <= reorderPoint ? 'low' : 'there'
}

function placesOf(db: ReadDb, ids: readonly Id[], { on }: StockFrame): Map<Id, Record<string, number>> {
  const sql =
    on === null
      ? `SELECT s.product_id, s.warehouse_id, s.on_hand_milli FROM json_each(?) j
         CROSS JOIN stock_balances s ON s.product_id = j.value`
      : `SELECT s.product_id, s.warehouse_id, sum(s.qty_milli) FROM json_each(?) j
         CROSS JOIN stock_movements s INDEXED BY stock_movements_by_product ON s.product_id = j.value
         WHERE s.moved_on <= ? GROUP BY s.product_id, s.warehouse_id`
  const rows = db.raw(sql, JSON.stringify(ids), ...(on === null ? [] : [on])) as [Id, Id, number][]
  const byProduct = new Map<Id, Record<string, number>>()
  for (const [product, place, milli] of rows) {
    byProduct.set(product, { ...byProduct.get(product), [String(place)]: milli / 1000 })
  }
  return byProduct
}
