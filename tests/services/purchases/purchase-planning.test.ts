// What purchase orders tell planning: what is on order, how long it takes, what it costs at which quantity.
import { describe, expect, test } from 'vitest'
import { getProduct } from '#main/services/catalog/product-queries.ts'
import { leadTimesOf } from '#main/services/planning/lead-times.ts'
import { replenishmentOf } from '#main/services/planning/replenishment-detail.ts'
import { cancelPurchases } from '#main/services/purchases/purchase-commands.ts'
import type { Id } from '#shared/ids.ts'
import { evenly, sellMonthly } from '#tests/services/planning/planning-book.ts'
import { lineIds, type PurchaseBook, purchaseBook } from '#tests/services/receiving/purchase-book.ts'
import { makeCustomer } from '#tests/support/records.ts'

const detail = (book: PurchaseBook, productId: Id) => book.read((db) => replenishmentOf(db, { productId }))

function offer(book: PurchaseBook, given: Record<string, string | number | null>, breaks: readonly [number, number][]) {
  book.write((tx) => {
    const id = tx.insert('offers', {
      ...{ supplier_id: book.factory, product_id: book.mug, currency: 'USD', valid_from: '2026-01-01', ...given },
    })
    for (const [from, price] of breaks) {
      tx.insert('offer_prices', { offer_id: id, from_milli: from * 1000, price_micros: price * 1_000_000 })
    }
  })
}

/** Ordered on a day of October and received after so many days, in one or more parts. */
function bought(book: PurchaseBook, orderedOn: string, receipts: readonly [day: string, quantity: number][]): void {
  const order = book.order({ orderedOn, promisedOn: null })
  const [lineId = 0] = lineIds(order)
  for (const [on, quantity] of receipts) book.receive({ orderId: order.id, on, lines: [{ lineId, quantity }] })
}

describe('on order', () => {
  test('open lines stand where goods on order do, with their days', () => {
    const book = purchaseBook()
    const order = book.order({ promisedOn: '2026-12-10' }, [
      { quantity: 30 },
      { quantity: 20, promisedOn: '2026-12-01' },
    ])
    expect(book.read((db) => getProduct(db, book.mug)).onOrder).toBe(50)
    expect(detail(book, book.mug)).toMatchObject({
      line: { onOrder: 50, nextArrivalOn: '2026-12-01' },
      arrivals: [
        { kind: 'purchase', id: order.id, on: '2026-12-01', quantity: 20, reference: 'PO-2026-0001' },
        { kind: 'purchase', id: order.id, on: '2026-12-10', quantity: 30, reference: 'PO-2026-0001' },
      ],
    })
    book.write((tx) => cancelPurchases(tx, [order.id], ''))
    expect(book.read((db) => getProduct(db, book.mug)).onOrder).toBeNull()
    expect(detail(book, book.mug)).toMatchObject({ line: { onOrder: 0 }, arrivals: [] })
  })
})

describe('lead times', () => {
  test('are measured to the receipt that completes a line', () => {
    const book = purchaseBook()
    bought(book, '2026-10-01', [['2026-10-11', 100]])
    bought(book, '2026-10-01', [
      ['2026-10-05', 50],
      ['2026-10-21', 50],
    ])
    // Not all has come: nobody knows how long it takes.
    bought(book, '2026-10-01', [['2026-10-05', 99]])
    bought(book, '2026-10-11', [['2026-11-10', 100]])
    expect(detail(book, book.mug)).toMatchObject({
      line: { leadTime: { meanDays: 20, sdDays: 10, source: 'own-orders', orders: 3 } },
      leadTimes: [
        { kind: 'purchase', days: 10, reference: 'PO-2026-0001' },
        { kind: 'purchase', days: 20, reference: 'PO-2026-0002' },
        { kind: 'purchase', days: 30, reference: 'PO-2026-0004' },
      ],
    })
  })

  test('what came beyond the order does not make it longer; what is sent again does', () => {
    const book = purchaseBook()
    const order = book.order({ orderedOn: '2026-10-01', overPercent: 20 })
    const [lineId = 0] = lineIds(order)
    book.receive({ orderId: order.id, on: '2026-10-11', lines: [{ lineId, quantity: 100 }] })
    book.receive({ orderId: order.id, on: '2026-10-31', lines: [{ lineId, quantity: 10 }] })
    const again = book.order({ orderedOn: '2026-10-01' })
    const [second = 0] = lineIds(again)
    const rejected = { rejected: 5, defect: 'broken', remedy: 'replace' as const }
    book.receive({ orderId: again.id, on: '2026-10-11', lines: [{ lineId: second, quantity: 100, ...rejected }] })
    book.receive({ orderId: again.id, on: '2026-10-31', lines: [{ lineId: second, quantity: 5 }] })
    const days = book.read((db) => leadTimesOf(db, [book.mug]).ordersOf(book.mug)).map((one) => one.days)
    expect(days).toEqual([10, 30])
  })

  test('nobody wrote down when it came: it is left out', () => {
    const book = purchaseBook()
    bought(book, '2026-10-01', [['2026-10-11', 100]])
    book.write((tx) => tx.run('UPDATE purchase_orders SET has_receipt_days = 0'))
    expect(book.read((db) => leadTimesOf(db).ordersOf(book.mug))).toEqual([])
  })

  test('of the past count orders whose day of sending somebody wrote down', () => {
    const book = purchaseBook()
    bought(book, '2026-10-01', [['2026-10-21', 100]])
    const days = () => book.read((db) => leadTimesOf(db).ordersOf(book.mug)).map((one) => one.days)
    const past = (sentOn: string | null) =>
      book.write((tx) => {
        for (const [id] of tx.raw('SELECT id FROM purchase_orders'))
          tx.update('purchase_orders', id as Id, { is_history: 1, sent_on: sentOn })
      })
    past('2026-10-01')
    expect(days()).toEqual([20])
    past(null)
    expect(days()).toEqual([])
  })

  test('agreed: the supplier’s valid offer before what the supplier says of everything', () => {
    const book = purchaseBook()
    const chosen = (supplierId?: Id) =>
      book.read((db) => leadTimesOf(db, [book.mug]).choose(book.mug, null, supplierId)?.meanDays ?? null)
    expect(chosen()).toBeNull()
    book.write((tx) => {
      tx.update('products', book.mug, { supplier_id: book.factory })
      tx.update('parties', book.factory, { supply_lead_time_days: 30 })
    })
    expect(chosen()).toBe(30)
    offer(book, { lead_time_days: 18 }, [[0, 2]])
    expect(chosen()).toBe(18)
    offer(book, { lead_time_days: 99, valid_from: '2027-01-01' }, [[0, 2]])
    expect(chosen()).toBe(18)
    const other = book.write((tx) => makeCustomer(tx, 'Trader', { roles: ['supplier'] }))
    expect(chosen(other)).toBeNull()
  })
})

test('price breaks of the supplier’s offer make a larger lot worth it', () => {
  const book = purchaseBook()
  book.write((tx) => {
    const cost = { cost_micros: 2_000_000, cost_currency: 'USD' }
    tx.update('products', book.mug, { supplier_id: book.factory, lead_time_days: 10, ...cost })
    sellMonthly(tx, book.mug, evenly(24, 30))
  })
  const plain = detail(book, book.mug).line
  expect(plain).toMatchObject({ price: '2.00', total: `${plain.quantity * 2}.00` })
  // From 100 on, half the price: 100 cost less than what is needed costs now.
  offer(book, { carton_milli: 10_000 }, [
    [20, 3],
    [100, 1],
  ])
  const { line } = detail(book, book.mug)
  expect(line).toMatchObject({ quantity: 100, price: '1.00', total: '100.00', moq: 20, multiple: 10 })
  expect(line.steps.at(-1)).toEqual({ rule: 'price-break', quantity: 100 })
})
