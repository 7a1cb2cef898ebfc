// What follows from bringing an older book to this schema, whoever opens it: derived rows that its program did not keep.
import type { AfterUpgrade } from '#main/db/migrate.ts'
import { settleOrders } from '#main/services/orders/order-derived.ts'
import { settlePurchases } from '#main/services/purchases/purchase-derived.ts'
import { settleShipments } from '#main/services/shipments/shipment-derived.ts'
import { settleStock } from '#main/services/stock/settle-balances.ts'

/** From this schema on books keep the day of the last movement, and costs with all that they follow from. */
const stockCostsSince = 230
/**
 * From this schema on purchase orders keep what they cost without VAT and whether they are settled, and sales orders what is to
 * be paid, what was sent and what is open. Books made on the way there hold some of it.
 */
const orderStatesSince = 580
/** From this schema on a shipment that came back from its customer keeps the day on which it was delivered. */
const daysOfReturnedSince = 670

export const afterUpgrade: AfterUpgrade = (tx, from) => {
  if (from < stockCostsSince) settleStock(tx)
  if (from < orderStatesSince) {
    settlePurchases(tx, 'all')
    settleOrders(tx, 'all')
  }
  if (from < daysOfReturnedSince) settleShipments(tx, 'all')
}
