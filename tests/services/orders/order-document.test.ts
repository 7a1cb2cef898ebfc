import { expect, test } from 'vitest'
import { orderDocument } from '#main/services/orders/order-document.ts'
import { getOrder } from '#main/services/orders/order-queries.ts'
import { makeCustomer, makeOrder, makeProduct } from '#tests/support/records.ts'
import { testBook } from '#tests/support/test-book.ts'

test('holds the order as its screen has it, and what papers say of customer and products', () => {
  const book = testBook()
  const id = book.write((tx) => {
    const customerId = makeCustomer(tx, 'Müller GmbH', {
      nameZh: '穆勒',
      language: 'en',
      taxNumber: 'DE811907980',
      contacts: [{ name: 'Ms Roth' }],
      addresses: [
        { kind: 'main', street: 'Hafen 1', city: 'Hamburg', country: 'DE' },
        { kind: 'billing', street: 'Postfach 9', city: 'Bremen', country: 'DE' },
      ],
    })
    const productId = makeProduct(tx, {
      sku: 'MUG',
      nameEn: 'Mug',
      hsCode: '691200',
      originCountry: 'CN',
      barcodes: ['4006381333931'],
    })
    return makeOrder(tx, {
      customerId,
      lines: [
        { productId, quantity: 2, unitPrice: '3.5' },
        { productId: null, description: 'Samples', quantity: 1, unitPrice: '1' },
      ],
    })
  })
  const document = book.read((db) => orderDocument(db, id))
  const { verbs, paid, open, dueOn, owedOn, paymentState, shippingState, grossBase, ...written } = book.read((db) =>
    getOrder(db, id),
  )
  const lines = written.lines.map(({ dueOn: _d, shipped: _s, returned: _r, open: _o, ...line }) => line)
  expect(document.order).toEqual({ ...written, lines })
  // How far it has come is no part of what its papers say.
  expect({ verbs: verbs.length > 0, paid, open, dueOn, owedOn, paymentState, shippingState, grossBase }).toEqual({
    ...{ verbs: true, paid: '0.00', open: '8.00', dueOn: '2026-03-02', owedOn: '2026-03-02' },
    ...{ paymentState: 'open', shippingState: 'open', grossBase: '8.00' },
  })
  expect(document.customer).toMatchObject({
    nameZh: '穆勒',
    taxNumber: 'DE811907980',
    contact: 'Ms Roth',
    address: { city: 'Bremen' },
  })
  expect(Object.values(document.products)).toEqual([
    expect.objectContaining({ sku: 'MUG', hsCode: '691200', originCountry: 'CN', barcode: '4006381333931' }),
  ])
})

test('an order without customer or lines is a document too; one that is not there is none', () => {
  const book = testBook()
  const id = book.write((tx) => makeOrder(tx))
  expect(book.read((db) => orderDocument(db, id))).toMatchObject({ customer: null, products: {}, order: { lines: [] } })
  expect(() => book.read((db) => orderDocument(db, 99))).toThrow('orders/not-found')
})
