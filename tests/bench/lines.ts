// The order lines of a generated book: as the text of a file, and as values in memory for bare inserts.
import { seededRandom } from '#main/domain/stats/random.ts'
import type { Id } from '#shared/ids.ts'
import { lineTotalMinor } from '#shared/money.ts'
import type { MadeOrder, MadeProduct } from '#tests/bench/make-book.ts'
import type { Size } from '#tests/bench/sizes.ts'

export type Line = {
  order: MadeOrder
  product: MadeProduct
  qty: number
  cents: number
  discountPercent: number
}

/** A few products sell most; lines stand order by order, as files have them. */
export function makeLines(size: Size, orders: readonly MadeOrder[], products: readonly MadeProduct[]): Line[] {
  const random = seededRandom(1, 'bench lines')
  return Array.from({ length: size.lines }, (_, index) => {
    const spread = random.below(products.length) * random.below(products.length)
    const product = products[Math.floor(spread / products.length)]
    const order = orders[Math.floor((index * orders.length) / size.lines)]
    if (!product || !order) throw new RangeError('no product or order')
    const discountPercent = random.chance(0.2) ? random.pick([3, 5, 8, 12.5]) : 0
    return { order, product, qty: random.between(1, 240), cents: random.between(50, 20_000), discountPercent }
  })
}

/** Eight columns, as a seller's program writes them. */
export function linesAsCsv(lines: readonly Line[]): string {
  const rows = lines.map(({ order, product, qty, cents, discountPercent }) =>
    [
      order.number,
      product.sku,
      `"${product.name}"`,
      qty,
      'pcs',
      (cents / 100).toFixed(2),
      discountPercent,
      order.currency,
    ].join(','),
  )
  return `Order number,SKU,Product name,Quantity,Unit,Unit price,Discount (%),Currency\r\n${rows.join('\r\n')}\r\n`
}

export type LineValues = (string | number | null)[]

/** All columns of `order_lines`, worked out beforehand: what is left is the inserting. */
export function linesAsValues(lines: readonly Line[], firstId: Id): LineValues[] {
  let position = 0
  let last: MadeOrder | null = null
  return lines.map((line, index) => {
    position = line.order === last ? position + 1 : 1
    last = line.order
    const priceMicros = line.cents * 10_000
    const discountPpm = line.discountPercent * 10_000
    const { currency } = line.order
    const total = lineTotalMinor({ priceMicros, qtyMilli: line.qty * 1000, discountPpm, currency })
    const base = Math.round(total * line.order.baseUnits)
    return [
      firstId + index,
      line.order.id,
      position,
      '',
      line.product.id,
      '',
      line.qty * 1000,
      priceMicros,
      discountPpm,
      total,
      base,
      line.order.orderedOn,
      Math.round(line.product.costCents * line.qty),
    ]
  })
}

export const insertLine = `INSERT INTO order_lines (id, order_id, position, external_id, product_id, description, qty_milli, price_micros,
  discount_ppm, total_minor, base_minor, sold_on, cost_base_minor) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`
