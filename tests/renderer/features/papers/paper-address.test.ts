// What a paper is to be made of, in the address.
import { expect, test } from 'vitest'
import { readPaperAddress, recordOf } from '#renderer/features/papers/paper-address.ts'
import { papersMadeOf, productPapers, recordText } from '#renderer/lib/paper-links.ts'
import { paperKinds } from '#shared/schemas/papers.ts'

test('kind, record and version are read; what is not understood is left out', () => {
  const whole = { kind: 'proforma_invoice', record: 'order:12', version: 3 }
  expect(readPaperAddress(whole)).toEqual(whole)
  expect(readPaperAddress({ ...whole, version: '3' })).toEqual(whole)
  expect(readPaperAddress({ kind: 'love_letter', record: 'order', version: -1, other: 1 })).toEqual({})
  expect(readPaperAddress({ record: 'ship:4' })).toEqual({})
})

test('a record stands as its kind and id', () => {
  expect(recordOf('order:12')).toEqual({ kind: 'order', id: 12 })
  expect(recordText({ kind: 'product', id: 7 })).toBe('product:7')
  for (const wrong of [undefined, '', 'order:', 'order:0', 'order:x', ':3']) expect(recordOf(wrong)).toBeNull()
})

test('an order becomes orders’ papers, a product papers of products, a company none', () => {
  expect(papersMadeOf('order')).toEqual([
    'order_confirmation',
    'proforma_invoice',
    'commercial_invoice',
    'picking_list',
  ])
  expect(papersMadeOf('product')).toEqual(['product_labels', 'price_list'])
  expect(papersMadeOf('party')).toEqual([])
  expect(papersMadeOf('count')).toEqual(['count_sheet'])
  expect(papersMadeOf('document')).toEqual(['goods_note'])
  expect(papersMadeOf('purchase')).toEqual(['purchase_order', 'purchase_contract'])
  expect(papersMadeOf('request')).toEqual(['quote_request'])
  expect(papersMadeOf('letter')).toEqual(['dunning_letter'])
  expect(papersMadeOf('shipment')).toEqual(['packing_list', 'carton_labels', 'shipping_marks', 'picking_list'])
  const known = (['order', 'count', 'document', 'purchase', 'request', 'letter', 'shipment'] as const).flatMap(
    papersMadeOf,
  )
  expect(new Set([...known, ...productPapers])).toEqual(new Set(paperKinds))
})
