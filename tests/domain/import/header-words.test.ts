import { describe, expect, it } from 'vitest'
import { foldHeader, headerWords } from '#main/domain/import/header-words.ts'
import { headerSignature } from '#main/domain/import/mapping.ts'

describe('headers', () => {
  it.each(['Unit Price', 'unit_price', 'unitPrice', 'UNIT-PRICE', 'Unit  price:', 'ＵnitＰrice'])(
    '%s is one word',
    (header) => expect(foldHeader(header)).toBe('unitprice'),
  )

  it('keeps Chinese', () => expect(foldHeader('单价（元）')).toBe('单价元'))

  it.each([
    ['Price (USD)', { bare: 'price', currency: 'USD' }],
    ['单价（元）', { bare: '单价', currency: 'CNY' }],
    ['Freight_EUR', { bare: 'freight', currency: 'EUR' }],
    ['金额(美元)', { bare: '金额', currency: 'USD' }],
    ['Weight (Kilograms)', { bare: 'weight', weightUnit: 'kg' }],
    ['净重(kg)', { bare: '净重', weightUnit: 'kg' }],
    ['Gross Weight/g', { bare: 'grossweight', weightUnit: 'g' }],
    ['Length cm', { bare: 'length', lengthUnit: 'cm' }],
    ['Width (in)', { bare: 'width', lengthUnit: 'in' }],
    ['Discount %', { isPercent: true }],
    ['Unit', { bare: 'unit', weightUnit: null, currency: null }],
    ['Order No', { bare: 'orderno' }],
  ])('%s', (header, words) => expect(headerWords(header)).toMatchObject(words))
})

describe('the signature of headers', () => {
  it('is the same for the same columns, and another for another order', () => {
    expect(headerSignature(['Unit Price', 'SKU'])).toBe(headerSignature(['unit_price', 'sku']))
    expect(headerSignature(['Unit Price', 'SKU'])).not.toBe(headerSignature(['SKU', 'Unit Price']))
    expect(headerSignature(['#', '%'])).not.toBe(headerSignature(['%', '#']))
  })
})
