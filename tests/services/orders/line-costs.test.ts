// A credit takes cost back only with goods that can be sold again.
import { expect, test } from 'vitest'
import { checkBook } from '#main/services/book/check-book.ts'
import { recostProduct } from '#main/services/orders/line-costs.ts'
import { dispatchBook, lineIds, on } from '#tests/services/dispatch/dispatch-book.ts'

test.each([
  ['stock', -400],
  ['second', -400],
  ['scrap', 0],
  [null, 0],
] as const)('goods back: %s takes back %s', (goods, cost) => {
  const book = dispatchBook()
  book.write((tx) => {
    tx.update('products', book.mug, { cost_micros: 2_000_000, cost_currency: 'USD' })
    recostProduct(tx, book.mug)
  })
  const order = book.order()
  book.send({ orderId: order.id, on })
  const [lineId = 0] = lineIds(order)
  const secondWarehouseId = book.seconds
  const { creditId } = book.credit({
    orderId: order.id,
    on,
    secondWarehouseId,
    lines: [{ lineId, quantity: 2, goods }],
  })
  const costOf = (id: number) =>
    book.read((db) =>
      db.get<{ cost: number }>('SELECT cost_base_minor AS cost FROM order_lines WHERE order_id = ?', id),
    )
  expect(costOf(creditId)).toEqual({ cost })
  expect(costOf(order.id)).toEqual({ cost: 2000 })
  expect(book.read(checkBook)).toMatchObject({ ok: true })
})
