// Goods received and delivery notes: what a stock document moved, on paper.
import { expect, test } from 'vitest'
import { dispatchOrder } from '#main/services/dispatch/dispatch-orders.ts'
import { issuePaper } from '#main/services/papers/issue-paper.ts'
import { previewPaper } from '#main/services/papers/preview-paper.ts'
import { startPaper } from '#main/services/papers/start-paper.ts'
import { reverseMovements } from '#main/services/stock/reverse-movements.ts'
import type { Id } from '#shared/ids.ts'
import { dispatchInput } from '#shared/schemas/dispatch.ts'
import type { PaperLanguage } from '#shared/schemas/papers.ts'
import { main, type StockBook, stockBook } from '#tests/services/stock/stock-book.ts'
import { makeCustomer, makeOrder, makeProduct } from '#tests/support/records.ts'
import { testNow } from '#tests/support/test-book.ts'

type Made = StockBook & { receipt: Id; issue: Id }

function movedBook(): Made {
  const book = stockBook()
  const { tea, customer, supplier } = book.write((tx) => ({
    tea: makeProduct(tx, { sku: 'TEA', nameEn: 'Tea', nameZh: '茶', tracking: 'batch' }),
    customer: makeCustomer(tx, 'Kanda', { nameZh: '神田', language: 'zh-CN' }),
    supplier: makeCustomer(tx, 'Yunqi', { nameZh: '云栖', roles: ['supplier'] }),
  }))
  const unitCost = { amount: '7.77', currency: 'USD' }
  const received = book.post({
    kind: 'receive',
    input: {
      ...{ on: '2026-03-01', warehouseId: main, partyId: supplier, reference: 'DN 12' },
      lines: [{ productId: tea, quantity: 5, batch: { code: 'L1', expiresOn: '2027-01-31' }, unitCost }],
    },
  })
  const batchId = book.read((db) => db.raw('SELECT id FROM batches'))[0]?.[0] as Id
  const issued = book.post({
    kind: 'issue',
    input: {
      on: '2026-03-10',
      warehouseId: main,
      partyId: customer,
      lines: [{ productId: tea, quantity: 2, batchId }],
    },
  })
  return { ...book, receipt: received.id, issue: issued.id }
}

function note(book: Made, id: Id, language?: PaperLanguage) {
  const asked = { kind: 'goods_note' as const, record: { kind: 'document' as const, id }, versionId: null }
  const { wish } = book.read((db) => startPaper(db, asked, testNow))
  const preview = book.read((db) =>
    previewPaper(db, { ...wish, language: language ?? wish.language, template: null }, testNow),
  )
  return { wish, ...preview }
}

const cells = (html: string, column: string) =>
  [...html.matchAll(new RegExp(`<td class="[^"]*\\b${column}">([^<]*)<`, 'g'))].map(([, text]) => text)

test('what came in is a goods received note of its supplier, without costs', () => {
  const book = movedBook()
  const { html } = note(book, book.receipt, 'en')
  expect(html).toContain('<h1>Goods received note</h1>')
  for (const said of ['Yunqi', 'DN 12', 'GR-2026-0001', '1 Mar']) expect(html).toContain(said)
  expect(cells(html, 'quantity')).toEqual(['5'])
  expect([cells(html, 'batch'), cells(html, 'expires')]).toEqual([['L1'], ['31 January 2027']])
  expect(html).not.toContain('7.77')
})

test('what went out is a delivery note in the language of its customer, and is kept as one', () => {
  const book = movedBook()
  const { wish, html } = note(book, book.issue)
  expect(wish.language).toBe('zh-CN')
  expect(html).toContain('<h1>送货单</h1>')
  expect(html).toContain('神田')
  expect([cells(html, 'name'), cells(html, 'quantity')]).toEqual([['茶'], ['2']])
  expect(book.write((tx) => issuePaper(tx, wish)).number).toBe('GN-2026-0001')
})

test('lines that were taken back are not on it', () => {
  const book = movedBook()
  const movement = book.read((db) => db.raw('SELECT id FROM stock_movements WHERE document_id = ?', book.issue))[0]?.[0]
  const span = { firstId: movement as Id, lastId: movement as Id }
  book.write((tx) => reverseMovements(tx, span))
  const { html, warnings } = note(book, book.issue, 'en')
  expect(cells(html, 'sku')).toEqual([])
  expect(warnings.map(({ code }) => code)).toContain('no-lines')
})

test('what leaves for an order goes to whom the order sends it, with the number of its carrier', () => {
  const book = movedBook()
  const { customer, mug } = book.write((tx) => ({
    customer: makeCustomer(tx, 'Kanda Shop', { code: 'K-2' }),
    mug: makeProduct(tx, { sku: 'CUP' }),
  }))
  const receipt = { on: '2026-03-01', warehouseId: main, lines: [{ productId: mug, quantity: 5 }] }
  book.post({ kind: 'receive', input: receipt })
  const shipTo = { name: 'Ms Mori', street: 'Dock 4', city: 'Osaka', country: 'JP', phone: '+81 6 1' }
  const orderId = book.write((tx) =>
    makeOrder(tx, { customerId: customer, shipTo, lines: [{ productId: mug, quantity: 2, unitPrice: '3' }] }),
  )
  const sent = dispatchInput.parse({ orderId, on: '2026-03-11', trackingNumber: 'JP-778' })
  const { documentId } = book.write((tx) => dispatchOrder(tx, sent))
  const { html } = note(book, documentId ?? 0, 'en')
  for (const said of ['Ms Mori', 'Dock 4', 'Osaka', '+81 6 1', 'JP-778', 'SO-2026-0001']) expect(html).toContain(said)
  expect(html).not.toContain('Kanda Shop')
})
