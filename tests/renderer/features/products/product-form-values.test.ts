import { describe, expect, test } from 'vitest'
import {
  newProductForm,
  type ProductForm,
  productToForm,
  readProductForm,
} from '#renderer/features/products/product-form-values.ts'
import { type Product, productInput } from '#shared/schemas/catalog.ts'

const input = productInput.parse({
  sku: 'HP-1',
  nameEn: 'Mug',
  kind: 'single',
  barcodes: ['690'],
  netWeightGrams: 480,
  lengthMm: 405,
  vatRatePercent: 13,
  moq: 1.5,
  price: { amount: '12.50', currency: 'USD' },
  supplierId: 5,
})

const product: Product = {
  ...input,
  id: 1,
  archived: false,
  parent: null,
  category: null,
  supplier: { id: 5, name: 'Yunqi', nameZh: '' },
  kitPartRows: [],
  variants: [],
  pictures: [],
  onHand: null,
  onOrder: null,
  hasMoved: false,
}

const withChanges = (changes: Partial<ProductForm>) =>
  readProductForm({ ...productToForm(product, 'CNY', 'en'), ...changes })
const problemsOf = (changes: Partial<ProductForm>) => {
  const read = withChanges(changes)
  return read.ok ? {} : read.problems
}

describe('a product’s form', () => {
  test('left as it is gives back the product', () => {
    const read = withChanges({})
    expect(read).toEqual({ ok: true, value: input })
  })

  test('shows numbers in kilograms, centimetres and per cent', () => {
    const form = productToForm(product, 'CNY', 'en')
    expect([form.netWeightGrams, form.lengthMm, form.vatRatePercent, form.moq]).toEqual(['0.48', '40.5', '13', '1.5'])
    expect(form.cost).toEqual({ amount: '', currency: 'CNY' })
  })

  test('names the field that does not fit', () => {
    expect(problemsOf({ sku: ' ' })).toEqual({ sku: 'required' })
    expect(problemsOf({ netWeightGrams: '0,5', vatRatePercent: '120' })).toEqual({
      netWeightGrams: 'decimal',
      vatRatePercent: 'too_big',
    })
    expect(problemsOf({ price: { amount: '12,50', currency: 'USD' } })).toEqual({ 'price.amount': 'decimal' })
    expect(problemsOf({ price: { amount: '-1', currency: 'USD' } })).toEqual({ 'price.amount': 'negative' })
    expect(problemsOf({ price: { amount: '1', currency: '' } })).toEqual({ 'price.currency': 'currency' })
    expect(problemsOf({ piecesPerCarton: '0' })).toEqual({ piecesPerCarton: 'too_small' })
  })

  test('without an amount has no price, whatever the currency', () => {
    const read = withChanges({ price: { amount: '', currency: 'USD' } })
    expect(read.ok && read.value.price).toBeNull()
  })

  test('keeps parts only for a set, and a family only for a single product', () => {
    const parts = [{ key: 'a', part: { id: 9, name: 'HP-9' }, quantity: '2' }]
    const parent = { id: 3, name: 'HP-F' }
    const kit = withChanges({ kind: 'kit', kitParts: parts, parentId: parent })
    expect(kit.ok && [kit.value.kitParts, kit.value.parentId]).toEqual([[{ partId: 9, quantity: 2 }], null])
    const single = withChanges({ kitParts: parts, parentId: parent })
    expect(single.ok && [single.value.kitParts, single.value.parentId]).toEqual([[], 3])
  })

  test('says which part of a set is missing what', () => {
    const parts = [
      { key: 'a', part: null, quantity: '2' },
      { key: 'b', part: { id: 9, name: 'HP-9' }, quantity: '0' },
      { key: 'c', part: { id: 8, name: 'HP-8' }, quantity: '' },
    ]
    expect(problemsOf({ kind: 'kit', kitParts: parts })).toEqual({
      'kitParts.0.part': 'required',
      'kitParts.1.quantity': 'positive',
      'kitParts.2.quantity': 'required',
    })
  })

  test('new is empty and asks for a SKU only', () => {
    const form = newProductForm('USD')
    expect(form.price).toEqual({ amount: '', currency: 'USD' })
    const read = readProductForm(form)
    expect(read.ok ? {} : read.problems).toEqual({ sku: 'required' })
  })
})
