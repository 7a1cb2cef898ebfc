// The lines of a purchase order, made to be those of the form: kept ones stay the same rows, and untouched ones are not
// rewritten. A line of which something came in stays what it is.
import type { WriteTx } from '#main/db/database.ts'
import type { PurchaseLinesTable } from '#main/db/tables.ts'
import { lineColumns, lineTotal } from '#main/services/purchases/purchase-columns.ts'
import { AppError, atField } from '#shared/errors.ts'
import type { Id } from '#shared/ids.ts'
import type { PurchaseInput } from '#shared/schemas/purchases.ts'

export type LineMoney = { currency: string; toBase: (minor: number) => number | null; isRepriced: boolean }

/**
 * Makes the living lines of an order those of the list, in its order. A kept line whose price, quantity and discount stay
 * keeps its total as well: it was fixed when it was written. `isRepriced` says that the order's currency changed.
 */
export function keepPurchaseLines(tx: WriteTx, orderId: Id, lines: PurchaseInput['lines'], money: LineMoney): void {
  const before = new Map(
    tx
      .all<PurchaseLinesTable>('SELECT * FROM live_purchase_lines WHERE order_id = ?', orderId)
      .map((row) => [row.id, row] as const),
  )
  refuseUnknown(tx, lines, before)
  const kept = new Set<Id>()
  lines.forEach((line, index) => {
    const row = line.id === undefined ? undefined : before.get(line.id)
    if (line.id !== undefined && (!row || kept.has(line.id))) {
      throw new AppError('purchases/line-not-found', { field: `lines.${index}` })
    }
    if (row) kept.add(row.id)
    // Price, quantity and discount make the amount together; the price is what is usually mistyped.
    atField(`lines.${index}.unitPrice`, () => keepLine(tx, { orderId, index, line, before: row ?? null }, money))
  })
  for (const row of before.values()) {
    if (kept.has(row.id)) continue
    refuseReceived(row, 'lines')
    tx.update('purchase_lines', row.id, { deleted: 1 })
  }
}

type KeptLine = {
  orderId: Id
  index: number
  line: PurchaseInput['lines'][number]
  before: PurchaseLinesTable | null
}

function keepLine(tx: WriteTx, { orderId, index, line, before }: KeptLine, money: LineMoney): void {
  const columns = lineColumns(line)
  if (before && before.product_id !== columns.product_id) refuseReceived(before, `lines.${index}.productId`)
  const isPricedAlike =
    before !== null &&
    before.qty_milli === columns.qty_milli &&
    before.price_micros === columns.price_micros &&
    before.discount_ppm === columns.discount_ppm
  const total = isPricedAlike && !money.isRepriced ? before.total_minor : lineTotal(columns, money.currency)
  const after = { ...columns, position: index + 1, total_minor: total, base_minor: money.toBase(total) }
  if (!before) {
    tx.insert('purchase_lines', { order_id: orderId, ...after })
    return
  }
  const names = Object.keys(after) as (keyof typeof after)[]
  if (names.some((name) => before[name] !== after[name])) tx.update('purchase_lines', before.id, after)
}

function refuseReceived(row: PurchaseLinesTable, field: string): void {
  if (row.received_milli > 0) throw new AppError('purchases/line-received', { position: row.position, field })
}

/** What is newly put on a line must be there; what the line has already may have gone since. */
function refuseUnknown(tx: WriteTx, lines: PurchaseInput['lines'], before: Map<Id, PurchaseLinesTable>): void {
  const products = new Set([...before.values()].map((row) => row.product_id))
  const salesLines = new Set([...before.values()].map((row) => row.sales_line_id))
  lines.forEach(({ productId, salesLineId }, index) => {
    if (productId !== null && !products.has(productId)) refuseProduct(tx, productId, `lines.${index}.productId`)
    if (salesLineId === null || salesLines.has(salesLineId)) return
    if (!tx.get('SELECT 1 FROM live_order_lines WHERE id = ?', salesLineId))
      throw new AppError('orders/line-not-found', { field: `lines.${index}.salesLineId` })
  })
}

function refuseProduct(tx: WriteTx, productId: Id, field: string): void {
  const product = tx.get<{ kind: string }>('SELECT kind FROM live_products WHERE id = ?', productId)
  if (!product) throw new AppError('catalog/product-not-found', { field })
  if (product.kind === 'family') throw new AppError('expected/family', { field })
}
