// Order lines from a file: each carries its own price and discount, whatever the product's price is today.

import type { Statement } from '#main/db/database.ts'
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
import { type OpenOrder, type OpenOrders, openOrders } from '#main/services/import/loading/open-orders.ts'
import { findProducts, productFor } from '#main/services/import/loading/product-loader.ts'
import { type LineCoster, lineCoster } from '#main/services/orders/line-costs.ts'
import { Decimal, toUnits } from '#shared/decimal.ts'
import type { Id } from '#shared/ids.ts'
import { lineTotalMinor, microsFromDecimal, minorFromDecimal } from '#shared/money.ts'
import { qtyFromDecimal } from '#shared/quantity.ts'

export type LineLoader = Loader & {
  takeInto(orderId: Id, row: TypedRow): Outcome
}

export function orderLineLoader(context: LoadContext): LineLoader {
  const state: LineState = { context, orders: openOrders(context), products: new Map(), ...lineStatements(context) }
  return {
    prepare(rows) {
      state.orders.openAhead(rows.flatMap((row) => textOf(row, 'order') ?? []))
      const unknown = rows
        .flatMap((row) => namedProduct(row)?.reference ?? [])
        .filter((name) => !state.products.has(name))
      for (const [reference, id] of findProducts(context, unknown)) state.products.set(reference, id)
    },
    take(row) {
      const reference = textOf(row, 'order')
      if (!reference) return problem('order', '', 'required')
      const order = state.orders.byReference(reference)
      return order === null ? problem('order', reference, 'known-order') : takeLine(state, order, row)
    },
    takeInto: (orderId, row) => takeLine(state, state.orders.byId(orderId), row),
    // Open orders stay: they remember which of their lines this file has met.
    forget: () => state.products.clear(),
  }
}

type LineState = {
  context: LoadContext
  orders: OpenOrders
  costOf: LineCoster
  insert: Statement
  products: Map<string, Id>
}

function lineStatements({ tx }: LoadContext): Pick<LineState, 'costOf' | 'insert'> {
  return {
    costOf: lineCoster(tx),
    insert: tx.statement(
      `INSERT INTO order_lines (id, order_id, position, external_id, product_id, description, qty_milli, price_micros, discount_ppm,
         total_minor, base_minor, sold_on, cost_base_minor) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    ),
  }
}

/** What names the product, the surest first: the source's key, the SKU, the name. */
const productFields = ['product', 'productSku', 'productName'] as const

function namedProduct(row: TypedRow): { field: string; reference: string } | null {
  for (const field of productFields) {
    const reference = textOf(row, field)
    if (reference !== undefined) return { field, reference }
  }
  return null
}

function takeLine(state: LineState, order: OpenOrder, row: TypedRow): Outcome {
  const { context } = state
  const named = namedProduct(row)
  if (!named?.reference) return problem('product', '', 'required')
  const { field, reference } = named
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
  context.ordersWithNewLines.add(order.id)
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
  const discountPpm = discount === undefined ? 0 : toUnits(discount, 6)
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
