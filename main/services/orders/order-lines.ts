// The lines of an order, made to be those of the form: kept ones stay the same rows, and untouched ones are not rewritten.
import type { WriteTx } from '#main/db/database.ts'
import type { OrderLinesTable } from '#main/db/tables.ts'
import { type PricedLine, pricedLine, pricedTotal } from '#main/services/orders/order-columns.ts'
import { AppError, atField } from '#shared/errors.ts'
import type { Id } from '#shared/ids.ts'
import type { OrderInput } from '#shared/schemas/orders.ts'

export type LineMoney = { currency: string; toBase: (minor: number) => number | null; isRepriced: boolean }

/**
 * Makes the living lines of an order those of the list, in its order. A kept line whose price, quantity and discount stay
 * keeps its total as well: it was fixed when it was written. `isRepriced` says that the order's currency changed.
 */
export function keepLines(tx: WriteTx, orderId: Id, lines: OrderInput['lines'], money: LineMoney): void {
  const before = new Map(
    tx
      .all<OrderLinesTable>('SELECT * FROM live_order_lines WHERE order_id = ?', orderId)
      .map((row) => [row.id, row] as const),
  )
  refuseUnknownProducts(tx, lines, before)
  const kept = new Set<Id>()
  lines.forEach((line, index) => {
    const row = line.id === undefined ? undefined : before.get(line.id)
    if (line.id !== undefined && (!row || kept.has(line.id))) {
      throw new AppError('orders/line-not-found', { field: `lines.${index}` })
    }
    if (row) kept.add(row.id)
    // Price, quantity and discount make the amount together; the price is what is usually mistyped.
    atField(`lines.${index}.unitPrice`, () =>
      keepLine(tx, { orderId, position: index + 1, priced: pricedLine(line), before: row ?? null }, money),
    )
  })
  for (const id of before.keys()) if (!kept.has(id)) tx.update('order_lines', id, { deleted: 1 })
}

type KeptLine = { orderId: Id; position: number; priced: PricedLine; before: OrderLinesTable | null }

function keepLine(tx: WriteTx, { orderId, position, priced, before }: KeptLine, money: LineMoney): void {
  const total =
    before && !money.isRepriced && isPricedAlike(before, priced)
      ? before.total_minor
      : pricedTotal(priced, money.currency)
  const after = { ...priced, position, total_minor: total, base_minor: money.toBase(total) }
  if (!before) {
    tx.insert('order_lines', { order_id: orderId, ...after })
    return
  }
  const columns = Object.keys(after) as (keyof typeof after)[]
  if (columns.some((column) => before[column] !== after[column])) tx.update('order_lines', before.id, after)
}

function isPricedAlike(before: OrderLinesTable, after: PricedLine): boolean {
  return (
    before.qty_milli === after.qty_milli &&
    before.price_micros === after.price_micros &&
    before.discount_ppm === after.discount_ppm
  )
}

/** A product newly put on a line must be there; one that the line has already may have gone since. */
function refuseUnknownProducts(tx: WriteTx, lines: OrderInput['lines'], before: Map<Id, OrderLinesTable>): void {
  const had = new Set([...before.values()].map((row) => row.product_id))
  lines.forEach(({ productId }, index) => {
    if (productId === null || had.has(productId)) return
    if (!tx.get('SELECT 1 FROM live_products WHERE id = ?', productId)) {
      throw new AppError('catalog/product-not-found', { field: `lines.${index}.productId` })
    }
  })
}
