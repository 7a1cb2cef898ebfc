// What a back-dated posting would change, told before it is posted, and nothing written.
import { expect, test } from 'vitest'
import { previewPosting } from '#main/services/stock/preview-posting.ts'
import { type StockPostingDraft, stockPosting } from '#shared/schemas/stock-postings.ts'
import { failureOf, main, type StockBook, stockBook } from './stock-book.ts'

const usd = (amount: string) => ({ amount, currency: 'USD' })
const preview = (book: StockBook, posting: StockPostingDraft) =>
  book.writer.rehearse(null, (tx) => previewPosting(tx, stockPosting.parse(posting)))

function soldBook(): StockBook {
  const book = stockBook()
  const receive = (on: string, quantity: number, amount: string) =>
    book.post({
      kind: 'receive',
      input: { on, warehouseId: main, lines: [{ productId: book.mug, quantity, unitCost: usd(amount) }] },
    })
  const issue = (on: string, quantity: number) =>
    book.post({ kind: 'issue', input: { on, warehouseId: main, lines: [{ productId: book.mug, quantity }] } })
  receive('2026-03-01', 10, '2')
  issue('2026-03-10', 4)
  receive('2026-03-20', 6, '3')
  issue('2026-03-25', 5)
  return book
}

test('a receipt that comes to light later changes balances and costs of what was issued since', () => {
  const book = soldBook()
  const lines = [{ productId: book.mug, quantity: 10, unitCost: usd('4') }]
  const told = preview(book, { kind: 'receive', input: { on: '2026-03-05', warehouseId: main, lines } })
  expect(told).toMatchObject({
    isBackdated: true,
    balances: [
      { sku: 'MUG', on: '2026-03-10', before: 6, after: 16 },
      { on: '2026-03-20', before: 12, after: 22 },
      { on: '2026-03-25', before: 7, after: 17 },
    ],
    balanceCount: 3,
    // Moving average: 4 of 10 at 2.00, then 5 of 12 at 2.50; with the receipt 4 of 20 at 3.00, then 5 of 22 at 3.00.
    costs: [
      { on: '2026-03-10', kind: 'issue', documentNumber: 'GI-2026-0001', before: '8.00', after: '12.00' },
      { on: '2026-03-25', before: '12.50', after: '15.00' },
    ],
    costCount: 2,
    stockValue: { before: '17.50', after: '51.00' },
    baseCurrency: 'USD',
    warnings: [],
  })
  expect(book.onHand(book.mug, main)).toBe(7)
  expect(book.problems()).toEqual([])
})

test('the newest posting changes nothing that was told', () => {
  const book = soldBook()
  const lines = [{ productId: book.mug, quantity: 1 }]
  expect(preview(book, { kind: 'issue', input: { on: '2026-03-26', warehouseId: main, lines } })).toMatchObject({
    isBackdated: false,
    balances: [],
    costs: [],
    stockValue: { before: '17.50', after: '15.00' },
  })
})

test('what would be refused is refused here already', () => {
  const book = soldBook()
  const lines = [{ productId: book.mug, quantity: 8 }]
  const posting: StockPostingDraft = { kind: 'issue', input: { on: '2026-03-05', warehouseId: main, lines } }
  expect(failureOf(() => preview(book, posting))).toMatchObject({
    code: 'stock/insufficient',
    details: { day: '2026-03-10' },
  })
})
