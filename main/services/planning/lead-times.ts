// How long goods take from order to receipt: measured on the lines of purchase orders and on goods on order that came in, else as
// it was agreed on the product, by the supplier's valid offer, or with the supplier.
import type { ReadDb } from '#main/db/database.ts'
import { chooseLeadTime } from '#main/domain/inventory/replenishment/choose-lead-time.ts'
import type { LeadTime } from '#main/domain/inventory/replenishment/replenishment-types.ts'
import { bookToday } from '#main/services/book/book-today.ts'
import { completedLinesSql } from '#main/services/purchases/completed-lines.ts'
import { type ValidOffer, validOffers } from '#main/services/sourcing/valid-offer.ts'
import { type Day, daysBetween } from '#shared/dates.ts'
import type { Id } from '#shared/ids.ts'

export type CompletedOrder = {
  /** Goods on order, or the line of a purchase order. */
  kind: 'expected' | 'purchase'
  id: Id
  orderedOn: Day
  receivedOn: Day
  days: number
}

type OffersByProduct = ReadonlyMap<Id, readonly Pick<ValidOffer, 'supplierId' | 'leadTimeDays'>[]>

export type LeadTimes = {
  /** The orders that it is measured on, oldest first. */
  ordersOf(productId: Id): readonly CompletedOrder[]
  /**
   * Null where nothing is known. `agreedDays`: what is agreed on the product. What is agreed with a supplier is asked of the
   * product's own unless another is named.
   */
  choose(productId: Id, agreedDays: number | null, supplierId?: Id): LeadTime | null
}

/** Of these products, or of all. `offers`: those that are valid today, where somebody knows them already. */
export function leadTimesOf(
  db: ReadDb,
  products?: readonly Id[],
  offers: OffersByProduct = validOffers(db, bookToday(db, db.now), products),
): LeadTimes {
  const orders = completedOrders(db, products)
  const withSupplier = agreedWithSuppliers(db, offers, products)
  return {
    ordersOf: (id) => orders.get(id) ?? [],
    choose: (id, agreedOnProduct, supplierId) =>
      chooseLeadTime({
        measuredDays: (orders.get(id) ?? []).map(({ days }) => days),
        agreedOnProduct,
        agreedWithSupplier: withSupplier(id, supplierId),
      }),
  }
}

function completedOrders(db: ReadDb, products?: readonly Id[]): Map<Id, CompletedOrder[]> {
  const params = products ? [JSON.stringify(products)] : []
  const chosen = (column: string) => (products ? ` AND ${column} IN (SELECT value FROM json_each(?))` : '')
  const rows = db.raw(
    `SELECT product_id, 'expected' AS kind, id, ordered_on, received_on FROM expected_goods INDEXED BY expected_goods_received
     WHERE status = 'received' AND deleted = 0 AND ordered_on IS NOT NULL AND received_on IS NOT NULL
       AND received_on >= ordered_on${chosen('product_id')}
     UNION ALL
     SELECT product_id, 'purchase', id, bought_on, completed_on FROM (${completedLinesSql(chosen('l.product_id'))})
     WHERE completed_on >= bought_on
     ORDER BY 1, 4, 2, 3`,
    ...params,
    ...params,
  ) as [Id, CompletedOrder['kind'], Id, Day, Day][]
  const orders = new Map<Id, CompletedOrder[]>()
  for (const [productId, kind, id, orderedOn, receivedOn] of rows) {
    const order = { kind, id, orderedOn, receivedOn, days: daysBetween(orderedOn, receivedOn) }
    const known = orders.get(productId)
    if (known) known.push(order)
    else orders.set(productId, [order])
  }
  return orders
}

/**
 * What suppliers say: the lead time of the offer that is valid today, else the supplier's own. Null where neither says one.
 */
function agreedWithSuppliers(
  db: ReadDb,
  offers: OffersByProduct,
  products?: readonly Id[],
): (productId: Id, supplierId?: Id) => number | null {
  const suppliers = new Map(
    db.raw('SELECT id, supply_lead_time_days FROM parties WHERE supply_lead_time_days IS NOT NULL') as [Id, number][],
  )
  const chosen = products ? ' AND id IN (SELECT value FROM json_each(?))' : ''
  const ownSuppliers = new Map(
    db.raw(
      `SELECT id, supplier_id FROM products WHERE supplier_id IS NOT NULL${chosen}`,
      ...(products ? [JSON.stringify(products)] : []),
    ) as [Id, Id][],
  )
  return (productId, named) => {
    const supplierId = named ?? ownSuppliers.get(productId)
    if (supplierId === undefined) return null
    const offer = offers.get(productId)?.find((candidate) => candidate.supplierId === supplierId)
    return offer?.leadTimeDays ?? suppliers.get(supplierId) ?? null
  }
}
