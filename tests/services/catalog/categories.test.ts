import { expect, test } from 'vitest'
import { addCategory, editCategory, setCategoriesArchived } from '#main/services/catalog/category-commands.ts'
import { listCategories } from '#main/services/catalog/category-queries.ts'
import { setProductsArchived } from '#main/services/catalog/product-commands.ts'
import { categoryInput } from '#shared/schemas/catalog.ts'
import { makeProduct } from '#tests/support/records.ts'
import { refusal } from '#tests/support/refusal.ts'
import { type TestBook, testBook } from '#tests/support/test-book.ts'

const list = (book: TestBook, archived = false) => book.read((db) => listCategories(db, { archived }))
const category = (nameEn: string, nameZh = '') => categoryInput.parse({ nameEn, nameZh })

test('categories by name, with how many products each holds', () => {
  const book = testBook()
  const id = book.write((tx) => {
    const id = addCategory(tx, category('mugs', '杯子'))
    addCategory(tx, category('Bowls'))
    makeProduct(tx, { sku: 'A', categoryId: id })
    makeProduct(tx, { sku: 'B', categoryId: id })
    setProductsArchived(tx, [makeProduct(tx, { sku: 'C', categoryId: id })], true)
    return id
  })
  expect(list(book)).toEqual([
    { id: expect.any(Number), nameEn: 'Bowls', nameZh: '', description: '', archived: false, productCount: 0 },
    { id, nameEn: 'mugs', nameZh: '杯子', description: '', archived: false, productCount: 2 },
  ])
  book.write((tx) => setCategoriesArchived(tx, [id], true))
  expect(list(book).map((row) => row.nameEn)).toEqual(['Bowls'])
  expect(list(book, true).map((row) => row.nameEn)).toEqual(['mugs'])
})

test('a name names one category, in either language', () => {
  const book = testBook()
  const id = book.write((tx) => addCategory(tx, category('Mugs', '杯子')))
  expect(() => book.write((tx) => addCategory(tx, category('mugs')))).toThrow('catalog/category-taken')
  expect(() => book.write((tx) => addCategory(tx, category('Cups', '杯子')))).toThrow('catalog/category-taken')
  book.write((tx) => editCategory(tx, id, category('MUGS', '杯子')))
  expect(list(book)[0]?.nameEn).toBe('MUGS')
  expect(() => book.write((tx) => editCategory(tx, 1, category('X')))).toThrow('catalog/category-not-found')
})

test('a refused name says its field', () => {
  const book = testBook()
  book.write((tx) => addCategory(tx, category('Mugs', '杯子')))
  const add = (nameEn: string, nameZh: string) =>
    refusal(() => book.write((tx) => addCategory(tx, category(nameEn, nameZh))))
  expect(add('mugs', '')?.details).toEqual({ name: 'mugs', field: 'nameEn' })
  expect(add('Cups', '杯子')?.details).toEqual({ name: '杯子', field: 'nameZh' })
})

test('a category that is not there is not archived, and then no other is', () => {
  const book = testBook()
  const id = book.write((tx) => addCategory(tx, category('Mugs')))
  for (const archived of [true, false]) {
    expect(() => book.write((tx) => setCategoriesArchived(tx, [id, 12345], archived))).toThrow(
      'catalog/category-not-found',
    )
  }
  expect(list(book)).toHaveLength(1)
})

test('a category needs a name', () => {
  expect(categoryInput.safeParse({ description: 'x' }).success).toBe(false)
  expect(list(testBook())).toEqual([])
})
