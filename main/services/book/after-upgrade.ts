// What follows from bringing an older book to this schema, whoever opens it: derived rows that its program did not keep.
import type { AfterUpgrade } from '#main/db/migrate.ts'
import { settleOrders } from '#main/services/orders/order-derived.ts'
import { settlePurchases } from '#main/services/purchases/purchase-derived.ts'
import { settleStock } from '#main/services/stock/settle-balances.ts'

/** From this schema on books keep the day of the last movement, and costs with all that they follow from. */
const stockCostsSince = 230
/** From this schema on the lines of purchase orders keep what they cost without VAT. */
const netPurchasesSince = 430

/** From this schema on orders keep what is to be paid, what was sent and what is open. */
const orderStatesSince = 430

export const afterUpgrade: AfterUpgrade = (tx, from) => {
  if (from < stockCostsSince) settleStock(tx)
  if (from < netPurchasesSince) settlePurchases(tx, 'all')
  if (from < orderStatesSince) settleOrders(tx, 'all')
}
