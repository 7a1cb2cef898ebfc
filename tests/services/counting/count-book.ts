// A book with stock in bins and batches, and short ways to count in it.

import { createCount } from '#main/services/counting/count-commands.ts'
import { countLines } from '#main/services/counting/count-lines.ts'
import { getCount } from '#main/services/counting/count-queries.ts'
import { enterCount } from '#main/services/counting/enter-counts.ts'
import { postCount } from '#main/services/counting/post-count.ts'
import { scanCode } from '#main/services/counting/scan-code.ts'
import type { Id } from '#shared/ids.ts'
import {
  type CountLine,
  type CountLinesInput,
  type CreateCountDraft,
  countLinesInput,
  createCountInput,
  type ScanInput,
  scanInput,
} from '#shared/schemas/counting.ts'
import { main, stockBook } from '#tests/services/stock/stock-book.ts'
import { makeProduct } from '#tests/support/records.ts'

export const today = '2026-11-22'

/** 20 mugs at 2.00, in no bin; 10 plates at 5.00 in bin A-1; 6 honey of batch H1. */
export function countBook() {
  const book = stockBook()
  const plate = book.write((tx) => makeProduct(tx, { sku: 'PLATE', nameEn: 'Plate', barcodes: ['4006381333931'] }))
  const honey = book.write((tx) => makeProduct(tx, { sku: 'HONEY', tracking: 'batch' }))
  const bin = book.write((tx) => tx.insert('bins', { warehouse_id: main, code: 'A-1' }))
  const cost = (amount: string) => ({ unitCost: { amount, currency: 'USD' } })
  book.post({
    kind: 'receive',
    input: {
      on: '2026-03-01',
      warehouseId: main,
      lines: [
        { productId: book.mug, quantity: 20, ...cost('2') },
        { productId: plate, quantity: 10, binId: bin, ...cost('5') },
        { productId: honey, quantity: 6, batch: { code: 'H1', expiresOn: '2027-01-01' } },
      ],
    },
  })
  const make = (draft: Partial<CreateCountDraft> = {}) =>
    book.write((tx) =>
      createCount(tx, createCountInput.parse({ warehouseId: main, on: today, of: { scope: 'all' }, ...draft })),
    )
  const lines = (id: Id, asked: Partial<CountLinesInput> = {}) =>
    book.read((db) => countLines(db, countLinesInput.parse({ id, ...asked }))).rows
  const line = (id: Id, sku: string): CountLine => {
    const found = lines(id).find((one) => one.sku === sku)
    if (!found) throw new Error(`${sku} is not on the sheet`)
    return found
  }
  const enter = (id: Id, sku: string, counted: number | null) =>
    book.write((tx) => enterCount(tx, { lineId: line(id, sku).id, counted }))
  const scan = (countId: Id, code: string, more: Partial<ScanInput> = {}) =>
    book.write((tx) => scanCode(tx, scanInput.parse({ countId, code, ...more })))
  const settle = (id: Id, seen?: string) =>
    book.write((tx) => postCount(tx, { id, ...(seen !== undefined && { seen }) }))
  const count = (id: Id) => book.read((db) => getCount(db, id))
  return { ...book, plate, honey, bin, make, lines, line, enter, scan, settle, count }
}

export type CountBook = ReturnType<typeof countBook>
