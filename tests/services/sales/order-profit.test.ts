// What orders earned: goods at the cost of their issues, fees by channel terms until a real one is there, credits, rates.
import { expect, test } from 'vitest'
import { setSalesSetting } from '#main/services/orders/sales-settings.ts'
import { profitOfOrder } from '#main/services/sales/order-profit.ts'
import { profitsByGroup } from '#main/services/sales/profits.ts'
import { addSalesCost } from '#main/services/sales/sales-cost-commands.ts'
import { salesCostInput } from '#shared/schemas/sales-costs.ts'
import { profitsInput } from '#shared/schemas/sales-figures.ts'
import { dispatchBook, lineIds, on } from '#tests/services/dispatch/dispatch-book.ts'
import { makeOrder, makeProduct, makeRate } from '#tests/support/records.ts'
import { testBook } from '#tests/support/test-book.ts'

type Book = ReturnType<typeof testBook> | ReturnType<typeof dispatchBook>

const profitOf = (book: Book, id: number) => book.read((db) => profitOfOrder(db, id))
const partsOf = (book: Book, id: number) =>
  Object.fromEntries(
    profitOf(book, id)
      .costs.filter(({ state }) => state !== 'none')
      .map(({ part, state, base }) => [part, `${state} ${base}`]),
  )
const cost = (book: Book, draft: object) =>
  book.write((tx) => addSalesCost(tx, salesCostInput.parse({ on: '2026-11-12', currency: 'USD', ...draft })))

test('goods are estimated until they leave, then cost what their issue cost; what comes back goes off again', () => {
  const book = dispatchBook()
  const order = book.order({}, [{}, { productId: book.cup, quantity: 4 }])
  const [mugs = 0] = lineIds(order)
  // Neither has a cost of its own: what lies in stock says what they cost.
  expect(partsOf(book, order.id)).toMatchObject({ goods: 'estimated 28.00' })
  expect(profitOf(book, order.id).costs[0]?.sources).toMatchObject([{ source: 'stock_cost' }, { source: 'stock_cost' }])
  book.send({ orderId: order.id, on })
  expect(partsOf(book, order.id)).toEqual({ goods: 'real 28.00' })
  const before = profitOf(book, order.id)
  expect(before.revenueTotal.base).not.toBeNull()
  book.credit({ orderId: order.id, on: '2026-11-15', lines: [{ lineId: mugs, quantity: 3, goods: 'stock' }] })
  const after = profitOf(book, order.id)
  expect(after.revenue.find(({ part }) => part === 'refunds')).toMatchObject({ state: 'real', base: '-15.00' })
  expect(after.costs[0]).toMatchObject({ base: '22.00', state: 'real' })
  expect(Number(after.profit.base)).toBe(Number(before.profit.base) - 15 + 6)
})

test('a channel’s terms are expected until a real fee is there; no order’s figures move when terms of others do', () => {
  const book = testBook()
  const id = book.write((tx) => {
    const mug = makeProduct(tx, { sku: 'MUG', nameEn: 'Mug', cost: { amount: '4', currency: 'USD' } })
    tx.insert('channels', {
      code: 'Shop',
      fee_ppm: 150_000,
      payment_fee_ppm: 20_000,
      order_fee_minor: 30,
      currency: 'USD',
    })
    const lines = [{ productId: mug, unitPrice: '10', quantity: 2 }]
    return makeOrder(tx, { orderedOn: '2026-11-01', channel: 'Shop', freight: '5.00', lines })
  })
  expect(partsOf(book, id)).toEqual({
    goods: 'estimated 8.00',
    platform_fee: 'estimated 4.05',
    payment_fee: 'estimated 0.50',
  })
  expect(profitOf(book, id)).toMatchObject({ profit: { base: '12.45' }, marginPercent: '49.80', isEstimate: true })
  cost(book, { orderId: id, kind: 'platform_fee', amount: '3.21' })
  cost(book, { orderId: id, kind: 'freight', amount: '2', isEstimate: true })
  expect(partsOf(book, id)).toMatchObject({ platform_fee: 'real 3.21', freight: 'estimated 2.00' })
  cost(book, { orderId: id, kind: 'freight', amount: '2.50' })
  expect(partsOf(book, id)).toMatchObject({ freight: 'real 2.50' })
  expect(profitOf(book, id).profit).toEqual({ amount: '10.79', base: '10.79' })
})

test('what the seller expects: by the order, the kilogram and the goods’ cost', () => {
  const book = testBook()
  const id = book.write((tx) => {
    setSalesSetting(tx, 'expectedCosts', {
      ...{ commissionPercent: 5, freightPerOrder: '3', freightPerKg: '2', firstLegPercent: 10, packingPerOrder: '0.4' },
    })
    const mug = makeProduct(tx, {
      sku: 'MUG',
      nameEn: 'Mug',
      cost: { amount: '4', currency: 'USD' },
      grossWeightGrams: 500,
    })
    return makeOrder(tx, { orderedOn: '2026-11-01', lines: [{ productId: mug, unitPrice: '10', quantity: 3 }] })
  })
  expect(partsOf(book, id)).toEqual({
    goods: 'estimated 12.00',
    freight: 'estimated 6.00',
    first_leg: 'estimated 1.20',
    commission: 'estimated 1.50',
    packing: 'estimated 0.40',
  })
  book.write((tx) => tx.run('UPDATE products SET gross_weight_grams = NULL'))
  const unknown = profitOf(book, id)
  expect(unknown).toMatchObject({ profit: { base: null }, marginPercent: null, unknown: ['freight'] })
  expect(unknown.costs[1]?.sources).toMatchObject([{ source: 'expected' }, { source: 'no_weight', base: null }])
})

test('in the order’s currency and in base; without a rate, or a cost nobody knows, there is no profit', () => {
  const book = testBook()
  const { euros, dongs, bare } = book.write((tx) => {
    makeRate(tx, 'EUR', 'USD', '2026-11-01', '1.25')
    const mug = makeProduct(tx, { sku: 'MUG', nameEn: 'Mug', cost: { amount: '5', currency: 'USD' } })
    const tray = makeProduct(tx, { sku: 'TRAY', nameEn: 'Tray' })
    const order = (currency: string, productId: number) =>
      makeOrder(tx, { orderedOn: '2026-11-01', currency, lines: [{ productId, unitPrice: '10', quantity: 1 }] })
    return { euros: order('EUR', mug), dongs: order('VND', mug), bare: order('USD', tray) }
  })
  expect(profitOf(book, euros)).toMatchObject({
    revenueTotal: { amount: '10.00', base: '12.50' },
    costTotal: { amount: '4.00', base: '5.00' },
    profit: { amount: '6.00', base: '7.50' },
    marginPercent: '60.00',
  })
  expect(profitOf(book, dongs)).toMatchObject({ profit: { amount: null, base: null }, unknown: ['goods', 'goods'] })
  expect(profitOf(book, bare)).toMatchObject({ unknown: ['goods'], marginPercent: null })
  expect(profitOf(book, bare).costs[0]?.sources).toMatchObject([{ source: 'no_cost', label: 'TRAY' }])
})

test('prices with tax in them: the tax is not earned', () => {
  const book = testBook()
  const id = book.write((tx) => {
    const mug = makeProduct(tx, { sku: 'MUG', nameEn: 'Mug', cost: { amount: '40', currency: 'USD' } })
    const line = { productId: mug, unitPrice: '119', quantity: 1, taxPercent: 19 }
    return makeOrder(tx, { taxIncluded: true, freight: '11.90', freightTax: '1.90', lines: [line] })
  })
  expect(profitOf(book, id)).toMatchObject({ revenueTotal: { base: '110.00' }, profit: { base: '70.00' } })
})

test('many orders by channel, product and month: rows add up to the whole, charges beside', () => {
  const book = testBook()
  const { mug, tray } = book.write((tx) => {
    const mug = makeProduct(tx, { sku: 'MUG', nameEn: 'Mug', cost: { amount: '4', currency: 'USD' } })
    const tray = makeProduct(tx, { sku: 'TRAY', nameEn: 'Tray', cost: { amount: '1', currency: 'USD' } })
    const bare = makeProduct(tx, { sku: 'BARE', nameEn: 'Bare' })
    const line = (productId: number, quantity: number) => ({ productId, unitPrice: '10', quantity })
    const first = makeOrder(tx, { orderedOn: '2026-10-01', channel: 'Shop', lines: [line(mug, 2), line(tray, 1)] })
    makeOrder(tx, { orderedOn: '2026-11-01', lines: [line(tray, 1)] })
    makeOrder(tx, { orderedOn: '2026-11-02', lines: [line(bare, 1)] })
    const fee = { on: '2026-10-02', kind: 'platform_fee', amount: '3', currency: 'USD', orderId: first }
    addSalesCost(tx, salesCostInput.parse(fee))
    const charge = { on: '2026-10-09', kind: 'advertising', amount: '2', currency: 'USD', channel: 'Shop' }
    addSalesCost(tx, salesCostInput.parse(charge))
    return { mug, tray }
  })
  const profits = (groupBy: string) => book.read((db) => profitsByGroup(db, profitsInput.parse({ groupBy })))
  const sum = { orders: 3, revenue: '40.00', goods: '10.00', costs: '3.00', charges: '2.00', profit: '25.00' }
  for (const groupBy of ['order', 'customer', 'channel', 'product', 'month']) {
    expect(profits(groupBy).sum).toMatchObject({ ...sum, unknownOrders: 1, marginPercent: '62.50' })
  }
  expect(profits('channel').rows).toMatchObject([
    { key: 'Shop', orders: 1, revenue: '30.00', goods: '9.00', costs: '3.00', charges: '2.00', profit: '16.00' },
    { key: '', orders: 2, revenue: '10.00', profit: '9.00', unknownOrders: 1 },
  ])
  book.write((tx) => tx.insert('channels', { code: 'Shop', name: 'Our shop', kind: 'other' }))
  expect(profits('channel').rows).toContainEqual(expect.objectContaining({ key: 'Shop', name: 'Our shop' }))
  const products = profits('product').rows
  expect(products.slice(0, 2)).toMatchObject([
    { id: tray, key: 'TRAY', revenue: '20.00', goods: '2.00', costs: '1.00' },
    { id: mug, key: 'MUG', revenue: '20.00', goods: '8.00', costs: '2.00' },
  ])
  expect(products.slice(2)).toMatchObject([
    { key: 'BARE', unknownOrders: 1, revenue: '0.00' },
    { key: '', charges: '2.00', profit: '-2.00' },
  ])
  expect(profits('month').rows.map(({ key }) => key)).toEqual(['2026-10', '2026-11'])
})

test('what an order cost that came to nothing is a charge: paid all the same, and of no order that counts', () => {
  const book = testBook()
  const statuses = ['confirmed', 'draft', 'cancelled', 'confirmed'] as const
  const ids = book.write((tx) => {
    const mug = makeProduct(tx, { sku: 'MUG', nameEn: 'Mug', cost: { amount: '4', currency: 'USD' } })
    const lines = [{ productId: mug, unitPrice: '10', quantity: 1 }]
    return statuses.map((status) => makeOrder(tx, { status, orderedOn: '2026-11-01', channel: 'Shop', lines }))
  })
  const deleted = ids[3] ?? 0
  for (const [at, orderId] of ids.entries()) {
    cost(book, { orderId, kind: 'platform_fee', amount: String(10 ** at / 100) })
    cost(book, { orderId, kind: 'packing', amount: '50', isEstimate: true })
  }
  book.write((tx) => tx.run('UPDATE sales_orders SET deleted = 1 WHERE id = ?', deleted))
  const profits = (input: object) => book.read((db) => profitsByGroup(db, profitsInput.parse(input)))
  // 0.01 is of the order that counts, with the packing that is expected of it; 0.10, 1.00 and 10.00 are of the other three.
  const sum = { orders: 1, revenue: '10.00', goods: '4.00', costs: '50.01', charges: '11.10', profit: '-55.11' }
  for (const groupBy of ['order', 'customer', 'channel', 'product', 'month']) {
    expect(profits({ groupBy }).sum).toMatchObject(sum)
  }
  expect(profits({ groupBy: 'channel' }).rows).toMatchObject([{ key: 'Shop', charges: '11.10' }])
  expect(profits({ groupBy: 'month', from: '2026-11-13' }).sum.charges).toBe('0.00')
  book.write((tx) => tx.run("UPDATE sales_orders SET status = 'confirmed' WHERE status = 'draft'"))
  expect(profits({ groupBy: 'order' }).sum).toMatchObject({ orders: 2, charges: '11.00' })
})

test('a cost of a credit goes with the order that it takes back from, and is a charge where that one is lost', () => {
  const book = dispatchBook()
  const order = book.order({})
  book.send({ orderId: order.id, on })
  const [lineId = 0] = lineIds(order)
  const { creditId } = book.credit({
    orderId: order.id,
    on: '2026-11-15',
    lines: [{ lineId, quantity: 1, goods: 'stock' }],
  })
  cost(book, { orderId: creditId, kind: 'freight', amount: '7' })
  const sum = () => book.read((db) => profitsByGroup(db, profitsInput.parse({ groupBy: 'order' }))).sum
  expect(sum()).toMatchObject({ orders: 1, costs: '7.00', charges: '0.00' })
  book.write((tx) => tx.run("UPDATE sales_orders SET status = 'cancelled' WHERE id = ?", order.id))
  expect(sum()).toMatchObject({ orders: 0, costs: '0.00', charges: '7.00' })
})

test('an empty book earned nothing', () => {
  expect(testBook().read((db) => profitsByGroup(db, profitsInput.parse({ groupBy: 'order' })))).toMatchObject({
    rows: [],
    sum: { profit: '0.00', marginPercent: null },
  })
})
