import { describe, expect, test } from 'vitest'
import { addCategory } from '#main/services/catalog/category-commands.ts'
import { editProduct, fillCosts, setProductsArchived } from '#main/services/catalog/product-commands.ts'
import { getProduct } from '#main/services/catalog/product-queries.ts'
import { setOpeningStock } from '#main/services/stock/opening-stock.ts'
import { asDay } from '#shared/dates.ts'
import { type ProductDraft, productInput } from '#shared/schemas/catalog.ts'
import { makeCustomer, makeProduct } from '#tests/support/records.ts'
import { refusal } from '#tests/support/refusal.ts'
import { type TestBook, testBook } from '#tests/support/test-book.ts'

const add = (book: TestBook, draft: ProductDraft) => book.write((tx) => makeProduct(tx, draft))
const edit = (book: TestBook, id: number, draft: ProductDraft) =>
  book.write((tx) => editProduct(tx, id, productInput.parse(draft)))
const kit = (sku: string, ...partIds: number[]): ProductDraft => ({
  sku,
  kind: 'kit',
  kitParts: partIds.map((partId) => ({ partId, quantity: 1 })),
})

describe('references', () => {
  test.each<[string, ProductDraft]>([
    ['supplierId', { sku: 'A', supplierId: 12345 }],
    ['categoryId', { sku: 'A', categoryId: 12345 }],
    ['kitParts.0.partId', kit('A', 12345)],
  ])('%s must name a record that is there', (field, draft) => {
    const book = testBook()
    const refused = { code: 'catalog/reference-not-found', details: { field } }
    expect(refusal(() => add(book, draft))).toMatchObject(refused)
    const id = add(book, { sku: 'B' })
    expect(refusal(() => edit(book, id, draft))).toMatchObject(refused)
    expect(book.read((db) => db.raw('SELECT sku FROM products'))).toEqual([['B']])
  })

  test('a deleted record is not there, except for the product that points at it already', () => {
    const book = testBook()
    const [supplierId, categoryId] = book.write((tx) => [
      makeCustomer(tx, 'Lin', { roles: ['supplier'] }),
      addCategory(tx, { nameEn: 'Mugs', nameZh: '', description: '' }),
    ])
    const id = add(book, { sku: 'A', supplierId, categoryId })
    book.write((tx) => {
      tx.update('parties', supplierId ?? 0, { deleted: 1 })
      tx.update('categories', categoryId ?? 0, { deleted: 1 })
    })
    edit(book, id, { sku: 'A', supplierId, categoryId, note: 'kept' })
    expect(book.read((db) => getProduct(db, id).note)).toBe('kept')
    expect(refusal(() => add(book, { sku: 'B', supplierId }))).toMatchObject({ details: { field: 'supplierId' } })
    expect(refusal(() => add(book, { sku: 'B', categoryId }))).toMatchObject({ details: { field: 'categoryId' } })
  })

  test('a parent is there and no variant', () => {
    const book = testBook()
    expect(refusal(() => add(book, { sku: 'A', parentId: 9 }))).toEqual({
      code: 'catalog/product-not-found',
      details: { field: 'parentId' },
    })
    const parentId = add(book, { sku: 'A', parentId: add(book, { sku: 'P', kind: 'family' }) })
    expect(refusal(() => add(book, { sku: 'B', parentId }))).toEqual({
      code: 'catalog/parent-is-variant',
      details: { field: 'parentId' },
    })
  })
})

describe('kits', () => {
  test('none holds itself, at any depth', () => {
    const book = testBook()
    const mug = add(book, { sku: 'MUG' })
    const inner = add(book, kit('INNER', mug))
    const middle = add(book, kit('MIDDLE', mug, inner))
    const outer = add(book, kit('OUTER', middle))
    const refused = (field: string) => ({ code: 'catalog/kit-holds-itself', details: { field } })
    expect(refusal(() => edit(book, inner, kit('INNER', inner)))).toEqual(refused('kitParts.0.partId'))
    expect(refusal(() => edit(book, inner, kit('INNER', mug, middle)))).toEqual(refused('kitParts.1.partId'))
    expect(refusal(() => edit(book, inner, kit('INNER', mug, outer)))).toEqual(refused('kitParts.1.partId'))
    edit(book, outer, kit('OUTER', middle, inner, mug))
    expect(book.read((db) => getProduct(db, outer).kitParts)).toHaveLength(3)
  })

  test('a circle that a merge made does not hang the next edit', () => {
    const book = testBook()
    const [a, b] = [add(book, kit('A')), add(book, kit('B'))]
    book.write((tx) => {
      tx.insert('kit_parts', { kit_id: a, part_id: b, qty_milli: 1000 })
      tx.insert('kit_parts', { kit_id: b, part_id: a, qty_milli: 1000 })
    })
    const c = add(book, kit('C', a))
    expect(refusal(() => edit(book, a, kit('A', b)))).toMatchObject({ code: 'catalog/kit-holds-itself' })
    edit(book, a, kit('A'))
    edit(book, c, kit('C', b))
  })

  test('a part is named once', () => {
    const book = testBook()
    const mug = add(book, { sku: 'MUG' })
    expect(refusal(() => add(book, kit('SET', mug, mug)))).toEqual({
      code: 'catalog/part-twice',
      details: { sku: 'MUG', field: 'kitParts.1.partId' },
    })
  })
})

describe('barcodes', () => {
  test('one names one product', () => {
    const book = testBook()
    const mug = add(book, { sku: 'MUG', barcodes: ['123', '124'] })
    const taken = { code: 'catalog/barcode-taken', details: { barcode: '124', sku: 'MUG', field: 'barcodes' } }
    expect(refusal(() => add(book, { sku: 'CUP', barcodes: ['999', '124'] }))).toEqual(taken)
    const cup = add(book, { sku: 'CUP', barcodes: ['999'] })
    expect(refusal(() => edit(book, cup, { sku: 'CUP', barcodes: ['124'] }))).toEqual(taken)
    edit(book, mug, { sku: 'MUG', barcodes: ['124'] })
    edit(book, cup, { sku: 'CUP', barcodes: ['123'] })
    book.write((tx) => tx.update('products', mug, { deleted: 1 }))
    edit(book, cup, { sku: 'CUP', barcodes: ['124'] })
  })

  test('one that two products share already keeps neither from being edited', () => {
    const book = testBook()
    const mug = add(book, { sku: 'MUG', barcodes: ['123'] })
    add(book, { sku: 'CUP' })
    book.write((tx) =>
      tx.run(
        "INSERT INTO product_barcodes (id, product_id, code, position) SELECT ?, id, '123', 1 FROM products WHERE sku = 'CUP'",
        tx.nextId(),
      ),
    )
    edit(book, mug, { sku: 'MUG', barcodes: ['123'], note: 'kept' })
    expect(book.read((db) => getProduct(db, mug).note)).toBe('kept')
  })
})

describe('fields', () => {
  test('a SKU that is taken, amounts past exactness', () => {
    const book = testBook()
    add(book, { sku: 'A' })
    expect(refusal(() => add(book, { sku: 'A' }))).toEqual({
      code: 'catalog/sku-taken',
      details: { sku: 'A', field: 'sku' },
    })
    const money = { amount: '99999999999999', currency: 'USD' }
    for (const field of ['price', 'cost']) {
      expect(refusal(() => add(book, { sku: 'B', [field]: money }))).toMatchObject({
        code: 'input/too-large',
        details: { field: `${field}.amount` },
      })
    }
  })
})

test('what is not there is neither archived nor given a cost, and then nothing else is', () => {
  const book = testBook()
  const id = add(book, { sku: 'A' })
  const cost = { amount: '1', currency: 'USD' }
  for (const archived of [true, false]) {
    const refused = refusal(() => book.write((tx) => setProductsArchived(tx, [id, 12345], archived)))
    expect(refused).toMatchObject({ code: 'catalog/product-not-found' })
  }
  const rows = [id, 12345].map((productId) => ({ productId, cost }))
  expect(refusal(() => book.write((tx) => fillCosts(tx, rows)))).toEqual({
    code: 'catalog/product-not-found',
    details: { field: 'rows.1.productId' },
  })
  expect(book.read((db) => getProduct(db, id))).toMatchObject({ archived: false, cost: null })
})

test('how pieces are told apart is fixed once stock has moved; until then it may change', () => {
  const book = testBook()
  const id = add(book, { sku: 'A', tracking: 'batch', reorderPoint: 12.5, orderMultiple: 6, leadTimeDays: 30 })
  edit(book, id, { sku: 'A', tracking: 'none' })
  book.write((tx) => setOpeningStock(tx, id, 5000, asDay('2026-03-01')))
  expect(refusal(() => edit(book, id, { sku: 'A', tracking: 'serial' }))).toMatchObject({
    code: 'catalog/tracking-fixed',
    details: { sku: 'A', field: 'tracking' },
  })
  edit(book, id, { sku: 'A', reorderPoint: 8, leadTimeDays: 0 })
  expect(book.read((db) => getProduct(db, id))).toMatchObject({
    tracking: 'none',
    reorderPoint: 8,
    orderMultiple: null,
    leadTimeDays: 0,
    hasMoved: true,
  })
})
