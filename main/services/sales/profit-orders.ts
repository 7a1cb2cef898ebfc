// Orders whose profit is asked for, with their lines and what credits took back of them.
import type { ReadDb } from '#main/db/database.ts'
import { minorConverter } from '#main/domain/rates/conversion.ts'
import type { Both } from '#main/domain/sales/order-profit.ts'
import { baseCurrency } from '#main/services/book/book-queries.ts'
import type { Day } from '#shared/dates.ts'
import type { Id } from '#shared/ids.ts'

export type ProfitOrder = {
  id: Id
  number: string
  document: 'order' | 'credit'
  channel: string
  customerId: Id | null
  currency: string
  rate: string | null
  orderedOn: Day
  isCancelled: boolean
  fulfilledBy: 'seller' | 'channel'
  /** What was earned without tax: goods, freight and the rest, minor units of the order's currency. */
  goodsMinor: number
  goodsBaseMinor: number | null
  freightMinor: number
  otherMinor: number
  /** What is to be paid to us, tax in it. */
  grossMinor: number
  lines: ProfitOrderLine[]
  credits: ProfitOrder[]
  /** Turns amounts of the order's currency into base and back; null without a rate. */
  toBase: (minor: number) => number | null
  toOwn: (baseMinor: number) => number | null
}

export type ProfitOrderLine = {
  id: Id
  productId: Id | null
  /** A channel's SKU that nobody matched with a product. */
  isUnmatched: boolean
  label: string
  /** What is still wanted of it, below 0 on a credit. */
  qtyMilli: number
  netMinor: number
  baseMinor: number | null
}

type Row = Omit<ProfitOrder, 'isCancelled' | 'lines' | 'credits' | 'toBase' | 'toOwn'> & {
  status: string
  creditsId: Id | null
}

const select = `SELECT o.id, o.number, o.document, o.channel, o.customer_id AS customerId, o.currency, o.rate,
  o.ordered_on AS orderedOn, o.status, o.fulfilled_by AS fulfilledBy, o.base_total_minor AS goodsBaseMinor,
  o.credits_id AS creditsId, o.gross_minor AS grossMinor, coalesce(o.other_minor, 0) AS otherMinor,
  o.total_minor - iif(o.tax_included = 1, o.tax_minor - o.freight_tax_minor, 0) AS goodsMinor,
  coalesce(o.freight_minor, 0) - iif(o.tax_included = 1, o.freight_tax_minor, 0) AS freightMinor`

/** Living orders by id, in the order asked for, each with the issued credits that are linked to it. */
export function profitOrders(db: ReadDb, ids: readonly Id[]): ProfitOrder[] {
  const asked = JSON.stringify(ids)
  const own = db.all<Row>(
    `${select} FROM json_each(?) j CROSS JOIN sales_orders o ON o.id = j.value WHERE o.deleted = 0`,
    asked,
  )
  const credits = db.all<Row>(
    `${select} FROM json_each(?) j CROSS JOIN sales_orders o INDEXED BY sales_orders_credits ON o.credits_id = j.value
     WHERE o.credits_id IS NOT NULL AND o.deleted = 0 AND o.status NOT IN ('draft', 'cancelled')`,
    asked,
  )
  const lines = linesOf(db, [...own, ...credits])
  const convertersOf = rateConverters(baseCurrency(db))
  const made = (row: Row) => orderOf(row, lines.get(row.id) ?? [], convertersOf(row))
  const byOrder = Map.groupBy(credits, ({ creditsId }) => creditsId)
  return own.map((row) => ({ ...made(row), credits: (byOrder.get(row.id) ?? []).map(made) }))
}

type LineRow = ProfitOrderLine & { orderId: Id; unmatched: 0 | 1 }

function linesOf(db: ReadDb, orders: readonly Row[]): Map<Id, ProfitOrderLine[]> {
  const rows = db.all<Omit<LineRow, 'isUnmatched'>>(
    `SELECT l.order_id AS orderId, l.id, l.product_id AS productId, l.product_id IS NULL AND l.external_sku <> '' AS unmatched,
       coalesce(p.sku, nullif(l.external_sku, ''), l.description) AS label, l.qty_milli - l.cancelled_milli * sign(l.qty_milli) AS qtyMilli,
       l.total_minor - iif(o.tax_included = 1, l.tax_minor, 0) AS netMinor, l.base_minor AS baseMinor
     FROM json_each(?) j CROSS JOIN sales_orders o ON o.id = j.value
     CROSS JOIN order_lines l INDEXED BY order_lines_by_order ON l.order_id = o.id LEFT JOIN products p ON p.id = l.product_id
     WHERE l.deleted = 0`,
    JSON.stringify(orders.map(({ id }) => id)),
  )
  const lines = rows.map(({ unmatched, ...line }) => ({ ...line, isUnmatched: unmatched === 1 }))
  return Map.groupBy(lines, ({ orderId }) => orderId)
}

type Converters = Pick<ProfitOrder, 'toBase' | 'toOwn'>

const unknownRate: Converters = { toBase: () => null, toOwn: () => null }

/** Many orders share a currency and a rate; making what converts by them takes longer than converting. */
function rateConverters(base: string): (order: Pick<Row, 'currency' | 'rate'>) => Converters {
  const made = new Map<string, Converters>()
  return ({ currency, rate }) => {
    const known = currency === base ? '1' : rate
    if (known === null) return unknownRate
    const key = `${currency} ${known}`
    const converters = made.get(key) ?? {
      toBase: minorConverter(currency, base, { multiply: known, divide: '1' }),
      toOwn: minorConverter(base, currency, { multiply: '1', divide: known }),
    }
    made.set(key, converters)
    return converters
  }
}

function orderOf({ status, creditsId: _, ...row }: Row, lines: ProfitOrderLine[], converters: Converters): ProfitOrder {
  return { ...row, ...converters, isCancelled: status === 'cancelled', lines, credits: [] }
}

/** An amount of base currency as both. */
export function fromBase({ toOwn }: ProfitOrder, baseMinor: number): Both {
  return { own: toOwn(baseMinor), base: baseMinor }
}

/** An amount of the order's own currency as both. */
export function fromOwn({ toBase }: ProfitOrder, minor: number): Both {
  return { own: minor, base: toBase(minor) }
}
