// What comes on top of the goods on papers of orders, and credits: their amounts stand above zero under a title that says so.
import { expect, test } from 'vitest'
import { createCredit } from '#main/services/dispatch/create-credit.ts'
import { toCredit } from '#main/services/dispatch/credit-queries.ts'
import { previewPaper } from '#main/services/papers/preview-paper.ts'
import { startPaper } from '#main/services/papers/start-paper.ts'
import type { Id } from '#shared/ids.ts'
import { creditInput } from '#shared/schemas/credits.ts'
import type { PaperLanguage } from '#shared/schemas/papers.ts'
import { makeCustomer, makeOrder, makeProduct } from '#tests/support/records.ts'
import { type TestBook, testBook, testNow } from '#tests/support/test-book.ts'

function invoice(book: TestBook, id: Id, language: PaperLanguage = 'en'): string {
  const asked = { kind: 'commercial_invoice' as const, record: { kind: 'order' as const, id }, versionId: null }
  const { wish } = book.read((db) => startPaper(db, asked, testNow))
  return book.read((db) => previewPaper(db, { ...wish, language, template: null }, testNow)).html
}

function orderOf(book: TestBook, more: Partial<Parameters<typeof makeOrder>[1]> = {}): Id {
  return book.write((tx) =>
    makeOrder(tx, {
      customerId: makeCustomer(tx, 'Kanda'),
      lines: [{ productId: makeProduct(tx, { sku: 'MUG' }), quantity: 10, unitPrice: '20.00', taxPercent: 19 }],
      ...more,
    }),
  )
}

/** The text of the rows below the goods, in their order. */
const sumsIn = (html: string) =>
  [...html.matchAll(/<tr class="(?:sum|total)"><td[^>]*>([^<]*)(?:<span.*?)?<\/td><td[^>]*>([^<]*)</g)].map(
    ([, word, amount]) => `${word?.trim()} ${amount}`,
  )

test('freight and tax stand below the goods, and what is to be paid in all', () => {
  const book = testBook()
  expect(sumsIn(invoice(book, orderOf(book, { freight: '12.50' })))).toEqual([
    'Total USD 200.00',
    'Freight USD 12.50',
    'Tax USD 38.00',
    'Amount due USD 250.50',
  ])
  const included = testBook()
  expect(sumsIn(invoice(included, orderOf(included, { taxIncluded: true })))).toEqual([
    'Total USD 200.00',
    'Of which tax USD 31.93',
    'Amount due USD 200.00',
  ])
  const plain = testBook()
  const lines = [{ productId: null, description: 'Mug', quantity: 1, unitPrice: '3' }]
  expect(sumsIn(invoice(plain, orderOf(plain, { lines })))).toEqual(['Total USD 3.00'])
})

test('a credit is a credit note with amounts above zero', () => {
  const book = testBook()
  const orderId = orderOf(book)
  const { creditId } = book.write((tx) => {
    const [line] = toCredit(tx, orderId).lines
    return createCredit(
      tx,
      creditInput.parse({ orderId, on: '2026-03-10', lines: [{ lineId: line?.lineId, quantity: 4 }] }),
    )
  })
  const html = invoice(book, creditId)
  expect(html).toContain('<h1>Credit note</h1>')
  expect(sumsIn(html)).toEqual(['Total USD 80.00', 'Tax USD 15.20', 'Amount due USD 95.20'])
  expect(html).not.toContain('-80.00')
  expect(invoice(book, creditId, 'zh-CN')).toContain('<h1>贷项通知单</h1>')
})
