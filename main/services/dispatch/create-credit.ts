// A credit made: of an order, of some of its lines, or without any order. It is a document of its own with lines below zero.
import type { ReadDb, WriteTx } from '#main/db/database.ts'
import type { SalesOrdersTable } from '#main/db/tables.ts'
import { taxShare } from '#main/domain/dispatch/credited-share.ts'
import { baseCurrency } from '#main/services/book/book-queries.ts'
import { type CreditTerms, freeMoney, moneyOfLine } from '#main/services/dispatch/credit-money.ts'
import {
  type CreditedLine,
  creditedFreight,
  creditedLines,
  orderToCredit,
} from '#main/services/dispatch/credited-lines.ts'
import { bookCredit } from '#main/services/dispatch/issue-credit.ts'
import { nextNumber } from '#main/services/numbers/document-numbers.ts'
import { settleOrder } from '#main/services/orders/order-derived.ts'
import { refuseTakenNumber } from '#main/services/orders/order-numbers.ts'
import { baseConverter, type DocumentRate, documentRate } from '#main/services/rates/document-rate.ts'
import { AppError, atField } from '#shared/errors.ts'
import type { Id } from '#shared/ids.ts'
import { minorToDecimal, typedMinor } from '#shared/money.ts'
import type { CreditedLine as AskedLine, CreditInput, IssuedCredit } from '#shared/schemas/credits.ts'

const creditNumbers = { table: 'sales_orders', index: 'sales_orders_by_number' }

/**
 * `credits/…` where more would be credited than was sold, or more come back than was sent; `stock/…` where goods that come back
 * cannot be posted. A draft books nothing.
 */
export function createCredit(tx: WriteTx, input: CreditInput): IssuedCredit {
  const order = input.orderId === null ? null : orderToCredit(tx, input.orderId)
  if (input.lines.length === 0 && input.freight === '0') throw new AppError('credits/nothing', { field: 'lines' })
  const number = input.number || nextNumber(tx, creditNumbers, { kind: 'CN', on: input.on })
  refuseTakenNumber(tx, number, null)
  const head = order ? headOfOrder(tx, order, input) : headAlone(tx, input)
  const rate = order ? { rate: order.rate, rateOn: order.rate_on } : rateAlone(tx, input)
  const creditId = tx.insert('sales_orders', {
    ...head,
    number,
    document: 'credit',
    status: 'draft',
    ordered_on: input.on,
    rate: rate.rate,
    rate_on: rate.rateOn,
    credit_reason: input.reason,
    note: input.note,
    warehouse_id: input.warehouseId,
  })
  const { currency } = head
  const toBase = baseConverter(currency, baseCurrency(tx), rate.rate)
  writeLines(tx, input.lines, { creditId, order, terms: { currency, taxIncluded: head.tax_included === 1, toBase } })
  if (!input.isDraft)
    return bookCredit(tx, {
      creditId,
      on: input.on,
      secondWarehouseId: input.secondWarehouseId,
      told: toldGoods(input),
    })
  settleOrder(tx, creditId)
  return { creditId, number, status: 'draft', documentId: null, documentNumber: '', warnings: [] }
}

/** Batches and bins by the position of their line: a draft does not keep them. */
function toldGoods({ lines }: CreditInput): Map<number, { batchId: Id | null; binId: Id | null }> {
  return new Map(lines.map(({ batchId, binId }, index) => [index + 1, { batchId, binId }]))
}

/** What the order says of itself holds for what is taken back from it: revenue goes back at the rate it came at. */
function headOfOrder(tx: WriteTx, order: SalesOrdersTable, input: CreditInput) {
  return {
    credits_id: order.id,
    channel: order.channel,
    customer_id: order.customer_id,
    customer_reference: input.customerReference || order.customer_reference,
    purpose: order.purpose,
    currency: order.currency,
    collected_by: order.collected_by,
    tax_by: order.tax_by,
    fulfilled_by: order.fulfilled_by,
    tax_included: order.tax_included,
    ship_to_name: order.ship_to_name,
    ship_to_street: order.ship_to_street,
    ship_to_city: order.ship_to_city,
    ship_to_region: order.ship_to_region,
    ship_to_postal_code: order.ship_to_postal_code,
    ship_to_country: order.ship_to_country,
    ship_to_phone: order.ship_to_phone,
    ...freightOf(tx, order, input),
  }
}

/** `credits/more-freight` where more freight would go back than was charged. */
function freightOf(db: ReadDb, order: SalesOrdersTable, { freight }: CreditInput) {
  const minor = atField('freight', () => typedMinor(freight, order.currency))
  if (minor === 0) return { freight_minor: null, freight_tax_minor: 0 }
  const before = creditedFreight(db, order.id)
  const charged = order.freight_minor ?? 0
  const left = charged - before.minor
  if (minor > left) {
    const { currency } = order
    const details = { asked: minorToDecimal(minor, currency), open: minorToDecimal(left, currency), currency }
    throw new AppError('credits/more-freight', { field: 'freight', ...details })
  }
  const tax =
    minor === left
      ? order.freight_tax_minor - before.taxMinor
      : taxShare({ totalMinor: charged, taxMinor: order.freight_tax_minor }, minor)
  return { freight_minor: -minor, freight_tax_minor: -tax || 0 }
}

function headAlone(tx: WriteTx, input: CreditInput) {
  const { customerId } = input
  if (customerId !== null && !tx.get('SELECT 1 FROM live_parties WHERE id = ?', customerId)) {
    throw new AppError('parties/not-found', { field: 'customerId' })
  }
  const currency = currencyOf(input)
  const minor = atField('freight', () => typedMinor(input.freight, currency))
  return {
    customer_id: customerId,
    customer_reference: input.customerReference,
    currency,
    tax_included: input.taxIncluded ? 1 : 0,
    freight_minor: minor === 0 ? null : -minor,
  }
}

function currencyOf({ currency }: CreditInput): string {
  if (currency === null) throw new AppError('credits/no-currency', { field: 'currency' })
  return currency
}

function rateAlone(tx: WriteTx, input: CreditInput): DocumentRate {
  const document = { currency: currencyOf(input), rate: input.rate, orderedOn: input.on }
  return documentRate(tx, document, { base: baseCurrency(tx), before: null })
}

type Writing = { creditId: Id; order: SalesOrdersTable | null; terms: CreditTerms }

function writeLines(tx: WriteTx, asked: readonly AskedLine[], { creditId, order, terms }: Writing): void {
  const lines = new Map(order ? creditedLines(tx, order.id).map((line) => [line.id, line]) : [])
  for (const [index, one] of asked.entries()) {
    const line = one.lineId === null ? null : lineOf(lines, one.lineId, index)
    const money = atField(`lines.${index}.amount`, () => (line ? moneyOfLine(line, one, terms) : freeMoney(one, terms)))
    tx.insert('order_lines', {
      order_id: creditId,
      position: index + 1,
      ...goodsOf(tx, one, line),
      ...money,
      credits_line_id: line?.id ?? null,
      goods_back: one.goods ?? '',
    })
    if (line) count(line, { one, money })
  }
}

/** A line that stands twice in one credit: what the first took back is not there for the second. */
function count(line: CreditedLine, { one, money }: { one: AskedLine; money: ReturnType<typeof moneyOfLine> }): void {
  line.creditedMinor -= money.total_minor
  line.creditedTaxMinor -= money.tax_minor
  line.creditedBaseMinor -= money.base_minor ?? 0
  if (one.quantity === null) line.amountMinor -= money.total_minor
  else line.creditedMilli -= money.qty_milli
}

function lineOf(lines: ReadonlyMap<Id, CreditedLine>, id: Id, index: number): CreditedLine {
  const line = lines.get(id)
  if (!line) throw new AppError('credits/line-not-found', { field: `lines.${index}.lineId` })
  return line
}

/** An amount alone takes back no goods, and so names no product. */
function goodsOf(tx: WriteTx, asked: AskedLine, line: CreditedLine | null) {
  if (line) {
    const words = asked.description || line.description || (asked.quantity === null ? line.sku : '')
    return { product_id: asked.quantity === null ? null : line.product_id, description: words }
  }
  const product_id = asked.quantity === null ? null : asked.productId
  if (product_id !== null && !tx.get('SELECT 1 FROM live_products WHERE id = ?', product_id)) {
    throw new AppError('catalog/product-not-found', { field: 'productId' })
  }
  return { product_id, description: asked.description }
}
