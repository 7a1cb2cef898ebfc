// Order lines from a file: each carries its own price and discount, whatever the product's price is today.

import type { Statement } from '#main/db/database.ts'
import { isCharge } from '#main/domain/import/charge-words.ts'
import { applyColumns } from '#main/services/import/loading/apply-columns.ts'
import { type Beside, besideMoney } from '#main/services/import/loading/line-beside.ts'
import {
  type LoadContext,
  type Loader,
  problem,
  type RowProblem,
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
  type StoredLine,
  storedLine,
} from '#main/services/import/loading/open-orders.ts'
import { lineMoney } from '#main/services/import/loading/order-line-money.ts'
import {
  findProductByKeyOrSku,
  findProductBySkuOrKey,
  findProductInAnyCase,
  findProducts,
  forgetSkus,
  makeProduct,
  type ProductColumn,
} from '#main/services/import/loading/product-reference.ts'
import type { ToldLine } from '#main/services/import/loading/told-line.ts'
import { type ProductCoster, productCoster } from '#main/services/orders/line-costs.ts'
import type { Id } from '#shared/ids.ts'

export type LineLoader = Loader & {
  takeInto(orderId: Id, row: TypedRow): Settled
  /** The product that a row refers to and nobody knows, for rows whose order cannot be taken. */
  unknownGoods(row: TypedRow): RowProblem[]
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
      if (order !== null) return takeLine(state, order, row)
      return { problems: [...problem('order', reference, 'known-order').problems, ...unknownGoods(state, row)] }
    },
    unknownGoods: (row) => unknownGoods(state, row),
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
  const goods = ownWords(order, row) ?? goodsOf(state, reference, row)
  if (goods === null) return problem(productField(row), reference, 'known-product')
  const externalId = textOf(row, 'externalId') ?? ''
  const note = textOf(row, 'note') ?? ('charge' in goods ? goods.charge : undefined)
  const named = { goods, externalId, money, note }
  const known =
    context.isMended && !externalId ? sameLine(context, order.id, named) : knownLine(order, externalId, named)
  const beside = besideMoney(order, row, { money, known })
  const line = { ...named, baseMinor: order.toBase(beside?.netMinor ?? money.total_minor), beside }
  return known === undefined ? insertLine(state, order, line) : changeLine(context, order, { ...line, id: known.id })
}

function unknownGoods(state: LineState, row: TypedRow): RowProblem[] {
  const reference = productReference(row)
  if (!reference || state.context.makeMissing || goodsOf(state, reference, row) !== null) return []
  return problem(productField(row), reference, 'known-product').problems
}

function productField(row: TypedRow): string {
  return productFields.find((field) => textOf(row, field) !== undefined) ?? 'product'
}

function knownLine(order: OpenOrder, externalId: string, line: NamedLine): StoredLine | undefined {
  return order.before ? lineBefore(order.before, externalId, line) : undefined
}

function productIdOf(goods: Goods): Id | null {
  return 'id' in goods ? goods.id : null
}

/** A mended row is a line that was left out: only its exact twin counts as the line itself. */
function sameLine({ tx }: LoadContext, orderId: Id, { goods, money }: NamedLine): StoredLine | undefined {
  return tx.get<StoredLine>(
    `SELECT ${storedLine} FROM order_lines WHERE order_id = ? AND product_id IS ? AND qty_milli = ? AND price_micros = ?
       AND discount_ppm = ? AND deleted = 0 ORDER BY id LIMIT 1`,
    orderId,
    productIdOf(goods),
    money.qty_milli,
    money.price_micros,
    money.discount_ppm,
  )
}

/** The line that a row means, by its key, else as the how-manieth line of its product (or charge) in the order. */
function lineBefore(
  { lines, met }: LinesBefore,
  externalId: string,
  { goods, note }: NamedLine,
): StoredLine | undefined {
  const of = productIdOf(goods) ?? note ?? ''
  const count = (met.get(of) ?? 0) + 1
  met.set(of, count)
  return lines.get(externalId ? `key ${externalId}` : `${typeof of === 'string' ? 'charge' : 'product'} ${of} ${count}`)
}

/** A line without a product, as a charge or a SKU that nobody has matched, is known by its words where the order has it. */
function ownWords({ before }: OpenOrder, row: TypedRow): Goods | null {
  const words =
    textOf(row, 'product') === undefined && !textOf(row, 'productSku') ? textOf(row, 'productName') : undefined
  return words !== undefined && before?.lines.has(`charge ${words} 1`) ? { charge: words } : null
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

type NamedLine = { goods: Goods; externalId: string; money: ToldLine; note: string | undefined }

type TypedLine = NamedLine & {
  baseMinor: number | null
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
