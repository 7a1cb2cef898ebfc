// The largest papers there may be still come through the leash.
import { expect, test } from 'vitest'
import { previewPaper } from '#main/services/papers/preview-paper.ts'
import { largestPriceList, mostLabels, previewInput } from '#shared/schemas/papers.ts'
import { makeProduct } from '#tests/support/records.ts'
import { testBook, testNow } from '#tests/support/test-book.ts'

test('a price list and labels of as many products as allowed; one more is refused', { timeout: 120_000 }, () => {
  const book = testBook()
  const ids = book.write((tx) =>
    Array.from({ length: largestPriceList }, (_, at) =>
      makeProduct(tx, { sku: `SKU-${at}`, nameEn: `Oak board ${at}`, nameZh: `橡木板 ${at}` }),
    ),
  )
  const print = (draft: object) => {
    const wish = previewInput.parse({ language: 'both', ...draft })
    return book.read((db) => previewPaper(db, wish, testNow)).html
  }
  const list = { kind: 'price_list', templateId: 'builtin:price-list', pageSize: 'A4', productQuery: {} }
  expect(print(list)).toContain(`SKU-${largestPriceList - 1}<`)
  const products = ids.map((productId) => ({ productId }))
  const labels = { kind: 'product_labels', templateId: 'builtin:product-labels', pageSize: '60x40' }
  expect(print({ ...labels, products }).split('<section').length - 1).toBe(mostLabels)
  const tooMany = products.slice(0, 6).map((product) => ({ ...product, copies: 1000 }))
  expect(() => print({ ...labels, products: tooMany })).toThrow('papers/too-many-labels')
  book.write((tx) => makeProduct(tx, { sku: 'ONE-MORE', nameEn: 'One more' }))
  expect(() => print(list)).toThrow('papers/too-many-products')
})
