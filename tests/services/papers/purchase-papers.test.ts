// Purchase order, purchase contract and request for quotation as papers.
import { describe, expect, test } from 'vitest'
import { issuePaper } from '#main/services/papers/issue-paper.ts'
import { previewPaper } from '#main/services/papers/preview-paper.ts'
import { startPaper } from '#main/services/papers/start-paper.ts'
import { editPurchase } from '#main/services/purchases/purchase-commands.ts'
import { versionsOf } from '#main/services/versions/version-queries.ts'
import type { Id } from '#shared/ids.ts'
import type { PaperKind, PaperLanguage, PaperOptions } from '#shared/schemas/papers.ts'
import { purchaseInput } from '#shared/schemas/purchases.ts'
import type { RecordRef } from '#shared/schemas/records.ts'
import { purchaseBook } from '#tests/services/receiving/purchase-book.ts'
import { type TestBook, testNow } from '#tests/support/test-book.ts'

type Wanted = {
  kind: PaperKind
  record: RecordRef
  language?: PaperLanguage
  options?: Partial<PaperOptions>
  versionId?: Id
}

function paper(book: TestBook, { kind, record, language, options, versionId }: Wanted) {
  const { wish } = book.read((db) => startPaper(db, { kind, record, versionId: versionId ?? null }, testNow))
  const asked = {
    ...wish,
    language: language ?? wish.language,
    options: { ...wish.options, ...options },
    template: null,
  }
  return { wish, ...book.read((db) => previewPaper(db, asked, testNow)) }
}

function contractBook() {
  const book = purchaseBook()
  book.write((tx) => {
    tx.update('parties', book.factory, { name: 'Ningbo Muxin', name_zh: '宁波木心', country: 'CN' })
    tx.update('products', book.mug, { name_en: 'Mug', name_zh: '马克杯' })
  })
  const order = book.order({
    ...{ currency: 'CNY', rate: '0.14', vatIncluded: true, vatPercent: 13, incoterm: 'FCA', place: 'Ningbo' },
    ...{ depositPercent: 30, dueFrom: 'ready', dueDays: 7, overPercent: 5, mode: 'sea' },
  })
  return { ...book, id: order.id }
}

describe('a purchase order on paper', () => {
  test('says terms, VAT and the whole in words, in the supplier’s language', () => {
    const book = contractBook()
    const record = { kind: 'purchase' as const, id: book.id }
    const { wish, html, warnings } = paper(book, { kind: 'purchase_order', record })
    expect(wish.language).toBe('zh-CN')
    for (const said of [
      '采购订单',
      'PO-2026-0001',
      '宁波木心',
      '马克杯',
      '下单付30%定金，余款于货好后7日内付清',
      '价格含13%增值税',
      '2026年11月1日',
      'FCA Ningbo (Incoterms® 2020)',
      '其中增值税',
      '23.01',
      'CNY 200.00',
      '贰佰元整',
    ]) {
      expect(html).toContain(said)
    }
    expect(warnings.map(({ code }) => code)).toContain('no-supplier-address')
    const english = paper(book, { kind: 'purchase_order', record, language: 'en' }).html
    for (const said of [
      '30\u00a0% deposit with the order, the balance within 7 days after the goods are ready',
      'by sea',
      '1 November 2026',
    ])
      expect(english).toContain(said)
  })

  test('VAT on top is added to what is owed', () => {
    const book = purchaseBook()
    const order = book.order({ vatPercent: 13, freight: '10.00' })
    const record = { kind: 'purchase' as const, id: order.id }
    const { html } = paper(book, { kind: 'purchase_order', record, language: 'en' })
    for (const said of ['200.00', '10.00', '27.30', 'USD 237.30', 'Prices exclude VAT (13\u00a0%)'])
      expect(html).toContain(said)
  })

  test('as it stood in an earlier version, and kept as it was issued', () => {
    const book = contractBook()
    const record = { kind: 'purchase' as const, id: book.id }
    const { rate, lines, ...now } = book.purchase(book.id)
    const kept = lines.map((line) => ({ ...line, salesLineId: null, quantity: 300 }))
    book.write((tx) => editPurchase(tx, book.id, purchaseInput.parse({ ...now, rate: rate ?? '', lines: kept })))
    const first = book.read((db) => versionsOf(db, record)).at(-1)
    expect(paper(book, { kind: 'purchase_order', record }).html).toContain('CNY 600.00')
    expect(paper(book, { kind: 'purchase_order', record, versionId: first?.id ?? 0 }).html).toContain('CNY 200.00')
    const { wish } = paper(book, { kind: 'purchase_contract', record })
    const issued = book.write((tx) => issuePaper(tx, wish), 'papers.issue')
    expect(issued.number).toBe('PC-2026-0001')
    expect(book.read((db) => db.raw('SELECT party_id, total_minor, currency FROM papers'))).toEqual([
      [book.factory, 60_000, 'CNY'],
    ])
  })
})

test('the contract has its clauses in both languages', () => {
  const book = contractBook()
  const record = { kind: 'purchase' as const, id: book.id }
  const { html } = paper(book, { kind: 'purchase_contract', record, language: 'both' })
  for (const said of [
    'Purchase contract',
    '采购合同',
    'Inspection and acceptance',
    '检验与验收',
    '争议解决',
    'Ningbo Muxin',
    '宁波木心',
  ])
    expect(html).toContain(said)
})

test('a request leaves room for the answer, addressed to one supplier or to none', () => {
  const book = purchaseBook()
  const id = book.write((tx) => {
    const request = tx.insert('quote_requests', { number: 'RQ-1', requested_on: '2026-11-02', answer_by: '2026-11-09' })
    tx.insert('quote_request_lines', { request_id: request, position: 1, product_id: book.mug, qty_milli: 5_000_000 })
    return request
  })
  const record = { kind: 'request' as const, id }
  const open = paper(book, { kind: 'quote_request', record, language: 'en' }).html
  for (const said of ['RQ-1', '5,000', 'Your unit price', 'Please answer by', '9 November 2026'])
    expect(open).toContain(said)
  expect(open).not.toContain('Factory')
  const addressed = paper(book, {
    kind: 'quote_request',
    record,
    language: 'en',
    options: { supplierId: book.factory },
  })
  expect(addressed.html).toContain('Factory')
})
