// Order lines from a file: each carries its own price and discount, whatever the product's price is today.

import type { Statement } from '#main/db/database.ts'
import { baseCurrency } from '#main/services/book/book-queries.ts'
import { applyColumns } from '#main/services/import/loading/apply-columns.ts'
import {
  type LoadContext,
  type Loader,
  moneyOf,
  type Outcome,
  problem,
  type Refused,
  type TypedRow,
  textOf,
} from '#main/services/import/loading/loader.ts'
import { findOrder } from '#main/services/import/loading/order-loader.ts'
import { productFor } from '#main/services/import/loading/product-loader.ts'
import { type LineCoster, lineCoster } from '#main/services/orders/line-costs.ts'
import { baseConverter } from '#main/services/orders/order-rates.ts'
import type { Day } from '#shared/dates.ts'
import { Decimal, toUnits } from '#shared/decimal.ts'
import type { Id } from '#shared/ids.ts'
import { lineTotalMinor, microsFromDecimal, minorFromDecimal } from '#shared/money.ts'
import { qtyFromDecimal } from '#shared/quantity.ts'

/** An order while lines are put into it. */
type OpenOrder = {
  id: Id
  currency: string
  soldOn: Day | null
  toBase: (minor: number) => number | null
  position: number
  /** Lines there before, by their key in the file; taken out as the file's rows meet them. */
  lines: Map<string, Id> | null
  /** How often a product was met in this order, for files whose lines have no key. */
  met: Map<Id, number>
}

export type LineLoader = Loader & {
  takeInto(orderId: Id, row: TypedRow): Outcome
}

export function orderLineLoader(context: LoadContext): LineLoader {
  const state = {
    context,
    orders: new Map<Id, OpenOrder>(),
    byReference: new Map<string, Id>(),
    ...lineStatements(context),
  }
  return {
    take(row) {
      const reference = textOf(row, 'order')
      if (!reference) return problem('order', '', 'required')
      let orderId = state.byReference.get(reference)
      if (orderId === undefined) {
        const found = findOrder(context, reference)
        if (found === null) return problem('order', reference, 'known-order')
        orderId = found
        state.byReference.set(reference, orderId)
      }
      return takeLine(state, openOrder(state, orderId), row)
    },
    takeInto: (orderId, row) => takeLine(state, openOrder(state, orderId), row),
    // Open orders stay: they remember which of their lines this file has met.
    forget: () => state.products.clear(),
  }
}

type LineState = {
  context: LoadContext
  orders: Map<Id, OpenOrder>
  byReference: Map<string, Id>
  base: string
  costOf: LineCoster
  insert: Statement
  products: Map<string, Id>
}

function lineStatements({ tx }: LoadContext): Pick<LineState, 'base' | 'costOf' | 'insert' | 'products'> {
  return {
    base: baseCurrency(tx),
    costOf: lineCoster(tx),
    products: new Map(),
    insert: tx.statement(
      `INSERT INTO order_lines (id, order_id, position, external_id, product_id, description, qty_milli, price_micros, discount_ppm,
         total_minor, base_minor, sold_on, cost_base_minor) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    ),
  }
}

function openOrder(state: LineState, id: Id): OpenOrder {
  const open = state.orders.get(id)
  if (open) return open
  const { tx } = state.context
  const row = tx.get<{ currency: string; rate: string | null; ordered_on: Day; status: string }>(
    'SELECT currency, rate, ordered_on, status FROM sales_orders WHERE id = ?',
    id,
  )
  if (!row) throw new Error(`no order ${id}`)
  const lines = tx.all<{ id: Id; external_id: string; product_id: Id | null; position: number }>(
    'SELECT id, external_id, product_id, position FROM order_lines WHERE order_id = ? AND deleted = 0 ORDER BY position, id',
    id,
  )
  const made: OpenOrder = {
    id,
    currency: row.currency,
    soldOn: row.status === 'draft' || row.status === 'cancelled' ? null : row.ordered_on,
    toBase: baseConverter(row.currency, state.base, row.rate),
    position: lines.at(-1)?.position ?? 0,
    lines: lines.length > 0 ? keyedLines(lines) : null,
    met: new Map(),
  }
  state.orders.set(id, made)
  return made
}

/** Lines by what a file can know them by: their own key, else the product and its how-manieth line in the order. */
function keyedLines(lines: readonly { id: Id; external_id: string; product_id: Id | null }[]): Map<string, Id> {
  const keyed = new Map<string, Id>()
  const met = new Map<Id | null, number>()
  for (const line of lines) {
    if (line.external_id) keyed.set(`key ${line.external_id}`, line.id)
    const count = (met.get(line.product_id) ?? 0) + 1
    met.set(line.product_id, count)
    keyed.set(`product ${line.product_id} ${count}`, line.id)
  }
  return keyed
}

/** What names the product, the surest first: the source's key, the SKU, the name. */
const productFields = ['product', 'productSku', 'productName'] as const

function takeLine(state: LineState, order: OpenOrder, row: TypedRow): Outcome {
  const { context } = state
  const field = productFields.find((candidate) => textOf(row, candidate) !== undefined)
  const reference = field ? textOf(row, field) : undefined
  if (!field || !reference) return problem('product', '', 'required')
  const money = lineMoney(order, row)
  if ('problems' in money) return money
  const productId = productOf(state, reference, textOf(row, 'productName'))
  if (productId === null) return problem(field, reference, 'known-product')
  const externalId = textOf(row, 'externalId') ?? ''
  const count = (order.met.get(productId) ?? 0) + 1
  order.met.set(productId, count)
  const known = order.lines?.get(externalId ? `key ${externalId}` : `product ${productId} ${count}`)
  const columns = {
    product_id: productId,
    ...money,
    base_minor: order.toBase(money.total_minor),
    description: textOf(row, 'note'),
  }
  if (known !== undefined) {
    const outcome = applyColumns(context.tx, 'order_lines', known, columns)
    if (outcome === 'changed') context.touchedOrders.add(order.id)
    return outcome
  }
  insertLine(state, order, { externalId, columns })
  return 'new'
}

function productOf({ context, products }: LineState, reference: string, name: string | undefined): Id | null {
  const known = products.get(reference)
  if (known !== undefined) return known
  const found = productFor(context, reference, name)
  if (found !== null) products.set(reference, found)
  return found
}

type LineColumns = ReturnType<typeof moneyColumns> & {
  product_id: Id
  base_minor: number | null
  description: string | undefined
}

function insertLine(
  { context, insert, costOf }: LineState,
  order: OpenOrder,
  line: { externalId: string; columns: LineColumns },
): void {
  const { columns, externalId } = line
  order.position += 1
  const cost = costOf({ productId: columns.product_id, qtyMilli: columns.qty_milli, soldOn: order.soldOn })
  insert.run(
    context.tx.nextId(),
    order.id,
    order.position,
    externalId,
    columns.product_id,
    columns.description ?? '',
    columns.qty_milli,
    columns.price_micros,
    columns.discount_ppm,
    columns.total_minor,
    columns.base_minor,
    order.soldOn,
    cost,
  )
  context.touchedOrders.add(order.id)
}

type LineMoney = { qty_milli: number; price_micros: number; discount_ppm: number; total_minor: number }

/** Price and discount make the total; a file that gives only the line's total has its unit price worked out from it. */
function lineMoney(order: OpenOrder, row: TypedRow): LineMoney | Refused {
  const quantity = textOf(row, 'quantity')
  const qtyMilli = quantity === undefined ? null : qtyFromDecimal(quantity)
  if (quantity === undefined) return problem('quantity', '', 'required')
  if (qtyMilli === null) return problem('quantity', quantity, 'quantity')
  const price = moneyOf(row, 'unitPrice')
  const total = moneyOf(row, 'lineTotal')
  const named = price?.currency ?? total?.currency ?? textOf(row, 'currency')
  if (named !== undefined && named !== null && named !== order.currency)
    return problem('currency', named, 'order-currency')
  const discount = textOf(row, 'discount')
  const discountPpm = discount === undefined ? 0 : toUnits(new Decimal(discount), 6)
  if (price)
    return moneyColumns(order.currency, { qtyMilli, priceMicros: microsFromDecimal(price.amount), discountPpm })
  if (!total) return problem('unitPrice', '', 'required')
  if (qtyMilli === 0) return problem('quantity', quantity, 'quantity')
  const priceMicros = toUnits(new Decimal(total.amount).times(1000).div(qtyMilli), 6)
  return {
    ...moneyColumns(order.currency, { qtyMilli, priceMicros, discountPpm: 0 }),
    total_minor: minorFromDecimal(total.amount, order.currency),
  }
}

function moneyColumns(
  currency: string,
  line: { qtyMilli: number; priceMicros: number; discountPpm: number },
): LineMoney {
  return {
    qty_milli: line.qtyMilli,
    price_micros: line.priceMicros,
    discount_ppm: line.discountPpm,
    total_minor: lineTotalMinor({ ...line, currency }),
  }
}
