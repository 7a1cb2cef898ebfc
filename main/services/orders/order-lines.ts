// The lines of an order, made to be those of the form: kept ones stay the same rows, and untouched ones are not rewritten. A line
// of which something was sent stays what it is, and as much as that.
import type { WriteTx } from '#main/db/database.ts'
import type { OrderLinesTable } from '#main/db/tables.ts'
import { type LineColumns, lineColumns, pricedMoney } from '#main/services/orders/line-columns.ts'
import { AppError, atField } from '#shared/errors.ts'
import type { Id } from '#shared/ids.ts'
import { typedMinor } from '#shared/money.ts'
import { type LineMoney, netMinor } from '#shared/order-money.ts'
import type { OrderInput, OrderLineInput } from '#shared/schemas/orders.ts'

export type LinesMoney = {
  currency: string
  taxIncluded: boolean
  toBase: (minor: number) => number | null
  /** The order's currency, or whether its prices have tax in them, is another than before. */
  isRepriced: boolean
}

type Owner = { orderId: Id; document: OrderInput['document'] }

/**
 * Makes the living lines of an order those of the list, in its order. A kept line whose price, quantity and discount stay
 * keeps its total as well: it was fixed when it was written. So does its tax while its rate stays.
 */
export function keepLines(
  tx: WriteTx,
  { orderId, document }: Owner,
  lines: OrderInput['lines'],
  money: LinesMoney,
): void {
  const before = new Map(
    tx
      .all<OrderLinesTable>('SELECT * FROM live_order_lines WHERE order_id = ?', orderId)
      .map((row) => [row.id, row] as const),
  )
  refuseUnknown(tx, lines, before)
  const kept = new Set<Id>()
  lines.forEach((line, index) => {
    const row = line.id === undefined ? undefined : before.get(line.id)
    if (line.id !== undefined && (!row || kept.has(line.id))) {
      throw new AppError('orders/line-not-found', { field: `lines.${index}` })
    }
    if (row) kept.add(row.id)
    refuseSign(line, { document, before: row ?? null, index })
    // Price, quantity and discount make the amount together; the price is what is usually mistyped.
    atField(`lines.${index}.unitPrice`, () => keepLine(tx, { orderId, index, line, before: row ?? null }, money))
  })
  for (const row of before.values()) {
    if (kept.has(row.id)) continue
    refuseSent(row, 'lines')
    tx.update('order_lines', row.id, { deleted: 1 })
  }
}

type KeptLine = { orderId: Id; index: number; line: OrderLineInput; before: OrderLinesTable | null }

function keepLine(tx: WriteTx, { orderId, index, line, before }: KeptLine, money: LinesMoney): void {
  const columns = lineColumns(line, money.currency, { before, index })
  if (before) refuseLessThanSent(before, columns, index)
  const { totalMinor, taxMinor } = fixedMoney({ line, columns, before, index }, money)
  const after = {
    ...columns,
    position: index + 1,
    total_minor: totalMinor,
    tax_minor: taxMinor,
    base_minor: money.toBase(netMinor({ totalMinor, taxMinor }, money.taxIncluded)),
  }
  if (!before) {
    tx.insert('order_lines', { order_id: orderId, ...after })
    return
  }
  const names = Object.keys(after) as (keyof typeof after)[]
  if (names.some((name) => before[name] !== after[name])) tx.update('order_lines', before.id, after)
}

type ToPrice = { line: OrderLineInput; columns: LineColumns; before: OrderLinesTable | null; index: number }

const priced = ['qty_milli', 'cancelled_milli', 'price_micros', 'discount_ppm', 'discount_minor'] as const

/** What was fixed stays fixed; only what the form changed is worked out anew. */
function fixedMoney(
  { line, columns, before, index }: ToPrice,
  { currency, taxIncluded, isRepriced }: LinesMoney,
): LineMoney {
  const isKept = before !== null && !isRepriced && priced.every((name) => before[name] === columns[name])
  const { tax } = line
  const told = tax === null ? null : atField(`lines.${index}.tax`, () => typedMinor(tax, currency))
  const toldBefore = before && before.tax_ppm === 0 ? before.tax_minor : null
  const worked = pricedMoney(columns, { currency, taxIncluded, toldTaxMinor: told ?? (isKept ? toldBefore : null) })
  if (!isKept) return worked
  const isTaxKept = before.tax_ppm === columns.tax_ppm && columns.tax_ppm > 0
  return { totalMinor: before.total_minor, taxMinor: isTaxKept ? before.tax_minor : worked.taxMinor }
}

type Signed = { document: OrderInput['document']; before: OrderLinesTable | null; index: number }

/** What is sold is above zero; what a credit takes back is below it. Lines of older books that are not may stay. */
function refuseSign({ quantity, cancelled }: OrderLineInput, { document, before, index }: Signed): void {
  const field = `lines.${index}.quantity`
  const isKept = before !== null && Math.sign(before.qty_milli) === Math.sign(quantity)
  const isWrong = document === 'order' ? quantity < 0 : quantity > 0
  if (isWrong && !isKept) throw new AppError(`orders/${document}-sign`, { field })
  if (cancelled > Math.max(0, quantity)) throw new AppError('orders/cancelled-more', { field })
}

function refuseLessThanSent(before: OrderLinesTable, columns: LineColumns, index: number): void {
  if (before.shipped_milli <= 0) return
  if (before.product_id !== null && before.product_id !== columns.product_id) {
    refuseSent(before, `lines.${index}.productId`)
  }
  const wanted = columns.qty_milli - columns.cancelled_milli
  const wasWanted = before.qty_milli - before.cancelled_milli
  if (wanted < before.shipped_milli && wanted < wasWanted) refuseSent(before, `lines.${index}.quantity`)
}

function refuseSent({ position, shipped_milli }: OrderLinesTable, field: string): void {
  if (shipped_milli > 0) throw new AppError('orders/line-sent', { position, sent: String(shipped_milli / 1000), field })
}

/** What is newly put on a line must be there; what the line has already may have gone since. */
function refuseUnknown(tx: WriteTx, lines: OrderInput['lines'], before: Map<Id, OrderLinesTable>): void {
  const had = new Set([...before.values()].map((row) => row.product_id))
  const hadCredits = new Set([...before.values()].map((row) => row.credits_line_id))
  lines.forEach(({ productId, creditsLineId }, index) => {
    if (productId !== null && !had.has(productId) && !tx.get('SELECT 1 FROM live_products WHERE id = ?', productId)) {
      throw new AppError('catalog/product-not-found', { field: `lines.${index}.productId` })
    }
    if (creditsLineId === null || hadCredits.has(creditsLineId)) return
    if (!tx.get('SELECT 1 FROM live_order_lines WHERE id = ?', creditsLineId)) {
      throw new AppError('orders/line-not-found', { field: `lines.${index}.creditsLineId` })
    }
  })
}
