// What follows from rows that a merge brought or changed: stock on hand, totals of orders, what sold lines cost.
import type { ReadDb, WriteTx } from '#main/db/database.ts'
import type { IdSpan, MergedRows } from '#main/db/merge/merge-types.ts'
import { settleMergedCosts } from '#main/services/costing/settle-merged-costs.ts'
import { recostAfterRates, recostOrders, recostProducts } from '#main/services/orders/line-costs.ts'
import { settleOrders } from '#main/services/orders/order-derived.ts'
import {
  ordersOfRows as salesOrdersOfRows,
  ordersOfSpan as salesOrdersOfSpan,
  salesTables,
} from '#main/services/orders/orders-of-rows.ts'
import { settleOwedAfterReturns } from '#main/services/payments/owed-days.ts'
import { ordersOfRows, purchaseTables, settlePurchases } from '#main/services/purchases/purchase-derived.ts'
import { settleShipments } from '#main/services/shipments/shipment-derived.ts'
import { shipmentsOfRows, shipmentsOfSpan, shippingTables } from '#main/services/shipments/shipments-of-rows.ts'
import { settleBalancesOf } from '#main/services/stock/settle-balances.ts'
import type { Day } from '#shared/dates.ts'
import type { Id } from '#shared/ids.ts'

/** From here on it is quicker to go through every sold line once than through those of each product. */
const manyProducts = 20_000

/** Gives the tables that may have been written. */
export function settleMerged(tx: WriteTx, merged: MergedRows): string[] {
  const hasStock = merged.spans.map((span) => settleBalancesOf(tx, span)).some((count) => count > 0)
  const orders = touchedOrders(tx, merged)
  const products = changedIn(merged, 'products', ['cost_micros', 'cost_currency'])
  const days = touchedRateDays(tx, merged)
  const isAll = changedIn(merged, 'books', ['base_currency', 'rate_max_age_days']).length > 0
  settleOrders(tx, orders)
  const purchases = touchedPurchases(tx, merged)
  settlePurchases(tx, purchases)
  settleOwedAfterReturns(tx, originsOfReturns(tx, merged))
  if (isAll || products.length > manyProducts) recostOrders(tx, 'all')
  else {
    if (products.length > 0) recostProducts(tx, products)
    if (days) recostAfterRates(tx, days.from, days.to)
  }
  const shipments = touchedShipments(tx, merged)
  settleShipments(tx, shipments)
  const costs = settleMergedCosts(tx, merged)
  const hasLines = orders.length > 0 || products.length > 0 || days !== null || isAll
  return [
    ...(hasStock ? ['stock_balances', 'batch_balances'] : []),
    ...costs,
    ...(hasLines ? ['order_lines', 'sales_orders'] : []),
    ...(purchases.length > 0 ? ['purchase_lines', 'purchase_orders'] : []),
    ...(shipments.length > 0 ? ['shipments', 'parcels'] : []),
  ]
}

function changedIn({ changed }: MergedRows, table: string, columns: readonly string[]): Id[] {
  const rows = [...(changed.get(table) ?? [])]
  return rows.filter(([, names]) => columns.some((column) => names.has(column))).map(([id]) => id)
}

/** Columns by which a row may have been another order's before. */
const movedBy: Partial<Record<(typeof salesTables)[number], string>> = {
  order_lines: 'order_id',
  dispatches: 'order_id',
  dispatch_lines: 'line_id',
  stock_documents: 'order_id',
}

/** Orders that came or changed, and those whose lines, dispatches, goods or payments did, ones that a row was moved from included. */
function touchedOrders(db: ReadDb, { spans, changed }: MergedRows): Id[] {
  const orders = new Set<Id>()
  const add = (ids: readonly Id[]) => {
    for (const id of ids) orders.add(id)
  }
  for (const table of salesTables) {
    for (const span of spans) add(salesOrdersOfSpan(db, table, span))
    const known = [...(changed.get(table)?.keys() ?? [])]
    add(salesOrdersOfRows(db, table, known))
    const column = movedBy[table]
    if (column === undefined || known.length === 0) continue
    const before = loggedValues(db, { table, column, ids: JSON.stringify(known) }).map(([id]) => id as Id)
    add(column === 'line_id' ? salesOrdersOfRows(db, 'order_lines', before) : before)
  }
  const lines = [...(changed.get('order_lines')?.keys() ?? [])]
  const credited = loggedValues(db, { table: 'order_lines', column: 'credits_line_id', ids: JSON.stringify(lines) })
  add(
    salesOrdersOfRows(
      db,
      'order_lines',
      credited.map(([id]) => id as Id),
    ),
  )
  return [...orders]
}

/** Purchase orders that came or changed, and those whose lines, receipts, milestones or payments did, ones that a row was moved from included. */
function touchedPurchases(db: ReadDb, { spans, changed }: MergedRows): Id[] {
  const orders = new Set<Id>()
  for (const table of purchaseTables) {
    const known = [...(changed.get(table)?.keys() ?? [])]
    const came = spans.flatMap(({ firstId, lastId }) =>
      db.raw(`SELECT id FROM ${table} WHERE id BETWEEN ? AND ?`, firstId, lastId).map(([id]) => id as Id),
    )
    for (const id of ordersOfRows(db, table, [...known, ...came])) orders.add(id)
    if (table === 'purchase_orders' || table === 'payment_shares') continue
    const column = table === 'purchase_receipt_lines' ? 'line_id' : 'order_id'
    const before = loggedValues(db, { table, column, ids: JSON.stringify(known) }).map(([id]) => id as Id)
    const owners = column === 'line_id' ? ordersOfRows(db, 'purchase_lines', before) : before
    for (const id of owners) orders.add(id)
  }
  return [...orders]
}

/** Shipments that came or changed, and those whose lines, parcels, legs, charges or events did, ones that a row was moved from included. */
function touchedShipments(db: ReadDb, { spans, changed }: MergedRows): Id[] {
  const shipments = new Set<Id>()
  const add = (ids: readonly Id[]) => {
    for (const id of ids) shipments.add(id)
  }
  for (const table of shippingTables) {
    for (const span of spans) add(shipmentsOfSpan(db, table, span))
    const known = [...(changed.get(table)?.keys() ?? [])]
    add(shipmentsOfRows(db, table, known))
    if (known.length === 0 || ['shipments', 'order_lines', 'purchase_lines'].includes(table)) continue
    add(loggedValues(db, { table, column: 'shipment_id', ids: JSON.stringify(known) }).map(([id]) => id as Id))
  }
  return [...shipments]
}

/** By which movements the goods came in that supplier returns of the merge sent back. */
function originsOfReturns(db: ReadDb, { spans }: MergedRows): Id[] {
  const sql = `SELECT origin_id FROM stock_movements
    WHERE id BETWEEN ? AND ? AND kind = 'supplier_return' AND origin_id IS NOT NULL`
  return spans.flatMap(({ firstId, lastId }) => db.raw(sql, firstId, lastId).map(([id]) => id as Id))
}

type Logged = { table: string; column: string; ids: string }

/** Whatever the log knows a column of these rows to have held. */
function loggedValues(db: ReadDb, { table, column, ids }: Logged): unknown[][] {
  return db.raw(
    `SELECT DISTINCT v.value FROM json_each(?) j
     CROSS JOIN changes c INDEXED BY changes_by_row ON c.table_name = ? AND c.row_id = j.value
     CROSS JOIN json_each(json_array(c.before ->> ?, c.after ->> ?)) v WHERE v.value IS NOT NULL`,
    ...[ids, table, column, column],
  )
}

/** The days of rates that came or changed, before and after; null where there is none. */
function touchedRateDays(db: ReadDb, { spans, changed }: MergedRows): { from: Day; to: Day } | null {
  const ids = JSON.stringify([...(changed.get('rates')?.keys() ?? [])])
  const days = [
    ...spans.flatMap((span) => newRateDays(db, span)),
    ...db.raw('SELECT rate_on FROM rates WHERE id IN (SELECT value FROM json_each(?))', ids),
    ...loggedValues(db, { table: 'rates', column: 'rate_on', ids }),
  ].map(([day]) => day as Day)
  const sorted = [...new Set(days)].sort()
  const [from, to] = [sorted[0], sorted.at(-1)]
  return from === undefined || to === undefined ? null : { from, to }
}

function newRateDays(db: ReadDb, { firstId, lastId }: IdSpan): unknown[][] {
  return db.raw('SELECT DISTINCT rate_on FROM rates WHERE id BETWEEN ? AND ?', firstId, lastId)
}
