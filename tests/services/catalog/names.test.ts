import { expect, test } from 'vitest'
import { addCategory } from '#main/services/catalog/category-commands.ts'
import { listProducts } from '#main/services/catalog/product-list.ts'
import { getProduct } from '#main/services/catalog/product-queries.ts'
import { getOrder } from '#main/services/orders/order-queries.ts'
import { categoryInput } from '#shared/schemas/catalog.ts'
import { type Filter, listInput } from '#shared/schemas/paging.ts'
import { makeOrder, makeProduct } from '#tests/support/records.ts'
import { testBook } from '#tests/support/test-book.ts'

const book = testBook()
const made = book.write((tx) => {
  const mugs = addCategory(tx, categoryInput.parse({ nameEn: 'Mugs', nameZh: '杯子' }))
  const bowls = addCategory(tx, categoryInput.parse({ nameZh: '碗' }))
  const mug = makeProduct(tx, { sku: 'A', nameEn: 'Mug', nameZh: '马克杯', categoryId: mugs })
  const bowl = makeProduct(tx, { sku: 'B', nameZh: '瓷碗', categoryId: bowls })
  makeProduct(tx, { sku: 'C', nameEn: 'Plate' })
  const lines = [
    { productId: mug, quantity: 1, unitPrice: '1' },
    { productId: bowl, quantity: 1, unitPrice: '1' },
    { productId: null, description: 'Setup', quantity: 1, unitPrice: '1' },
  ]
  return { mug, bowl, order: makeOrder(tx, { lines }) }
})

test('records carry both names: the English one or for want of it the other, and the Chinese one', () => {
  const lines = book.read((db) => getOrder(db, made.order)).lines
  expect(lines.map(({ name, nameZh }) => [name, nameZh])).toEqual([
    ['Mug', '马克杯'],
    ['瓷碗', '瓷碗'],
    ['', ''],
  ])
  expect(book.read((db) => getProduct(db, made.mug)).category).toMatchObject({ name: 'Mugs', nameZh: '杯子' })
  const rows = book.read((db) => listProducts(db, listInput.parse({}))).rows
  expect(rows.map(({ category, categoryZh }) => [category, categoryZh])).toEqual([
    ['Mugs', '杯子'],
    ['碗', '碗'],
    ['', ''],
  ])
})

const skus = (column: string, op: Filter['op'], ...values: string[]) =>
  book.read((db) => listProducts(db, listInput.parse({ filters: [{ column, op, values }] }))).rows.map((row) => row.sku)

test('a filter finds what either language says, as the screen may show either', () => {
  expect(skus('category', 'is', '杯子')).toEqual(['A'])
  expect(skus('category', 'is', 'mugs')).toEqual(['A'])
  expect(skus('category', 'contains', '杯')).toEqual(['A'])
  expect(skus('category', 'in', '杯子', '碗')).toEqual(['A', 'B'])
  expect(skus('category', 'isNot', '杯子')).toEqual(['B', 'C'])
  expect(skus('category', 'isNot', 'Mugs')).toEqual(['B', 'C'])
  expect(skus('category', 'empty')).toEqual(['C'])
  expect(skus('nameEn', 'startsWith', '瓷')).toEqual(['B'])
  expect(skus('nameEn', 'contains', 'mug')).toEqual(['A'])
  expect(skus('nameEn', 'empty')).toEqual(['B'])
})
