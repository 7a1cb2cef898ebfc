// Order lines from a file: each carries its own price and discount, whatever the product's price is today.

import type { Statement } from '#main/db/database.ts'
import type { MoneyCell } from '#main/domain/import/cells/read-money.ts'
import { isCharge } from '#main/domain/import/charge-words.ts'
import { applyColumns } from '#main/services/import/loading/apply-columns.ts'
import { type Beside, besideMoney } from '#main/services/import/loading/line-beside.ts'
import {
  type LoadContext,
  type Loader,
  moneyOf,
  problem,
  type Refused,
  type Settled,
  type TypedRow,
  textOf,
} from '#main/services/import/loading/loader.ts'
import { namesOf } from '#main/services/import/loading/names.ts'
import {
  type LinesBefore,
  type OpenOrder,
  type OpenOrders,
  openOrders,
} from '#main/services/import/loading/open-orders.ts'
import {
  findProductByKeyOrSku,
  findProductBySkuOrKey,
  findProductInAnyCase,
  findProducts,
  forgetSkus,
  makeProduct,
  type ProductColumn,
} from '#main/services/import/loading/product-reference.ts'
import { type ProductCoster, productCoster } from '#main/services/orders/line-costs.ts'
import { Decimal, toUnits } from '#shared/decimal.ts'
import type { Id } from '#shared/ids.ts'
import { lineTotalMinor, microsFromDecimal, minorFromDecimal } from '#shared/money.ts'
import { qtyFromDecimal } from '#shared/quantity.ts'

export type LineLoader = Loader & {
  takeInto(orderId: Id, row: TypedRow): Settled
}

export function orderLineLoader(context: LoadContext): LineLoader {
  const state: LineState = {
    context,
    orders: openOrders(context),
    products: { key: new Map(), sku: new Map() },
    nameless: new Set(),
    madeLast: null,
    ...lineStatements(context),
  }
  return {
    prepare(rows) {
      const orders = new Set<string>()
      const products = { key: new Set<string>(), sku: new Set<string>() }
      let last: string | undefined
      for (const row of rows) {
        const order = textOf(row, 'order')
        // Lines of one order mostly follow one another.
        if (order !== undefined && order !== last) orders.add(order)
        last = order
        const product = productReference(row)
        if (product === undefined) continue
        const column = productColumn(row)
        if (!state.products[column].has(product)) products[column].add(product)
      }
      state.orders.openAhead(orders)
      for (const column of ['key', 'sku'] as const) {
        for (const [reference, id] of findProducts(context, [...products[column]], column)) {
          state.products[column].set(reference, { id, costs: null })
        }
      }
    },
    take(row) {
      const reference = textOf(row, 'order')
      if (!reference) return problem('order', '', 'required')
      const order = state.orders.byReference(reference)
      return order === null ? problem('order', reference, 'known-order') : takeLine(state, order, row)
    },
    takeInto: (orderId, row) => takeLine(state, state.orders.byId(orderId), row),
    // Open orders stay: they remember which of their lines this file has met.
    forget() {
      state.products.key.clear()
      state.products.sku.clear()
      forgetUnmade(state)
      forgetSkus(context)
    },
  }
}

/** A product with its costs, once a line has asked for them. */
type KnownProduct = { id: Id; costs: ProductCoster | null }

/** What a line is of: a product, or a charge that is none (postage, a discount) by its name. */
type Goods = KnownProduct | { charge: string }

type LineState = {
  context: LoadContext
  orders: OpenOrders
  costerOf: (productId: Id) => ProductCoster
  insert: Statement
  products: Record<ProductColumn, Map<string, KnownProduct>>
  /** Made for rows that gave no name: the first row with one names them. */
  nameless: Set<Id>
  /** The one of them made last: the row that made it may be taken back. */
  madeLast: Id | null
}

function lineStatements({ tx }: LoadContext): Pick<LineState, 'costerOf' | 'insert'> {
  return {
    costerOf: productCoster(tx),
    insert: tx.statement(
      `INSERT INTO order_lines (id, order_id, position, external_id, product_id, description, qty_milli, price_micros, discount_ppm,
         total_minor, base_minor, sold_on, due_on, cost_base_minor) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    ),
  }
}

/** What names the product, the surest first: the source's key, the SKU, the name. */
const productFields = ['product', 'productSku', 'productName'] as const

function productReference(row: TypedRow): string | undefined {
  return textOf(row, 'product') ?? textOf(row, 'productSku') ?? textOf(row, 'productName')
}

function productColumn(row: TypedRow): ProductColumn {
  return textOf(row, 'product') === undefined ? 'sku' : 'key'
}

function takeLine(state: LineState, order: OpenOrder, row: TypedRow): Settled {
  const { context } = state
  const reference = productReference(row)
  if (!reference) return problem('product', '', 'required')
  const money = lineMoney(order, row)
  if ('problems' in money) return money
  const goods = goodsOf(state, reference, row)
  if (goods === null) return problem(productField(row), reference, 'known-product')
  const externalId = textOf(row, 'externalId') ?? ''
  const note = textOf(row, 'note') ?? ('charge' in goods ? goods.charge : undefined)
  const beside = besideMoney(order, row, money)
  const line = {
    goods,
    externalId,
    money,
    baseMinor: order.toBase(beside?.netMinor ?? money.total_minor),
    note,
    beside,
  }
  const known = context.isMended && !externalId ? sameLine(context, order.id, line) : knownLine(order, externalId, line)
  return known === undefined ? insertLine(state, order, line) : changeLine(context, order, { ...line, id: known })
}

function productField(row: TypedRow): string {
  return productFields.find((field) => textOf(row, field) !== undefined) ?? 'product'
}

function knownLine(order: OpenOrder, externalId: string, line: TypedLine): Id | undefined {
  return order.before ? lineBefore(order.before, externalId, line) : undefined
}

function productIdOf(goods: Goods): Id | null {
  return 'id' in goods ? goods.id : null
}

/** A mended row is a line that was left out: only its exact twin counts as the line itself. */
function sameLine({ tx }: LoadContext, orderId: Id, { goods, money }: TypedLine): Id | undefined {
  return tx.get<{ id: Id }>(
    `SELECT id FROM order_lines WHERE order_id = ? AND product_id IS ? AND qty_milli = ? AND price_micros = ?
       AND discount_ppm = ? AND deleted = 0 ORDER BY id LIMIT 1`,
    orderId,
    productIdOf(goods),
    money.qty_milli,
    money.price_micros,
    money.discount_ppm,
  )?.id
}

/** The line that a row means, by its key, else as the how-manieth line of its product (or charge) in the order. */
function lineBefore({ lines, met }: LinesBefore, externalId: string, { goods, note }: TypedLine): Id | undefined {
  const of = productIdOf(goods) ?? note ?? ''
  const count = (met.get(of) ?? 0) + 1
  met.set(of, count)
  return lines.get(externalId ? `key ${externalId}` : `${typeof of === 'string' ? 'charge' : 'product'} ${of} ${count}`)
}

function goodsOf(state: LineState, reference: string, row: TypedRow): Goods | null {
  const { context, products } = state
  const column = productColumn(row)
  const name = textOf(row, 'productName')
  const known = products[column].get(reference)
  if (known !== undefined) return named(state, known, name)
  const find = column === 'key' ? findProductByKeyOrSku : findProductBySkuOrKey
  const there = find(context, reference) ?? findProductInAnyCase(context, reference)
  // A charge that the seller keeps as a product is one; any other is a line of its own words.
  if (there === null && isCharge(reference, name)) return { charge: name ?? reference }
  const id = there ?? makeProduct(context, reference, name)
  if (id === null) return null
  if (there === null && name === undefined) {
    state.nameless.add(id)
    state.madeLast = id
  }
  const found = { id, costs: null }
  products[column].set(reference, found)
  return there === null ? found : named(state, found, name)
}

/** A product that was taken back with its row: its id may become another's. */
function forgetUnmade({ context, nameless, madeLast }: LineState): void {
  if (madeLast === null || context.tx.get('SELECT 1 FROM products WHERE id = ?', madeLast) !== undefined) return
  nameless.delete(madeLast)
}

/** The first row that names a product which rows before it only gave a code of. */
function named({ context, nameless }: LineState, product: KnownProduct, name: string | undefined): KnownProduct {
  if (name !== undefined && nameless.delete(product.id))
    context.tx.update('products', product.id, namesOf(name, undefined))
  return product
}

type TypedLine = {
  goods: Goods
  externalId: string
  money: LineMoney
  baseMinor: number | null
  note: string | undefined
  /** What few files tell of a line, and the money that it makes. */
  beside: Beside | null
}

function changeLine(
  { tx, touchedOrders }: LoadContext,
  order: OpenOrder,
  { id, goods, money, baseMinor, note, beside }: TypedLine & { id: Id },
): 'changed' | 'unchanged' {
  const columns = {
    product_id: productIdOf(goods),
    ...money,
    ...beside?.columns,
    base_minor: baseMinor,
    description: note,
  }
  const outcome = applyColumns(tx, 'order_lines', id, columns)
  if (outcome === 'changed') touchedOrders.add(order.id)
  return outcome
}

function insertLine({ context, insert, costerOf }: LineState, order: OpenOrder, line: TypedLine): 'new' {
  const { goods, externalId, money, baseMinor, note, beside } = line
  if ('id' in goods) goods.costs ??= costerOf(goods.id)
  order.position += 1
  const id = context.tx.nextId()
  insert.run(
    id,
    order.id,
    order.position,
    externalId,
    productIdOf(goods),
    note ?? '',
    money.qty_milli,
    money.price_micros,
    money.discount_ppm,
    money.total_minor,
    baseMinor,
    order.soldOn,
    order.dueOn,
    'id' in goods ? (goods.costs?.(money.qty_milli, order.soldOn) ?? null) : null,
  )
  if (beside) context.tx.update('order_lines', id, beside.columns)
  if (money.qty_milli < 0) context.ordersWithBackLines.add(order.id)
  if (!order.hasNewLines) context.ordersWithNewLines.add(order.id)
  order.hasNewLines = true
  return 'new'
}

/** A thousand million units: as much as the form takes. */
const mostMilli = 1e12

type LineMoney = { qty_milli: number; price_micros: number; discount_ppm: number; total_minor: number }

/** Price and discount make the total; a file that gives only the line's total has its unit price worked out from it. */
function lineMoney(order: OpenOrder, row: TypedRow): LineMoney | Refused {
  const quantity = textOf(row, 'quantity')
  const qtyMilli = quantity === undefined ? null : qtyFromDecimal(quantity)
  if (quantity === undefined) return problem('quantity', '', 'required')
  if (qtyMilli === null) return problem('quantity', quantity, 'quantity')
  if (Math.abs(qtyMilli) > mostMilli) return problem('quantity', quantity, 'smaller-number')
  const price = moneyOf(row, 'unitPrice')
  const total = moneyOf(row, 'lineTotal')
  const named = price?.currency ?? total?.currency ?? textOf(row, 'currency')
  if (named !== undefined && named !== null && named !== order.currency)
    return problem('currency', named, 'order-currency')
  const sign = price?.couldBe.length ? price : total
  if (sign?.couldBe.length && !sign.couldBe.includes(order.currency))
    return problem(price ? 'unitPrice' : 'lineTotal', sign.amount, 'order-currency')
  const discount = textOf(row, 'discount')
  const discountPpm = discount === undefined ? 0 : toUnits(discount, 6)
  if (price) {
    const pricing = { qtyMilli, priceMicros: microsFromDecimal(price.amount), discountPpm }
    return withLineTotal(pricedLine(order.currency, pricing), order.currency, { total, discount })
  }
  if (!total) return problem('unitPrice', '', 'required')
  if (qtyMilli === 0) return problem('quantity', quantity, 'quantity')
  const priceMicros = toUnits(new Decimal(total.amount).times(1000).div(qtyMilli), 6)
  const line = pricedLine(order.currency, { qtyMilli, priceMicros, discountPpm: 0 })
  return { ...line, total_minor: minorFromDecimal(total.amount, order.currency) }
}

type Given = { total: MoneyCell | undefined; discount: string | undefined }

/**
 * A file that gives the line's total beside its price must agree with itself. A total below price x quantity in a file
 * without a discount column is the discount; anything else is refused, since one of the figures is not what it seems.
 */
function withLineTotal(line: LineMoney, currency: string, { total, discount }: Given): LineMoney | Refused {
  if (!total) return line
  const said = minorFromDecimal(total.amount, currency)
  if (Math.abs(said - line.total_minor) <= 1) return { ...line, total_minor: said }
  const isDiscounted = discount === undefined && line.total_minor > 0 && said >= 0 && said < line.total_minor
  if (!isDiscounted) return problem('lineTotal', total.amount, 'line-total')
  const discountPpm = toUnits(new Decimal(line.total_minor - said).div(line.total_minor), 6)
  return { ...line, discount_ppm: discountPpm, total_minor: said }
}

type Pricing = { qtyMilli: number; priceMicros: number; discountPpm: number }

function pricedLine(currency: string, { qtyMilli, priceMicros, discountPpm }: Pricing): LineMoney {
  return {
    qty_milli: qtyMilli,
    price_micros: priceMicros,
    discount_ppm: discountPpm,
    total_minor: lineTotalMinor({ currency, qtyMilli, priceMicros, discountPpm }),
  }
}
