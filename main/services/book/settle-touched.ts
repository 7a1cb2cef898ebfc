// Brings up to date whatever is derived from rows that were written past their own commands (undo, bulk changes).
import type { WriteTx } from '#main/db/database.ts'
import { settleAfterMethod } from '#main/services/costing/cost-method.ts'
import { settleAfterClosings } from '#main/services/costing/period-closings.ts'
import { recostOrders, recostProduct } from '#main/services/orders/line-costs.ts'
import { settleOrders } from '#main/services/orders/order-derived.ts'
import { ordersOfRows as salesOrdersOfRows, salesTables } from '#main/services/orders/orders-of-rows.ts'
import { ordersOfRows, purchaseTables, settlePurchases } from '#main/services/purchases/purchase-derived.ts'
import { settleShipments } from '#main/services/shipments/shipment-derived.ts'
import { shipmentsOfRows, shippingTables } from '#main/services/shipments/shipments-of-rows.ts'
import type { Id } from '#shared/ids.ts'

/** Table -> ids of rows that changed, came or went. */
export type Touched = ReadonlyMap<string, ReadonlySet<Id>>

/** Whether anything is derived from these columns: only a product's cost reaches beyond the product itself. */
export function isDerivedFrom(table: string, columns: readonly string[]): boolean {
  return table !== 'products' || columns.some((column) => column === 'cost_micros' || column === 'cost_currency')
}

/** From here on it is quicker to go through every sold line once than through those of each product. */
const manyProducts = 500

export function settleTouched(tx: WriteTx, touched: Touched): void {
  settleTouchedOrders(tx, touched)
  settleTouchedPurchases(tx, touched)
  settleTouchedShipments(tx, touched)
  const products = touched.get('products') ?? new Set()
  // A rate reaches any line sold on its day or after, the day it was moved from included.
  const isAny = touched.has('books') || touched.has('rates') || products.size > manyProducts
  if (isAny) recostOrders(tx, 'all')
  else for (const id of products) recostProduct(tx, id)
  if (touched.has('period_closings')) settleAfterClosings(tx)
  if (touched.has('books')) settleAfterMethod(tx)
}

function settleTouchedOrders(tx: WriteTx, touched: Touched): void {
  const orders = salesTables.flatMap((table) => salesOrdersOfRows(tx, table, [...(touched.get(table) ?? [])]))
  settleOrders(tx, [...new Set(orders)])
}

function settleTouchedPurchases(tx: WriteTx, touched: Touched): void {
  const orders = purchaseTables.flatMap((table) => ordersOfRows(tx, table, [...(touched.get(table) ?? [])]))
  settlePurchases(tx, [...new Set(orders)])
}

function settleTouchedShipments(tx: WriteTx, touched: Touched): void {
  const shipments = shippingTables.flatMap((table) => shipmentsOfRows(tx, table, [...(touched.get(table) ?? [])]))
  settleShipments(tx, [...new Set(shipments)])
}
