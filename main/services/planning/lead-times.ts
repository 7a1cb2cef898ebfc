// How long goods take from order to receipt: measured on what came in, else as it was agreed. Purchase orders will be told
// here once they are kept.
import type { ReadDb } from '#main/db/database.ts'
import { chooseLeadTime } from '#main/domain/inventory/replenishment/choose-lead-time.ts'
import type { LeadTime } from '#main/domain/inventory/replenishment/replenishment-types.ts'
import { type Day, daysBetween } from '#shared/dates.ts'
import type { Id } from '#shared/ids.ts'

export type CompletedOrder = { id: Id; orderedOn: Day; receivedOn: Day; days: number }

export type LeadTimes = {
  /** The orders that it is measured on, oldest first. */
  ordersOf(productId: Id): readonly CompletedOrder[]
  /** Null where nothing is known. `agreedDays`: what is agreed on the product. */
  choose(productId: Id, agreedDays: number | null): LeadTime | null
}

/** Of these products, or of all. */
export function leadTimesOf(db: ReadDb, products?: readonly Id[]): LeadTimes {
  const chosen = products ? ' AND product_id IN (SELECT value FROM json_each(?))' : ''
  const rows = db.raw(
    `SELECT product_id, id, ordered_on, received_on FROM expected_goods INDEXED BY expected_goods_received
     WHERE status = 'received' AND deleted = 0 AND ordered_on IS NOT NULL AND received_on IS NOT NULL
       AND received_on >= ordered_on${chosen}
     ORDER BY product_id, ordered_on, id`,
    ...(products ? [JSON.stringify(products)] : []),
  ) as [Id, Id, Day, Day][]
  const orders = new Map<Id, CompletedOrder[]>()
  for (const [productId, id, orderedOn, receivedOn] of rows) {
    const order = { id, orderedOn, receivedOn, days: daysBetween(orderedOn, receivedOn) }
    const known = orders.get(productId)
    if (known) known.push(order)
    else orders.set(productId, [order])
  }
  return {
    ordersOf: (id) => orders.get(id) ?? [],
    choose: (id, agreedOnProduct) =>
      chooseLeadTime({
        measuredDays: (orders.get(id) ?? []).map(({ days }) => days),
        agreedOnProduct,
        agreedWithSupplier: null,
      }),
  }
}
