// What each payment of a sales order gained or lost by exchange, worked out when read from what was written: the order's rate,
// the payments' own, and their days.
import type { ReadDb } from '#main/db/database.ts'
import { baseParts, type Settled, settledShares } from '#main/domain/receivables/settled-shares.ts'
import type { SaleBalance } from '#main/services/payments/sale-dues.ts'
import type { Day } from '#shared/dates.ts'
import type { Id } from '#shared/ids.ts'

export type ShareOfSale = Settled & { shareId: Id; paymentId: Id; orderId: Id; on: Day }

type Row = {
  shareId: Id
  paymentId: Id
  orderId: Id | null
  currency: string
  orderMinor: number
  paymentMinor: number
  amountMinor: number
  baseMinor: number
  on: Day
}

/** The shares of these orders, by their days; counter-entries among them. */
export function gainsOf(db: ReadDb, orders: readonly SaleBalance[]): ShareOfSale[] {
  const rows = sharesOfSales(
    db,
    orders.map(({ id }) => id),
  )
  const base = baseOfShares(rows)
  const byOrder = Map.groupBy(rows, ({ orderId }) => orderId)
  return orders.flatMap((order) => {
    const own = (byOrder.get(order.id) ?? [])
      .filter(({ currency }) => currency === '' || currency === order.currency)
      .sort((one, other) => (one.on === other.on ? one.shareId - other.shareId : one.on < other.on ? -1 : 1))
    const settled = settledShares(
      { askedMinor: order.askedMinor, bookMinor: order.grossBaseMinor },
      own.map(({ shareId, orderMinor }) => ({ orderMinor, baseMinor: base.get(shareId) ?? 0 })),
    )
    return own.flatMap(({ shareId, paymentId, on }, at) => {
      const one = settled[at]
      return one ? [{ ...one, shareId, paymentId, on, orderId: order.id }] : []
    })
  })
}

/** With all other shares of the same payments, by which theirs are divided. */
function sharesOfSales(db: ReadDb, ids: readonly Id[]): Row[] {
  return db.all<Row>(
    `SELECT s.id AS shareId, s.payment_id AS paymentId, s.sales_order_id AS orderId, s.currency, s.order_minor AS orderMinor,
       s.payment_minor AS paymentMinor, p.amount_minor AS amountMinor, p.base_minor AS baseMinor, p.paid_on AS "on"
     FROM (SELECT DISTINCT o.payment_id AS id FROM json_each(?) j
       CROSS JOIN payment_shares o INDEXED BY payment_shares_by_sale ON o.sales_order_id = j.value) q
     CROSS JOIN payments p ON p.id = q.id
     CROSS JOIN payment_shares s INDEXED BY payment_shares_by_payment ON s.payment_id = p.id ORDER BY s.id`,
    JSON.stringify(ids),
  )
}

/** Money out takes base currency away. */
function baseOfShares(rows: readonly Row[]): Map<Id, number> {
  const parts = new Map<Id, number>()
  for (const shares of Map.groupBy(rows, ({ paymentId }) => paymentId).values()) {
    const [{ amountMinor, baseMinor } = { amountMinor: 1, baseMinor: 0 }] = shares
    const worth = baseParts(
      { amountMinor, baseMinor },
      shares.map(({ paymentMinor }) => paymentMinor),
    )
    // Money in counts as it is, money out against it: the sign that it has in the order.
    for (const [at, { shareId, orderMinor, paymentMinor }] of shares.entries()) {
      const sign = Math.sign(orderMinor) === Math.sign(paymentMinor) ? 1 : -1
      parts.set(shareId, sign * (worth[at] ?? 0) || 0)
    }
  }
  return parts
}
