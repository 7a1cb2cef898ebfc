// Price lists and labels: of all the products asked for, as often as asked for.
import { expect, test } from 'vitest'
import { issuePaper } from '#main/services/papers/issue-paper.ts'
import { paperHtml } from '#main/services/papers/paper-queries.ts'
import { previewPaper } from '#main/services/papers/preview-paper.ts'
import { startPaper } from '#main/services/papers/start-paper.ts'
import { AppError } from '#shared/errors.ts'
import { listInput } from '#shared/schemas/paging.ts'
import type { PaperKind, PaperWish } from '#shared/schemas/papers.ts'
import { makeOrder, makeProduct } from '#tests/support/records.ts'
import { testBook, testNow } from '#tests/support/test-book.ts'

function productBook() {
  const book = testBook()
  const [mug, tray] = book.write((tx) => [
    makeProduct(tx, { sku: 'MUG', nameEn: 'Oak mug' }),
    makeProduct(tx, { sku: 'TRAY', nameEn: 'Oak tray' }),
  ]) as [number, number]
  const issue = (kind: PaperKind, wish: Partial<PaperWish>) => {
    const start = book.read((db) => startPaper(db, { kind, record: null, versionId: null }, testNow))
    const { id } = book.write((tx) => issuePaper(tx, { ...start.wish, ...wish }))
    return book.read((db) => paperHtml(db, id)).html
  }
  return { book, mug, tray, issue }
}

/** What a paper was refused for, and that it took no number. */
function refusalOf(work: () => unknown): unknown {
  try {
    work()
  } catch (error) {
    if (error instanceof AppError) return { code: error.code, ...error.details }
    throw error
  }
  return 'not refused'
}

const skusOf = (html: string) => [...html.matchAll(/<p class="sku">(\w+)/g)].map((found) => found[1])

test('a product named twice gets the copies of each time', () => {
  const { mug, tray, issue } = productBook()
  const products = [
    { productId: mug, copies: 3 },
    { productId: tray, copies: 1 },
    { productId: mug, copies: 2 },
  ]
  expect(skusOf(issue('product_labels', { products }))).toEqual(['MUG', 'MUG', 'MUG', 'TRAY', 'MUG', 'MUG'])
})

test('a paper of nothing is not issued, nor one of a product that is not there; no number is used up', () => {
  const { book, mug, issue } = productBook()
  const gone = { code: 'catalog/product-not-found', field: 'products.1.productId' }
  const products = [
    { productId: mug, copies: 1 },
    { productId: 987_654, copies: 1 },
  ]
  for (const kind of ['product_labels', 'price_list'] as const)
    expect(refusalOf(() => issue(kind, { products }))).toEqual(gone)
  const productQuery = listInput.parse({ search: 'zzzz-nothing' })
  expect(refusalOf(() => issue('price_list', { productQuery }))).toEqual({ code: 'papers/nothing-to-issue' })
  const start = { kind: 'product_labels' as const, record: { kind: 'product' as const, id: 987_654 }, versionId: null }
  expect(refusalOf(() => book.read((db) => startPaper(db, start, testNow)))).toEqual({
    code: 'catalog/product-not-found',
    field: 'record',
  })
  expect(issue('price_list', { products: products.slice(0, 1) })).toContain('PL-2026-0001')
})

test('that nothing matches is said beside the preview', () => {
  const { book } = productBook()
  const { wish } = book.read((db) => startPaper(db, { kind: 'price_list', record: null, versionId: null }, testNow))
  const productQuery = listInput.parse({ search: 'zzzz-nothing' })
  const preview = book.read((db) => previewPaper(db, { ...wish, productQuery, template: null }, testNow))
  expect(preview.warnings.map(({ code }) => code)).toContain('no-lines')
})

test('a paper of products takes no record and no version of one', () => {
  const { book, mug, issue } = productBook()
  const products = [{ productId: mug, copies: 1 }]
  const order = book.write((tx) => makeOrder(tx, { lines: [{ productId: mug, quantity: 1, unitPrice: '1' }] }))
  const record = { kind: 'order' as const, id: order }
  expect(refusalOf(() => issue('price_list', { products, record }))).toEqual({
    code: 'papers/wrong-record',
    field: 'record',
  })
  expect(refusalOf(() => issue('price_list', { products, versionId: 7 }))).toEqual({
    code: 'papers/no-version',
    field: 'versionId',
  })
})
