// What the form of a shipment suggests: orders of which something can still be put into one.
import { describe, expect, test } from 'vitest'
import { ordersToTake } from '#main/services/shipments/orders-to-take.ts'
import { shipmentBook } from '#tests/services/shipments/shipment-book.ts'
import { makeCustomer, makeOrder } from '#tests/support/records.ts'

function takeBook() {
  const book = shipmentBook()
  const offered = (text = '', more: { side?: 'order' | 'purchase'; exceptId?: number } = {}) =>
    book.read((db) => ordersToTake(db, { side: 'order', text, ...more })).map(({ id }) => id)
  return { ...book, offered }
}

describe('orders that a shipment can take goods of', () => {
  test('those with something left, the newest first; one that other shipments hold as a whole is not', () => {
    const book = takeBook()
    const [first, second, third] = [book.sale(10), book.sale(5, 3), book.sale(2)]
    expect(book.offered()).toEqual([third.id, second.id, first.id])
    const whole = book.add({ lines: [{ orderLineId: third.lines[0], quantity: 2 }] })
    book.add({ lines: [{ orderLineId: second.lines[0], quantity: 5 }] })
    expect(book.offered()).toEqual([second.id, first.id])
    expect(book.offered('', { exceptId: whole.id })).toEqual([third.id, second.id, first.id])
  })

  test('not one that is deleted, or that has only a charge', () => {
    const book = takeBook()
    const { id } = book.sale(10)
    book.write((tx) => {
      makeOrder(tx, {
        customerId: book.customer,
        lines: [{ productId: null, description: 'Setup', quantity: 1, unitPrice: '9.00' }],
      })
    })
    expect(book.offered()).toEqual([id])
    book.write((tx) => tx.update('sales_orders', id, { deleted: 1 }))
    expect(book.offered()).toEqual([])
  })

  test('as typed: by number, by what the customer calls it, by name in any case, each word for itself', () => {
    const book = takeBook()
    const { id, other } = book.write((tx) => {
      const lines = [{ productId: book.mug, description: '', quantity: 1, unitPrice: '3.00' }]
      return {
        id: makeOrder(tx, { customerId: book.customer, customerReference: 'PO_77%', lines }),
        other: makeOrder(tx, { customerId: makeCustomer(tx, 'Anders', { nameZh: '安德斯' }), lines }),
      }
    })
    const number = book.read((db) => db.get<{ number: string }>('SELECT number FROM sales_orders WHERE id = ?', other))
    expect(book.offered(number?.number)).toEqual([other])
    expect(book.offered('po_77%')).toEqual([id])
    expect(book.offered('PO-77')).toEqual([])
    expect(book.offered('安德')).toEqual([other])
    expect(book.offered(`anders ${number?.number.slice(-2)}`)).toEqual([other])
    expect(book.offered('anders buyer')).toEqual([])
  })

  test('purchase orders with something that is still to come', () => {
    const book = takeBook()
    const order = book.order()
    expect(book.offered('', { side: 'purchase' })).toEqual([order.id])
    const lines = book.toShip({ purchaseIds: [order.id] }).lines
    book.add({
      kind: 'purchase',
      lines: lines.map(({ purchaseLineId, free }) => ({ purchaseLineId, quantity: free })),
    })
    expect(book.offered('', { side: 'purchase' })).toEqual([])
  })
})
