// Money that a channel says went back to the buyer of an order that stands: a credit of its own, linked to the order. A file that
// tells more of it later changes the same credit.
import type { WriteTx } from '#main/db/database.ts'
import type { ChannelOrder } from '#main/domain/import/channels/channel-order.ts'
import { nextOrderNumber } from '#main/services/orders/order-numbers.ts'
import type { Day } from '#shared/dates.ts'
import { Decimal, toUnits } from '#shared/decimal.ts'
import type { Id } from '#shared/ids.ts'
import { microsFromDecimal, minorToDecimal } from '#shared/money.ts'
import { netMinor } from '#shared/order-money.ts'

export type RefundParts = {
  tx: WriteTx
  orderId: Id
  order: ChannelOrder
  on: Day
  toBase: (minor: number) => number | null
}

type HeadRow = Record<string, string | number | null>
const inherited = [
  ...[
    'channel',
    'customer_id',
    'currency',
    'rate',
    'rate_on',
    'collected_by',
    'tax_by',
    'fulfilled_by',
    'tax_included',
  ],
  ...['purpose', 'ship_to_name', 'ship_to_country', 'is_history'],
]

/** The credit that was made or changed; null where there is nothing to take back, or nothing new. */
export function refundCredit({ tx, orderId, order, on, toBase }: RefundParts): Id | null {
  if (order.refundMinor <= 0 && !order.isRefunded) return null
  const sold = soldSums(tx, orderId)
  const refundMinor = order.refundMinor || grossOf(order, sold)
  if (refundMinor <= 0) return null
  const key = `${order.reference}#refund`
  const head = tx.get<HeadRow>(`SELECT ${inherited.join(', ')} FROM sales_orders WHERE id = ?`, orderId)
  if (!head) return null
  const money = moneyOf(order, sold, refundMinor)
  const base_minor = toBase(netMinor({ totalMinor: money.total_minor, taxMinor: money.tax_minor }, order.taxIncluded))
  const known = tx.get<{ id: Id; lineId: Id; total: number; tax: number }>(
    `SELECT o.id, l.id AS lineId, l.total_minor AS total, l.tax_minor AS tax
     FROM sales_orders o INDEXED BY sales_orders_by_external_id
     CROSS JOIN order_lines l INDEXED BY order_lines_by_order ON l.order_id = o.id AND l.deleted = 0
     WHERE o.channel = ? AND o.external_id = ? AND o.deleted = 0 ORDER BY o.id, l.position LIMIT 1`,
    head.channel ?? '',
    key,
  )
  const columns = { ...money, price_micros: pricedAt(money.total_minor, order), base_minor }
  if (known) {
    if (known.total === money.total_minor && known.tax === money.tax_minor) return null
    tx.update('order_lines', known.lineId, columns)
    return known.id
  }
  const id = tx.insert('sales_orders', {
    ...head,
    number: nextOrderNumber(tx, { orderedOn: on, document: 'credit' }),
    external_id: key,
    document: 'credit',
    credits_id: orderId,
    credit_reason: order.lines.some(({ returnedMilli }) => returnedMilli > 0) ? 'return' : 'other',
    status: 'confirmed',
    ordered_on: on,
    confirmed_on: on,
  })
  tx.insert('order_lines', {
    order_id: id,
    position: 1,
    description: order.cancelReason || order.externalStatus || order.reference,
    qty_milli: -1000,
    ...columns,
  })
  return id
}

type Sold = { totalMinor: number; taxMinor: number }

/** As the lines stand in the book: a file may tell less of them by now. */
function soldSums(tx: WriteTx, orderId: Id): Sold {
  const sums = tx.get<Sold>(
    `SELECT coalesce(sum(total_minor), 0) AS totalMinor, coalesce(sum(tax_minor), 0) AS taxMinor
     FROM order_lines INDEXED BY order_lines_by_order WHERE order_id = ? AND deleted = 0`,
    orderId,
  )
  return sums ?? { totalMinor: 0, taxMinor: 0 }
}

/** What is taken back, tax in it as it was in the order. */
function moneyOf(order: ChannelOrder, sold: Sold, refundMinor: number) {
  const tax = sold.taxMinor + order.freightTaxMinor
  const gross = grossOf(order, sold)
  const part = gross <= 0 ? 0 : toUnits(new Decimal(refundMinor).times(tax).div(gross), 0)
  return { total_minor: -(order.taxIncluded ? refundMinor : refundMinor - part) || 0, tax_minor: -part || 0 }
}

/** What the buyer paid in all. */
function grossOf(order: ChannelOrder, { totalMinor, taxMinor }: Sold): number {
  const goods = totalMinor + (order.taxIncluded ? 0 : taxMinor)
  const freight = (order.freightMinor ?? 0) + (order.taxIncluded ? 0 : order.freightTaxMinor)
  return goods + freight + order.otherMinor
}

/** One piece at the whole amount. */
function pricedAt(totalMinor: number, { currency }: ChannelOrder): number {
  return microsFromDecimal(minorToDecimal(-totalMinor, currency))
}
