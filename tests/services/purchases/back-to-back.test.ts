import { describe, expect, test } from 'vitest'
import { buyPlan } from '#main/services/purchases/buy-plan.ts'
import { purchasesFor } from '#main/services/purchases/line-progress.ts'
import { purchasesFromReplenishment, purchasesFromSalesOrder } from '#main/services/purchases/make-purchases.ts'
import { cancelPurchases, sendPurchases } from '#main/services/purchases/purchase-commands.ts'
import type { Day } from '#shared/dates.ts'
import type { Id } from '#shared/ids.ts'
import {
  type FromReplenishment,
  type FromSalesOrder,
  fromReplenishmentInput,
  fromSalesOrderInput,
} from '#shared/schemas/purchases.ts'
import { type PurchaseBook, purchaseBook } from '#tests/services/receiving/purchase-book.ts'
import { makeCustomer, makeOrder, makeProduct } from '#tests/support/records.ts'

/** An offer of the product, valid from the start of the year, with its price breaks. */
function offer(
  book: PurchaseBook,
  productId: Id,
  given: Record<string, string | number | null> = {},
  breaks = [[0, 1]],
) {
  return book.write((tx) => {
    const id = tx.insert('offers', {
      ...{ supplier_id: book.factory, product_id: productId, currency: 'USD', valid_from: '2026-01-01', ...given },
    })
    for (const [from = 0, price = 0] of breaks) {
      tx.insert('offer_prices', { offer_id: id, from_milli: from * 1000, price_micros: price * 1_000_000 })
    }
    return id
  })
}

function replenish(book: PurchaseBook, input: Partial<FromReplenishment>) {
  return book.write((tx) => purchasesFromReplenishment(tx, fromReplenishmentInput.parse(input)))
}

function fromOrder(book: PurchaseBook, input: Partial<FromSalesOrder>) {
  return book.write((tx) => purchasesFromSalesOrder(tx, fromSalesOrderInput.parse(input)))
}

describe('from what to buy', () => {
  test('one draft for each supplier and currency, at the price of the quantity, in whole cartons', () => {
    const book = purchaseBook()
    offer(book, book.mug, { carton_milli: 24_000, min_order_milli: 100_000, supplier_code: 'F-MUG' }, [
      [0, 3],
      [100, 2],
    ])
    offer(book, book.cup, { currency: 'CNY', vat_included: 1, vat_ppm: 130_000, lead_time_days: 20 })
    const other = book.write((tx) => makeCustomer(tx, 'Trader', { roles: ['supplier'] }))
    const plain = book.write((tx) => makeProduct(tx, { sku: 'PLAIN' }))
    const made = replenish(book, {
      lines: [
        { productId: book.mug, quantity: 90, supplierId: book.factory },
        { productId: book.cup, quantity: 5, supplierId: book.factory },
        { productId: plain, quantity: 7, supplierId: other },
      ],
      orderedOn: '2026-11-22' as Day,
    })
    expect(made.orders.map(({ supplierId, currency, lines }) => [supplierId, currency, lines])).toEqual([
      [book.factory, 'USD', 1],
      [book.factory, 'CNY', 1],
      [other, 'USD', 1],
    ])
    expect(made.lifted).toEqual([{ productId: book.mug, from: 90, to: 120 }])
    expect(made.withoutPrice).toEqual([plain])
    const [mugs, cups, plains] = made.orders.map(({ id }) => book.purchase(id))
    expect(mugs).toMatchObject({
      status: 'draft',
      total: '240.00',
      lines: [{ quantity: 120, unitPrice: '2.00', supplierCode: 'F-MUG' }],
    })
    expect(cups).toMatchObject({ currency: 'CNY', vatIncluded: true, vatPercent: 13, promisedOn: '2026-12-12' })
    expect(plains).toMatchObject({ promisedOn: null, lines: [{ unitPrice: '0.00' }] })
  })

  test('without a supplier named, the product’s own is taken, else the cheapest that offers it', () => {
    const book = purchaseBook()
    const trader = book.write((tx) => makeCustomer(tx, 'Trader', { roles: ['supplier'] }))
    offer(book, book.cup, { supplier_id: trader }, [[0, 4]])
    offer(book, book.cup, {}, [[0, 5]])
    const supplierOf = () => replenish(book, { lines: [{ productId: book.cup, quantity: 1, supplierId: null }] })
    expect(supplierOf().orders[0]?.supplierId).toBe(trader)
    book.write((tx) => tx.update('parties', trader, { supply_status: 'blocked' }))
    expect(supplierOf().orders[0]?.supplierId).toBe(book.factory)
    book.write((tx) => tx.update('products', book.cup, { supplier_id: trader }))
    expect(supplierOf().orders[0]?.supplierId).toBe(trader)
  })
})

describe('the cheapest', () => {
  test('is so net of VAT that comes back, and at the quantity that is wanted', () => {
    const book = purchaseBook()
    const trader = book.write((tx) => makeCustomer(tx, 'Trader', { roles: ['supplier'] }))
    // 5.65 with 13 % in it is 5.00 net.
    offer(book, book.cup, { supplier_id: trader, vat_included: 1, vat_ppm: 130_000 }, [[0, 5.65]])
    offer(book, book.cup, {}, [
      [0, 5.2],
      [100, 4.9],
    ])
    const supplierOf = (quantity: number) =>
      replenish(book, { lines: [{ productId: book.cup, quantity, supplierId: null }] }).orders[0]?.supplierId
    expect(supplierOf(10)).toBe(trader)
    expect(supplierOf(100)).toBe(book.factory)
    book.write((tx) => tx.update('parties', trader, { supply_vat_recoverable: 0 }))
    expect(supplierOf(10)).toBe(book.factory)
  })
})

describe('back to back', () => {
  function sale(book: PurchaseBook, quantities: readonly number[]): Id {
    const products = [book.mug, book.cup]
    return book.write((tx) => {
      for (const productId of products) tx.update('products', productId, { supplier_id: book.factory })
      const lines = quantities.map((quantity, index) => ({
        ...{ productId: products[index % 2] ?? null, quantity, unitPrice: '9.00' },
      }))
      return makeOrder(tx, { lines })
    })
  }
  const plan = (book: PurchaseBook, id: Id) =>
    book
      .read((db) => buyPlan(db, id))
      .lines.map(({ ordered, bought, fromStock, short, skip }) => ({
        ...{ ordered, bought, fromStock, short, skip },
      }))

  test('buys what neither stock nor a purchase covers, linked line to line', () => {
    const book = purchaseBook()
    book.receive({
      orderId: book.order({}, [{ quantity: 30 }]).id,
      on: '2026-11-01',
      lines: [{ lineId: line(book), quantity: 30 }],
    })
    const id = sale(book, [100, 40])
    expect(plan(book, id)).toEqual([
      { ordered: 100, bought: 0, fromStock: 30, short: 70, skip: null },
      { ordered: 40, bought: 0, fromStock: 0, short: 40, skip: null },
    ])
    const made = fromOrder(book, { salesOrderId: id })
    expect(made.orders).toMatchObject([{ supplierId: book.factory, lines: 2 }])
    const order = book.purchase(made.orders[0]?.id ?? 0)
    expect(order.lines.map(({ quantity, salesLine }) => [quantity, salesLine?.orderId])).toEqual([
      [70, id],
      [40, id],
    ])
    // A second time there is nothing left to buy.
    expect(plan(book, id).map(({ short, skip }) => [short, skip])).toEqual([
      [0, 'covered'],
      [0, 'covered'],
    ])
    expect(fromOrder(book, { salesOrderId: id })).toMatchObject({
      orders: [],
      skipped: [{ reason: 'covered' }, { reason: 'covered' }],
    })
    book.write((tx) => cancelPurchases(tx, [order.id], 'dear'))
    expect(plan(book, id).map(({ short }) => short)).toEqual([70, 40])
  })

  test('what came in for it is told, and not counted twice', () => {
    const book = purchaseBook()
    const id = sale(book, [100])
    const [made] = fromOrder(book, { salesOrderId: id, scope: 'all' }).orders
    const order = made?.id ?? 0
    book.write((tx) => sendPurchases(tx, [order], { despite: true }))
    const [first] = book.purchase(order).lines
    book.receive({ orderId: order, on: '2026-11-22', lines: [{ lineId: first?.id ?? 0, quantity: 60 }] })
    expect(plan(book, id)).toEqual([{ ordered: 100, bought: 100, fromStock: 60, short: 0, skip: 'covered' }])
    expect(book.read((db) => purchasesFor(db, id))).toMatchObject([
      { number: 'PO-2026-0001', status: 'part_received', quantity: 100, received: 60, open: 40 },
    ])
    // Another order of the same goods finds none of them: they are held for this one.
    expect(plan(book, sale(book, [20]))).toMatchObject([{ fromStock: 0, short: 20 }])
    // Nor does it take any of them away from this one.
    expect(plan(book, id)).toEqual([{ ordered: 100, bought: 100, fromStock: 60, short: 0, skip: 'covered' }])
  })

  test('chosen lines, quantities and suppliers', () => {
    const book = purchaseBook()
    const trader = book.write((tx) => makeCustomer(tx, 'Trader', { roles: ['supplier'] }))
    const id = sale(book, [100, 40])
    const lines = book.read((db) => buyPlan(db, id)).lines
    const made = fromOrder(book, {
      salesOrderId: id,
      lines: [{ lineId: lines[1]?.lineId ?? 0, quantity: 15, supplierId: trader }],
      promisedOn: '2026-12-31' as Day,
    })
    expect(book.purchase(made.orders[0]?.id ?? 0)).toMatchObject({
      supplierId: trader,
      promisedOn: '2026-12-31',
      lines: [{ quantity: 15, productId: book.cup }],
    })
  })

  test('kits with parts and lines without a product are passed over, with the reason', () => {
    const book = purchaseBook()
    const id = book.write((tx) => {
      const kit = makeProduct(tx, {
        sku: 'SET',
        kind: 'kit',
        kitParts: [{ partId: book.mug, quantity: 2 }],
      })
      return makeOrder(tx, {
        lines: [
          { productId: kit, quantity: 1, unitPrice: '1' },
          { productId: null, description: 'Setup', quantity: 1, unitPrice: '1' },
        ],
      })
    })
    expect(fromOrder(book, { salesOrderId: id }).skipped.map(({ reason }) => reason)).toEqual(['kit', 'no-product'])
  })
})

/** The first line of the newest order. */
function line(book: PurchaseBook): Id {
  return book.read(
    (db) => db.raw('SELECT id FROM purchase_lines ORDER BY order_id DESC, position LIMIT 1')[0]?.[0] as Id,
  )
}
