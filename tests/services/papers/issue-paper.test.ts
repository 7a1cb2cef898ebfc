// Issuing: the number, what is frozen, and that nothing afterwards changes it.
import { describe, expect, test } from 'vitest'
import { checkBook } from '#main/services/book/check-book.ts'
import { editProduct } from '#main/services/catalog/product-commands.ts'
import { undoOperation } from '#main/services/history/undo-operation.ts'
import { editOrder } from '#main/services/orders/order-commands.ts'
import { getOrder } from '#main/services/orders/order-queries.ts'
import { issuePaper } from '#main/services/papers/issue-paper.ts'
import { paperKind } from '#main/services/papers/paper-kind.ts'
import { listPapers, papersOfRecord } from '#main/services/papers/paper-list.ts'
import { getPaper, paperHtml } from '#main/services/papers/paper-queries.ts'
import { markPaperSent, setPapersArchived, voidPaper } from '#main/services/papers/paper-status.ts'
import { previewPaper } from '#main/services/papers/preview-paper.ts'
import { startPaper } from '#main/services/papers/start-paper.ts'
import { recordCounts } from '#main/services/records/record-counts.ts'
import type { Day } from '#shared/dates.ts'
import { productInput } from '#shared/schemas/catalog.ts'
import { orderInput } from '#shared/schemas/orders.ts'
import { listInput } from '#shared/schemas/paging.ts'
import { type PaperKind, previewInput } from '#shared/schemas/papers.ts'
import { queryPlans, slowSteps } from '#tests/support/query-plans.ts'
import { makeCustomer, makeOrder, makeProduct } from '#tests/support/records.ts'
import { testBook, testNow } from '#tests/support/test-book.ts'

function orderBook() {
  const book = testBook()
  const ids = book.write((tx) => {
    const customer = makeCustomer(tx, 'Alpine Home', { country: 'DE', language: 'en' })
    const mug = makeProduct(tx, {
      sku: 'MUG',
      nameEn: 'Oak mug',
      nameZh: '橡木杯',
      hsCode: '4419.90',
      originCountry: 'CN',
    })
    const order = makeOrder(tx, { customerId: customer, lines: [{ productId: mug, quantity: 12, unitPrice: '3.25' }] })
    return { customer, mug, order }
  })
  const wishOf = (kind: PaperKind) =>
    book.read((db) => startPaper(db, { kind, record: { kind: 'order', id: ids.order }, versionId: null }, testNow)).wish
  const issue = (kind: PaperKind = 'commercial_invoice') =>
    book.write((tx) => issuePaper(tx, wishOf(kind)), 'papers.issue')
  return { book, ...ids, wishOf, issue }
}

const html = (book: ReturnType<typeof orderBook>['book'], id: number) => book.read((db) => paperHtml(db, id)).html

describe('an issued paper', () => {
  test('has the next number of its kind and year, and says what it was made of', () => {
    const { book, customer, order, issue } = orderBook()
    const first = issue()
    expect(first.number).toBe('CI-2026-0001')
    expect(issue('proforma_invoice').number).toBe('PI-2026-0001')
    expect(issue().number).toBe('CI-2026-0002')
    const paper = book.read((db) => getPaper(db, first.id))
    expect(paper).toMatchObject({
      kind: 'commercial_invoice',
      issuedOn: '2026-11-22',
      partyId: customer,
      record: { kind: 'order', id: order },
      version: { version: 1 },
      currency: 'USD',
      total: '39.00',
      status: 'issued',
      templateName: 'Commercial invoice',
    })
    expect(html(book, first.id)).toContain('CI-2026-0001')
    expect(book.read((db) => papersOfRecord(db, { kind: 'order', id: order }))).toHaveLength(3)
    expect(book.read((db) => papersOfRecord(db, { kind: 'party', id: customer }))).toHaveLength(3)
  })

  test('is counted wherever it is listed: on its order and on its customer', () => {
    const { book, customer, order, issue } = orderBook()
    issue()
    issue('proforma_invoice')
    const counted = (kind: 'order' | 'party', id: number) =>
      book.read((db) => [papersOfRecord(db, { kind, id }).length, recordCounts(db, { kind, id }).papers])
    expect(counted('order', order)).toEqual([2, 2])
    expect(counted('party', customer)).toEqual([2, 2])
    // A kind that only a newer program has words for is in no list, and so in no count.
    book.write((tx) => tx.run("UPDATE papers SET kind = 'certificate_of_origin' WHERE kind = 'proforma_invoice'"))
    expect(counted('order', order)).toEqual([1, 1])
    expect(counted('party', customer)).toEqual([1, 1])
  })

  test('stays letter for letter what it was, whatever changes afterwards', () => {
    const { book, mug, order, issue } = orderBook()
    const { id } = issue()
    const before = html(book, id)
    book.write((tx) => {
      editProduct(tx, mug, productInput.parse({ sku: 'MUG', nameEn: 'Renamed mug' }))
      const { lines, rate, ...rest } = getOrder(tx, order)
      const changed = lines.map((line) => ({ ...line, quantity: 99 }))
      editOrder(tx, order, orderInput.parse({ ...rest, rate: rate ?? '', lines: changed }))
    })
    expect(html(book, id)).toBe(before)
    expect(before).toContain('Oak mug')
  })

  test('of an old version says what that version said', () => {
    const { book, order, wishOf, issue } = orderBook()
    const { id } = issue()
    const { version } = book.read((db) => getPaper(db, id))
    book.write((tx) => {
      const { lines, rate, ...rest } = getOrder(tx, order)
      const changed = lines.map((line) => ({ ...line, quantity: 99 }))
      editOrder(tx, order, orderInput.parse({ ...rest, rate: rate ?? '', lines: changed }))
    })
    const print = (versionId: number | null) =>
      book.read((db) => previewPaper(db, previewInput.parse({ ...wishOf('commercial_invoice'), versionId }), testNow))
        .html
    expect(print(null)).toContain('321.75')
    expect(print(version?.id ?? null)).toContain('39.00')
    expect(() => print(987_654)).toThrow('papers/no-version')
  })

  test('is sent, then void, and keeps its page and number; a void one is sent nowhere', () => {
    const { book, issue } = orderBook()
    const { id } = issue()
    const sent = { id, on: '2026-11-23' as Day, to: 'greta@alpine.example' }
    expect(() => book.write((tx) => markPaperSent(tx, { ...sent, on: '2026-11-01' as Day }))).toThrow(
      'papers/sent-too-early',
    )
    for (const on of ['2026-11-24', '9999-12-31'] as Day[])
      expect(() => book.write((tx) => markPaperSent(tx, { ...sent, on }))).toThrow('papers/sent-too-late')
    book.write((tx) => markPaperSent(tx, sent))
    expect(book.read((db) => getPaper(db, id))).toMatchObject({ status: 'sent', sentOn: '2026-11-23' })
    const before = html(book, id)
    book.write((tx) => voidPaper(tx, { id, note: 'wrong price' }))
    expect(book.read((db) => getPaper(db, id))).toMatchObject({ status: 'void', note: 'wrong price' })
    expect(html(book, id)).toBe(before)
    expect(() => book.write((tx) => markPaperSent(tx, sent))).toThrow('papers/is-void')
    expect(() => book.write((tx) => voidPaper(tx, { id, note: '' }))).toThrow('papers/is-void')
    expect(issue().number).toBe('CI-2026-0002')
    expect(book.read(checkBook)).toMatchObject({ ok: true })
  })

  test('that is void stays so: making it void is not undone', () => {
    const { book, issue } = orderBook()
    const { id } = issue()
    const { operationId } = book.writer.write('papers.void', null, (tx) => voidPaper(tx, { id, note: '' }))
    expect(() => book.write((tx) => undoOperation(tx, operationId ?? 0))).toThrow('history/undo-void')
    expect(book.read((db) => getPaper(db, id)).status).toBe('void')
  })

  test('a sample is never issued, nor a paper of nothing', () => {
    const { book, wishOf } = orderBook()
    const sample = { ...wishOf('commercial_invoice'), record: null }
    expect(() => book.write((tx) => issuePaper(tx, sample))).toThrow('papers/nothing-to-issue')
    const labels = book.read((db) =>
      startPaper(db, { kind: 'product_labels', record: null, versionId: null }, testNow),
    ).wish
    expect(() => book.write((tx) => issuePaper(tx, labels))).toThrow('papers/nothing-to-issue')
    const poor = wishOf('commercial_invoice')
    const unpaid = { ...poor, options: { ...poor.options, bankAccountId: 4242 } }
    expect(() => book.write((tx) => issuePaper(tx, unpaid))).toThrow('catalog/reference-not-found')
    const misfit = { ...wishOf('commercial_invoice'), templateId: 'builtin:price-list' }
    expect(() => book.write((tx) => issuePaper(tx, misfit))).toThrow('papers/template-kind')
  })
})

describe('the list of papers', () => {
  test('is filtered, searched and archived like every list', () => {
    const { book, issue } = orderBook()
    const first = issue()
    issue('proforma_invoice')
    const list = (input: object) => book.read((db) => listPapers(db, listInput.parse(input)))
    expect(
      list({})
        .rows.map((row) => row.number)
        .sort(),
    ).toEqual(['CI-2026-0001', 'PI-2026-0001'])
    expect(list({ search: 'alpine pi-' }).rows).toMatchObject([
      { number: 'PI-2026-0001', party: 'Alpine Home', total: '39.00' },
    ])
    expect(list({ filters: [{ column: 'kind', op: 'in', values: ['commercial_invoice'] }] }).total).toBe(1)
    book.write((tx) => setPapersArchived(tx, [first.id], true))
    expect(list({}).total).toBe(1)
    expect(list({ archived: true }).rows).toMatchObject([{ number: 'CI-2026-0001' }])
  })

  test('reads its first page and a record’s papers by an index', () => {
    const { book, customer, order } = orderBook()
    expect(slowSteps(queryPlans(book, (db) => listPapers(db, listInput.parse({}))))).toEqual([])
    const papersOf = (kind: 'order' | 'party', id: number) =>
      queryPlans(book, (db) => [papersOfRecord(db, { kind, id }), recordCounts(db, { kind, id })])
    // A handful of rows, found by the index, are put in order.
    const scans = [...papersOf('order', order), ...papersOf('party', customer)].filter((step) => /^SCAN/.test(step))
    expect(scans).toEqual([])
    const borrowed = paperKind.search.borrowed?.map(({ borrowers }) => borrowers) ?? []
    const plans = borrowed.flatMap((sql) => queryPlans(book, (db) => db.raw(sql, customer)))
    expect(plans).toEqual(['SEARCH papers USING COVERING INDEX papers_by_party (party_id=?)'])
  })

  test('is empty in an empty book', () => {
    const book = testBook()
    expect(book.read((db) => listPapers(db, listInput.parse({})))).toEqual({ rows: [], total: 0 })
    expect(() => book.read((db) => getPaper(db, 1))).toThrow('papers/not-found')
    expect(() => book.read((db) => paperHtml(db, 1))).toThrow('papers/not-found')
  })
})

describe('where a paper begins', () => {
  test('the language is the customer’s, else their country’s; the paper is that of their offices', () => {
    const book = testBook()
    const begin = (draft: object) => {
      const id = book.write((tx) => makeOrder(tx, { customerId: makeCustomer(tx, 'Someone', draft) }))
      const asked = { kind: 'proforma_invoice' as const, record: { kind: 'order' as const, id }, versionId: null }
      return book.read((db) => startPaper(db, asked, testNow)).wish
    }
    expect(begin({ country: 'DE', language: 'zh-CN' })).toMatchObject({ language: 'zh-CN', pageSize: 'A4' })
    expect(begin({ country: 'CN' }).language).toBe('zh-CN')
    expect(begin({ country: 'US' })).toMatchObject({ language: 'en', pageSize: 'Letter' })
    expect(begin({}).options.validUntil).toBe('2026-12-22')
  })

  test('what is missing is said, and stops nothing', () => {
    const { book, wishOf } = orderBook()
    book.write((tx) => tx.run("UPDATE products SET hs_code = '', origin_country = ''"))
    const preview = book.read((db) => previewPaper(db, previewInput.parse(wishOf('commercial_invoice')), testNow))
    const codes = preview.warnings.map(({ code }) => code)
    for (const code of [
      'no-hs-code',
      'no-origin',
      'no-bank-account',
      'no-company-address',
      'no-customer-address',
      'no-incoterm',
    ])
      expect(codes).toContain(code)
    expect(preview.warnings.find(({ code }) => code === 'no-hs-code')).toMatchObject({ count: 1, names: ['MUG'] })
  })
})
