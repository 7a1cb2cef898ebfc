// A book with suppliers and what was bought from them: orders, lines and receipts written as rows, for figures to be made of.
import type { WriteTx } from '#main/db/database.ts'
import { settlePurchases } from '#main/services/purchases/purchase-derived.ts'
import { scoreboard } from '#main/services/scores/scoreboard.ts'
import { setSupplySetting } from '#main/services/suppliers/supply-settings.ts'
import { addDays, asDay, type Day } from '#shared/dates.ts'
import type { Id } from '#shared/ids.ts'
import { type BoardRow, type ScoreBoard, scoreboardInput } from '#shared/schemas/scores.ts'
import { makeCustomer, makeProduct } from '#tests/support/records.ts'
import { type TestBook, testBook } from '#tests/support/test-book.ts'

export type Receipt = { on: Day | null; qty: number; rejected?: number; reversed?: boolean }
export type Line = {
  qty?: number
  productId?: Id | null
  price?: number
  dueOn?: Day | null
  /** Base currency, minor; null: no rate. */
  base?: number | null
  receipts?: readonly Receipt[]
}
export type Order = Partial<Record<'currency' | 'mode' | 'country' | 'status', string>> & {
  orderedOn?: Day
  promisedOn?: Day | null
  hasReceiptDays?: boolean
  hasQuantities?: boolean
  hasRejects?: boolean
  isHistory?: boolean
  rate?: string | null
  vat?: { included: boolean; ppm: number; isLost?: boolean }
}

export type ScoreBook = TestBook & {
  supplier(name: string, given?: { kind?: string; status?: string }): Id
  product(sku: string): Id
  order(supplierId: Id | null, order: Order, lines: readonly Line[]): Id
  board(given?: Record<string, unknown>): ScoreBoard
  row(supplierId: Id, given?: Record<string, unknown>): BoardRow
  set(key: 'criteria' | 'grades' | 'scoring', value: unknown): void
}

/** Day so many of the year 2026. */
export const day = (count: number): Day => addDays(asDay('2026-01-01'), count)

export function scoreBook(): ScoreBook {
  const book = testBook()
  let number = 0
  const read = (given: Record<string, unknown> = {}) => book.read((db) => scoreboard(db, scoreboardInput.parse(given)))
  return {
    ...book,
    supplier: (name, { kind = 'factory', status = 'approved' } = {}) =>
      book.write((tx) => {
        const id = makeCustomer(tx, name, { roles: ['supplier'] })
        tx.update('parties', id, { supply_kind: kind, supply_status: status })
        return id
      }),
    product: (sku) => book.write((tx) => makeProduct(tx, { sku })),
    order(supplierId, order, lines) {
      number += 1
      return book.write((tx) => writeOrder(tx, { supplierId, number: `PO-${number}`, order, lines }))
    },
    board: read,
    row(supplierId, given) {
      const found = read(given).rows.find((row) => row.supplierId === supplierId)
      if (!found) throw new Error(`no row of ${supplierId}`)
      return found
    },
    set: (key, value) => void book.write((tx) => setSupplySetting(tx, key, value)),
  }
}

type Written = { supplierId: Id | null; number: string; order: Order; lines: readonly Line[] }

function writeOrder(tx: WriteTx, { supplierId, number, order, lines }: Written): Id {
  const { orderedOn = day(0), promisedOn = day(30), currency = 'USD', rate = '1', vat } = order
  const orderId = tx.insert('purchase_orders', {
    number,
    supplier_id: supplierId,
    ordered_on: orderedOn,
    promised_on: promisedOn,
    status: order.status ?? 'confirmed',
    currency,
    rate,
    rate_on: rate === null ? null : orderedOn,
    mode: order.mode,
    country: order.country,
    has_receipt_days: order.hasReceiptDays === false ? 0 : 1,
    has_quantities: order.hasQuantities === false ? 0 : 1,
    has_rejects: order.hasRejects === false ? 0 : 1,
    is_history: order.isHistory ? 1 : 0,
    vat_included: vat?.included ? 1 : 0,
    vat_ppm: vat?.ppm ?? 0,
    vat_recoverable: vat?.isLost ? 0 : 1,
  })
  for (const [position, line] of lines.entries()) writeLine(tx, orderId, { position, line })
  settlePurchases(tx, [orderId])
  return orderId
}

function writeLine(tx: WriteTx, orderId: Id, { position, line }: { position: number; line: Line }): void {
  const { qty = 100, price = 2, productId = null, receipts = [] } = line
  const total = Math.round(qty * price * 100)
  const lineId = tx.insert('purchase_lines', {
    order_id: orderId,
    position,
    product_id: productId,
    qty_milli: Math.round(qty * 1000),
    price_micros: Math.round(price * 1_000_000),
    promised_on: line.dueOn ?? null,
    total_minor: total,
    base_minor: line.base === undefined ? total : line.base,
  })
  for (const { on, qty: came, rejected = 0, reversed = false } of receipts) {
    const receiptId = tx.insert('purchase_receipts', {
      order_id: orderId,
      received_on: on,
      status: reversed ? 'reversed' : 'posted',
    })
    tx.insert('purchase_receipt_lines', {
      receipt_id: receiptId,
      line_id: lineId,
      qty_milli: Math.round(came * 1000),
      rejected_milli: Math.round(rejected * 1000),
    })
  }
}

/** A kept offer with one price. */
export function writeOffer(
  tx: WriteTx,
  given: {
    supplierId: Id
    productId: Id
    price: number
    from?: Day
    to?: Day | null
    currency?: string
    vat?: { included: boolean; ppm: number }
  },
): Id {
  const { supplierId, productId, price, from = day(0), to = null, currency = 'USD', vat } = given
  const id = tx.insert('offers', {
    supplier_id: supplierId,
    product_id: productId,
    currency,
    valid_from: from,
    valid_to: to,
    vat_included: vat?.included ? 1 : 0,
    vat_ppm: vat?.ppm ?? 0,
  })
  tx.insert('offer_prices', { offer_id: id, from_milli: 0, price_micros: Math.round(price * 1_000_000) })
  return id
}
