// Where a new paper begins.
import { expect, test } from 'vitest'
import { recordFor, wishedProducts, withCopies } from '#renderer/features/papers/wish-start.ts'
import { readIds } from '#renderer/lib/read-ids.ts'
import type { PaperWish } from '#shared/schemas/papers.ts'

const product = { kind: 'product', id: 7 } as const
const order = { kind: 'order', id: 12 } as const

test('papers of an order keep their record; papers of products have none', () => {
  expect(recordFor('proforma_invoice', order)).toEqual(order)
  expect(recordFor('product_labels', product)).toBeNull()
  expect(recordFor('count_sheet', { kind: 'count', id: 3 })).toEqual({ kind: 'count', id: 3 })
  expect(recordFor('count_sheet', order)).toBeNull()
})

test('the product named goes before those ticked; a price list of nothing is one of all, labels of nothing are none', () => {
  expect(wishedProducts('product_labels', product, [1, 2]).products).toEqual([{ productId: 7, copies: 1 }])
  expect(wishedProducts('price_list', null, [1, 2]).products.map((one) => one.productId)).toEqual([1, 2])
  expect(wishedProducts('price_list', null, [])).toMatchObject({ products: [], productQuery: { search: '' } })
  expect(wishedProducts('product_labels', null, [])).toEqual({ products: [], productQuery: null })
  expect(wishedProducts('proforma_invoice', order, [1])).toEqual({ products: [], productQuery: null })
})

test('copies are set per product; none takes it out', () => {
  const wish = { products: [1, 2].map((productId) => ({ productId, copies: 1 })) } as PaperWish
  expect(withCopies(wish, 2, 5).products).toEqual([
    { productId: 1, copies: 1 },
    { productId: 2, copies: 5 },
  ])
  expect(withCopies(wish, 1, 0).products).toEqual([{ productId: 2, copies: 1 }])
  expect(withCopies(wish, 1, 5000).products[0]?.copies).toBe(1000)
})

test('ticked products that were kept are read again; anything else is none', () => {
  expect(readIds('[3,1,2]')).toEqual([3, 1, 2])
  expect(readIds('[3,"1",-2,2.5,null]')).toEqual([3])
  for (const wrong of [undefined, '', 'x', '{}', 'null']) expect(readIds(wrong)).toEqual([])
})
