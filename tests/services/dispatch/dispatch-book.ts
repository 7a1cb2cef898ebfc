// A book with goods in stock and orders that wait for them, and short ways to send and to credit.
import { createCredit } from '#main/services/dispatch/create-credit.ts'
import { dispatchMany } from '#main/services/dispatch/dispatch-many.ts'
import { dispatchOrder } from '#main/services/dispatch/dispatch-orders.ts'
import { getOrder } from '#main/services/orders/order-queries.ts'
import type { Id } from '#shared/ids.ts'
import { type CreditDraft, creditInput } from '#shared/schemas/credits.ts'
import {
  type DispatchDraft,
  type DispatchManyDraft,
  dispatchInput,
  dispatchManyInput,
} from '#shared/schemas/dispatch.ts'
import type { Order, OrderDraft } from '#shared/schemas/orders.ts'
import { main, type StockBook, stockBook } from '#tests/services/stock/stock-book.ts'
import { makeCustomer, makeOrder, makeProduct } from '#tests/support/records.ts'

type Line = Partial<NonNullable<OrderDraft['lines']>[number]>

export const on = '2026-11-10'

export type DispatchBook = StockBook & {
  cup: Id
  customer: Id
  /** 100 mugs and 100 cups lie in the main place, at 2.00 each. A confirmed order of 10 mugs at 5.00 unless told otherwise. */
  order(given?: Partial<OrderDraft>, lines?: readonly Line[]): Order
  send(given: DispatchDraft): ReturnType<typeof dispatchOrder>
  sendMany(given: DispatchManyDraft): ReturnType<typeof dispatchMany>
  credit(given: CreditDraft): ReturnType<typeof createCredit>
  sold(id: Id): Order
}

export function dispatchBook(options: Parameters<typeof stockBook>[0] = {}): DispatchBook {
  const book = stockBook(options)
  const cup = book.write((tx) => makeProduct(tx, { sku: 'CUP' }))
  const customer = book.write((tx) => makeCustomer(tx, 'Buyer'))
  const goods = { quantity: 100, unitCost: { amount: '2', currency: options.baseCurrency ?? 'USD' } }
  const lines = [
    { productId: book.mug, ...goods },
    { productId: cup, ...goods },
  ]
  book.post({ kind: 'receive', input: { warehouseId: main, on: '2026-11-01', lines } })
  const sold = (id: Id) => book.read((db) => getOrder(db, id))
  return {
    ...book,
    cup,
    customer,
    sold,
    order: (given = {}, orderLines = [{}]) => {
      const line = { productId: book.mug, quantity: 10, unitPrice: '5.00' }
      const id = book.write((tx) =>
        makeOrder(tx, {
          ...{ orderedOn: '2026-11-05', customerId: customer, ...given },
          lines: orderLines.map((one) => ({ ...line, ...one })),
        }),
      )
      return sold(id)
    },
    send: (given) => book.write((tx) => dispatchOrder(tx, dispatchInput.parse(given))),
    sendMany: (given) => book.write((tx) => dispatchMany(tx, dispatchManyInput.parse(given))),
    credit: (given) => book.write((tx) => createCredit(tx, creditInput.parse(given))),
  }
}

/** The ids of an order's lines, in order. */
export const lineIds = ({ lines }: Order): Id[] => lines.map(({ id }) => id)
