// What selling cost, from a file: one row is one cost. A row is known again by its reference, order and kind; without a
// reference only its exact twin is.
import { applyColumns } from '#main/services/import/loading/apply-columns.ts'
import {
  flagOf,
  type LoadContext,
  type Loader,
  moneyOf,
  problem,
  type Refused,
  type TypedRow,
  textOf,
} from '#main/services/import/loading/loader.ts'
import {
  findProductBySkuOrKey,
  findProductInAnyCase,
  forgetSkus,
} from '#main/services/import/loading/product-reference.ts'
import { baseConverter, tableRate } from '#main/services/rates/document-rate.ts'
import type { Day } from '#shared/dates.ts'
import type { Id } from '#shared/ids.ts'
import { minorFromDecimal } from '#shared/money.ts'

type Cost = {
  order_id: Id | null
  channel: string
  product_id: Id | null
  kind: string
  incurred_on: Day
  amount_minor: number
  currency: string
  is_estimate: 0 | 1 | undefined
  reference: string
  note: string | undefined
}

export function salesCostLoader(context: LoadContext): Loader {
  return {
    forget: () => forgetSkus(context),
    take(row) {
      const cost = costOf(context, row)
      if ('problems' in cost) return cost
      const known = knownCost(context, cost)
      if (known === 'settled') return problem('reference', cost.reference, 'cost-of-settlement')
      const { amount_minor, currency, incurred_on, is_estimate, note, ...named } = cost
      const money = { amount_minor, currency, ...inBase(context, cost) }
      if (known !== null) {
        return applyColumns(context.tx, 'sales_costs', known, { incurred_on, is_estimate, note, ...money })
      }
      context.tx.insert('sales_costs', {
        ...named,
        incurred_on,
        is_estimate: is_estimate ?? 0,
        note: note ?? '',
        ...money,
      })
      return 'new'
    },
  }
}

function costOf(context: LoadContext, row: TypedRow): Cost | Refused {
  const on = textOf(row, 'on') as Day | undefined
  const kind = textOf(row, 'costKind')
  const money = moneyOf(row, 'amount')
  if (on === undefined) return problem('on', '', 'required')
  if (kind === undefined) return problem('costKind', '', 'required')
  if (money === undefined) return problem('amount', '', 'required')
  const currency = money.currency ?? textOf(row, 'currency') ?? context.currency
  const amountMinor = minorFromDecimal(money.amount, currency)
  if (amountMinor === 0) return problem('amount', money.amount, 'not-zero')
  const of = whatItIsOf(context, row)
  if ('problems' in of) return of
  const isEstimate = flagOf(row, 'isEstimate')
  return {
    ...of,
    kind,
    incurred_on: on,
    amount_minor: amountMinor,
    currency,
    is_estimate: isEstimate === undefined ? undefined : isEstimate ? 1 : 0,
    reference: textOf(row, 'reference') ?? '',
    note: textOf(row, 'note'),
  }
}

type Of = Pick<Cost, 'order_id' | 'channel' | 'product_id'>

function whatItIsOf(context: LoadContext, row: TypedRow): Of | Refused {
  const named = textOf(row, 'order')
  const order = named === undefined ? null : orderNamed(context, named)
  if (order === undefined) return problem('order', named ?? '', 'known-order')
  const reference = textOf(row, 'product')
  const productId = reference === undefined ? null : productNamed(context, reference)
  if (reference !== undefined && productId === null) return problem('product', reference, 'known-product')
  const channel = order?.channel ?? textOf(row, 'costChannel') ?? ''
  // Something must say what it belongs to; the file as a whole may.
  const fallback = context.channel === 'file' ? '' : context.channel
  if (order === null && productId === null && (channel || fallback) === '')
    return problem('costChannel', '', 'required')
  return { order_id: order?.id ?? null, channel: channel || fallback, product_id: productId }
}

function productNamed(context: LoadContext, reference: string): Id | null {
  return findProductBySkuOrKey(context, reference) ?? findProductInAnyCase(context, reference)
}

type OrderNamed = { id: Id; channel: string }

/** By our number, else by the channel's. */
function orderNamed({ tx, channel }: LoadContext, named: string): OrderNamed | undefined {
  return (
    tx.get<OrderNamed>(
      `SELECT id, channel FROM sales_orders INDEXED BY sales_orders_by_number WHERE number = ? AND deleted = 0
       ORDER BY id LIMIT 1`,
      named,
    ) ??
    tx.get<OrderNamed>(
      `SELECT id, channel FROM sales_orders INDEXED BY sales_orders_by_external_id
       WHERE channel IN (SELECT ? UNION SELECT code FROM live_channels) AND external_id = ? AND deleted = 0
       ORDER BY channel = ? DESC, id LIMIT 1`,
      ...[channel, named, channel],
    )
  )
}

function inBase(context: LoadContext, { amount_minor: minor, currency, incurred_on: on }: Cost) {
  const base = context.baseCurrency
  const { rate, rateOn } = currency === base ? { rate: '1', rateOn: on } : tableRate(context.rates, currency, base, on)
  return { rate, rate_on: rateOn, base_minor: baseConverter(currency, base, rate)(minor) }
}

/** `settled`: a settlement told the cost that the row means. */
function knownCost({ tx }: LoadContext, cost: Cost): Id | 'settled' | null {
  const same = 'order_id IS ? AND channel = ? AND product_id IS ? AND kind = ? AND deleted = 0'
  const keys = [cost.order_id, cost.channel, cost.product_id, cost.kind]
  const by = cost.reference === '' ? 'incurred_on = ? AND amount_minor = ? AND currency = ?' : 'reference = ?'
  const values = cost.reference === '' ? [cost.incurred_on, cost.amount_minor, cost.currency] : [cost.reference]
  const index = cost.order_id === null ? (cost.reference === '' ? 'sales_costs_by_day' : '') : 'sales_costs_by_order'
  const order = cost.order_id === null ? '' : 'AND order_id IS NOT NULL'
  const row = tx.get<{ id: Id; settled: Id | null }>(
    `SELECT id, settlement_line_id AS settled FROM sales_costs ${index && `INDEXED BY ${index}`}
     WHERE ${same} ${order} AND ${by} ORDER BY id LIMIT 1`,
    ...keys,
    ...values,
  )
  if (!row) return null
  return row.settled === null ? row.id : 'settled'
}
