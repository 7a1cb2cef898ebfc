// Price lists and labels: of all the products asked for, as often as asked for.
import { expect, test } from 'vitest'
import { issuePaper } from '#main/services/papers/issue-paper.ts'
import { paperHtml } from '#main/services/papers/paper-queries.ts'
import { startPaper } from '#main/services/papers/start-paper.ts'
import type { PaperKind, PaperWish } from '#shared/schemas/papers.ts'
import { makeProduct } from '#tests/support/records.ts'
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
