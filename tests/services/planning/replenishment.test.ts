import { describe, expect, test } from 'vitest'
import { keepClasses } from '#main/services/insights/class-runs.ts'
import { orderLines } from '#main/services/planning/order-lines.ts'
import { setPlanningSetting } from '#main/services/planning/planning-settings.ts'
import { replenishmentOf } from '#main/services/planning/replenishment-detail.ts'
import { replenishmentList } from '#main/services/planning/replenishment-list.ts'
import type { Id } from '#shared/ids.ts'
import type { ProductDraft } from '#shared/schemas/catalog.ts'
import { classesInput } from '#shared/schemas/classes.ts'
import { orderLinesInput, replenishmentInput } from '#shared/schemas/replenishment.ts'
import { evenly, receive, sellMonthly, today } from '#tests/services/planning/planning-book.ts'
import { makeOrder, makeProduct } from '#tests/support/records.ts'
import { refusal } from '#tests/support/refusal.ts'
import { type TestBook, testBook } from '#tests/support/test-book.ts'

type Question = Parameters<typeof replenishmentInput.parse>[0]

const ask = (book: TestBook, question: Question = {}) =>
  book.read((db) => replenishmentList(db, replenishmentInput.parse(question)))
const lines = (book: TestBook, question: Question = {}) => ask(book, question).groups.flatMap((group) => group.lines)
const detail = (book: TestBook, productId: Id) => book.read((db) => replenishmentOf(db, { productId }))
const figure = (book: TestBook, productId: Id, name: string) =>
  detail(book, productId).figures.find((one) => one.figure === name)

/** 30 a month for two years, ten days from order to receipt, 5 on hand. */
function mugShop(draft: Partial<ProductDraft> = {}, onHand = 5) {
  const book = testBook()
  const mug = book.write((tx) => {
    const cost = { amount: '2', currency: 'USD' }
    const id = makeProduct(tx, { sku: 'MUG', nameEn: 'Mug', leadTimeDays: 10, cost, ...draft })
    sellMonthly(tx, id, evenly(24, 30))
    if (onHand > 0) receive(tx, id, onHand)
    return id
  })
  return { book, mug }
}

describe('a product with even demand, worked out by hand', () => {
  test('1 a day in November, 30 in 31 days of December: reorder at the demand of ten days', () => {
    const { book, mug } = mugShop()
    const [line] = lines(book)
    // 9 days of November at 1 and one of December at 30/31 are 9.97; no spread, so no safety stock. The lot is a month.
    expect(line).toMatchObject({
      productId: mug,
      cell: 'AX',
      policy: 'continuous',
      serviceLevel: 0.98,
      ...{ onHand: 5, onOrder: 0, openDemand: 0, position: 5 },
      ...{ rule: 'statistics', safetyStock: 0, reorderPoint: 10, orderUpTo: 10, isBelow: true },
      ...{ suggested: 35, quantity: 35, price: '2.00', total: '70.00', baseTotal: '70.00', currency: 'USD' },
      steps: [
        { rule: 'need', quantity: 5 },
        { rule: 'days-of-demand', quantity: 34.904 },
        { rule: 'multiple', quantity: 35 },
      ],
      // 5 on hand at 1 a day, today among them: nothing is left at the end of the 26th.
      ...{
        runsOutOn: '2026-11-27',
        orderBy: '2026-11-17',
        isLate: true,
        nextArrivalOn: null,
        runsOutBeforeArrival: true,
      },
      leadTime: { meanDays: 10, sdDays: 0, source: 'agreed-product', orders: 0 },
      forecast: { state: 'current', method: 'naive' },
    })
    expect(line?.dailyDemand).toBeCloseTo((9 + 30 / 31) / 10)
    expect(line?.coverDays).toBeCloseTo(5 / ((9 + 30 / 31) / 10))
  })

  test('what is on order and dated stands in the way of running out', () => {
    const { book, mug } = mugShop()
    book.write((tx) => tx.insert('expected_goods', expected(mug, 100, '2026-11-25')))
    expect(lines(book)).toEqual([])
    const [line] = lines(book, { scope: 'all' })
    expect(line).toMatchObject({ position: 105, isBelow: false, suggested: 0, nextArrivalOn: '2026-11-25' })
    // 105 less 9 of November and 30 a month are 6 at the end of February: enough for six days of March at 30/31.
    expect(line?.runsOutOn).toBe('2027-03-07')
  })

  test('goods on order without a day count in the position, not in the walk, and it is said', () => {
    const { book, mug } = mugShop()
    book.write((tx) => tx.insert('expected_goods', expected(mug, 100, null)))
    const [line] = lines(book, { scope: 'all' })
    expect(line).toMatchObject({ position: 105, runsOutOn: '2026-11-27', notes: ['arrivals-without-day'] })
  })

  test('what customers wait for is taken off, on its day', () => {
    const { book, mug } = mugShop({}, 60)
    book.write((tx) =>
      makeOrder(tx, {
        orderedOn: today,
        requiredOn: '2026-11-24',
        lines: [{ productId: mug, quantity: 20, unitPrice: '5' }],
      }),
    )
    expect(lines(book, { scope: 'all' })[0]).toMatchObject({ openDemand: 20, position: 40 })
    const { openDemand, walk } = detail(book, mug)
    expect(openDemand).toMatchObject([{ on: '2026-11-24', quantity: 20 }])
    expect(walk.slice(0, 3).map(({ stock }) => stock)).toEqual([59, 58, 37])
  })

  test('stock that is not for sale is not on hand; what is in transit counts without a day', () => {
    const { book, mug } = mugShop()
    book.write((tx) => {
      const seconds = tx.insert('warehouses', { name: 'Seconds', is_sellable: 0 })
      receive(tx, mug, 70, today, seconds)
    })
    const [line] = lines(book)
    expect(line).toMatchObject({ onHand: 5, position: 5 })
    expect(detail(book, mug).places.map(({ onHand, isSellable }) => [onHand, isSellable])).toEqual([
      [5, true],
      [70, false],
    ])
  })

  test('every figure comes with its formula and what went in', () => {
    const { book, mug } = mugShop()
    expect(detail(book, mug).figures.map(({ figure: name, formula }) => [name, formula])).toEqual([
      ['position', 'inventory_position'],
      ['coverDays', 'coverage'],
      ['runsOutOn', 'run_out_walk'],
      ['orderBy', 'order_by'],
      ['safetyStock', 'safety_stock'],
      ['reorderPoint', 'reorder_point'],
      ['orderUpTo', 'order_up_to'],
      ['orderQuantity', 'order_quantity'],
    ])
    expect(figure(book, mug, 'safetyStock')?.inputs).toMatchObject({
      ...{ serviceLevel: 0.98, demandSd: 0, demandSdSource: 'forecast-errors' },
      ...{ leadTimeDays: 10, leadTimeSource: 'agreed-product' },
    })
  })
})

function expected(productId: Id, quantity: number, on: string | null) {
  return { product_id: productId, warehouse_id: 1, qty_milli: quantity * 1000, expected_on: on }
}

describe('the quantity', () => {
  test('is lifted to the minimum order and to whole cartons', () => {
    const { book } = mugShop({ moq: 50, orderMultiple: 24 })
    expect(lines(book)[0]).toMatchObject({ suggested: 72, moq: 50, multiple: 24 })
    expect(lines(book)[0]?.steps.slice(2)).toEqual([
      { rule: 'minimum-order', quantity: 50 },
      { rule: 'multiple', quantity: 72 },
    ])
  })

  test('comes in whole cartons where no multiple was agreed', () => {
    const { book } = mugShop({ piecesPerCarton: 12 })
    expect(lines(book)[0]).toMatchObject({ suggested: 36, multiple: 12 })
  })

  test('is the economic lot on top of the need where ordering and holding cost are known', () => {
    const { book } = mugShop()
    book.write((tx) => setPlanningSetting(tx, 'replenishment', { orderCost: '20', holdingRate: 0.25 }))
    // sqrt(2 x 363.8 x 20 / 0.5) = 170.6 of a year's demand, and 5 that are missing.
    const perDay = Math.ceil(Math.sqrt((2 * ((9 + 30 / 31) / 10) * 365 * 20) / 0.5) * 1000) / 1000
    expect(lines(book)[0]?.steps[1]).toEqual({ rule: 'economic-lot', quantity: 5 + perDay })
  })

  test('that someone changed is what money is of, and says where it is no whole carton', () => {
    const { book, mug } = mugShop({ moq: 50, orderMultiple: 24 })
    const [line] = lines(book, { quantities: [{ productId: mug, quantity: 40 }] })
    expect(line).toMatchObject({
      ...{ suggested: 72, quantity: 40, isChanged: true, total: '80.00' },
      warnings: ['below-minimum', 'not-a-multiple'],
    })
  })
})

describe('the rule behind a reorder point is named', () => {
  test('without history: the point that was given on the product', () => {
    const book = testBook()
    const id = book.write((tx) => makeProduct(tx, { sku: 'NEW', reorderPoint: 12, leadTimeDays: 5 }))
    expect(lines(book)[0]).toMatchObject({
      ...{ rule: 'minimum', reorderPoint: 12, suggested: 12, coverDays: null, safetyStock: null },
      forecast: { state: 'none', method: null },
    })
    expect(figure(book, id, 'reorderPoint')).toMatchObject({ formula: 'reorder_point_given', value: 12 })
    expect(detail(book, id).forecastGap).toEqual({ reason: 'no-demand' })
  })

  test('a short history: the mean of the last months over the lead time, and half of it', () => {
    const book = testBook()
    book.write((tx) => {
      const id = makeProduct(tx, { sku: 'NEW', leadTimeDays: 31 })
      sellMonthly(tx, id, [31, 31])
    })
    // 62 in the 61 days of September and October, over 31 days, and half as much again: 47.3.
    expect(lines(book)[0]).toMatchObject({
      rule: 'recent-mean',
      reorderPoint: 48,
      missing: expect.arrayContaining(['no-forecast']),
    })
  })

  test('nothing to go by: no figure, no order, and why', () => {
    const book = testBook()
    const id = book.write((tx) => makeProduct(tx, { sku: 'NEW' }))
    expect(ask(book).counts).toMatchObject({ products: 1, due: 0, withoutRule: 1 })
    const [line] = lines(book, { scope: 'all' })
    expect(line).toMatchObject({ rule: 'none', reorderPoint: null, suggested: null, quantity: 0 })
    expect(line?.missing).toEqual(['no-forecast', 'no-spread', 'no-history', 'no-lead-time', 'no-minimum'])
    expect(figure(book, id, 'orderQuantity')).toMatchObject({ formula: 'no_rule', value: null })
  })

  test('nothing to go by, but customers wait: what is owed is bought all the same, and it says so', () => {
    const book = testBook()
    const id = book.write((tx) => {
      const mug = makeProduct(tx, { sku: 'NEW' })
      makeOrder(tx, { orderedOn: today, lines: [{ productId: mug, quantity: 7, unitPrice: '5' }] })
      return mug
    })
    expect(lines(book)[0]).toMatchObject({
      ...{ rule: 'to-order', suggested: 7, reorderPoint: 0, orderBy: null },
      missing: expect.arrayContaining(['no-lead-time', 'no-history']),
    })
    expect(figure(book, id, 'reorderPoint')).toMatchObject({ formula: 'reorder_point_to_order' })
  })

  test('a given point goes first where the settings say so', () => {
    const { book } = mugShop({ reorderPoint: 20 })
    expect(lines(book)[0]).toMatchObject({ rule: 'statistics', reorderPoint: 10 })
    book.write((tx) => setPlanningSetting(tx, 'replenishment', { givenGoesFirst: true }))
    expect(lines(book)[0]).toMatchObject({ rule: 'minimum', reorderPoint: 20 })
  })

  test('bought to order where someone decided so for its cell, or it is phased out: only what is owed', () => {
    const { book, mug } = mugShop()
    book.write((tx) => setPlanningSetting(tx, 'policies', { AX: { policy: 'to-order', serviceLevel: 0.98 } }))
    expect(lines(book)).toEqual([])
    book.write((tx) => makeOrder(tx, { orderedOn: today, lines: [{ productId: mug, quantity: 12, unitPrice: '5' }] }))
    expect(lines(book)[0]).toMatchObject({
      rule: 'to-order',
      position: -7,
      suggested: 7,
      reorderPoint: 0,
      coverDays: expect.any(Number),
    })
    expect(figure(book, mug, 'reorderPoint')).toMatchObject({ formula: 'reorder_point_to_order' })
    const phased = mugShop({ status: 'phasing_out' })
    expect(lines(phased.book)).toEqual([])
    expect(lines(phased.book, { scope: 'all' })[0]).toMatchObject({ rule: 'to-order', suggested: 0 })
  })
})

test('the class of the newest kept run holds, with its policy: looked at each month, filled up for the month and the way', () => {
  const { book, mug } = mugShop()
  book.write((tx) => {
    const { id } = keepClasses(tx, { ...classesInput.parse({}), note: '' })
    const { parameters } = tx.get<{ parameters: string }>('SELECT parameters FROM class_runs WHERE id = ?', id) ?? {}
    const later = tx.insert('class_runs', { made_on: today, parameters })
    tx.insert('class_run_items', { run_id: later, product_id: mug, abc: 'C', xyz: 'Y', raw_abc: 'C', raw_xyz: 'Y' })
  })
  const [line] = lines(book)
  // 40 days from today: 9 of November at 1 and 31 of December at 30/31.
  expect(line).toMatchObject({
    cell: 'CY',
    policy: 'periodic',
    serviceLevel: 0.9,
    reorderPoint: 10,
    orderUpTo: 39,
    suggested: 34,
  })
  book.write((tx) => setPlanningSetting(tx, 'policies', { CY: { policy: 'continuous', serviceLevel: 0.8 } }))
  expect(lines(book)[0]).toMatchObject({ cell: 'CY', policy: 'continuous', serviceLevel: 0.8, orderUpTo: 10 })
  expect(figure(book, mug, 'safetyStock')?.inputs).toMatchObject({ serviceLevel: 0.8 })
})

test('the lead time is measured on three orders of one’s own; two are not enough while one is agreed', () => {
  const { book, mug } = mugShop()
  const received = (orderedOn: string, receivedOn: string) =>
    book.write((tx) =>
      tx.insert('expected_goods', {
        ...expected(mug, 30, null),
        ordered_on: orderedOn,
        received_on: receivedOn,
        status: 'received',
        reference: `PO ${orderedOn}`,
      }),
    )
  received('2026-06-01', '2026-06-21')
  received('2026-07-01', '2026-07-25')
  expect(lines(book)[0]?.leadTime).toMatchObject({ source: 'agreed-product', meanDays: 10 })
  received('2026-08-01', '2026-08-29')
  expect(lines(book)[0]?.leadTime).toEqual({ meanDays: 24, sdDays: 4, source: 'own-orders', orders: 3 })
  expect(detail(book, mug).leadTimes.map(({ days, reference }) => [days, reference])).toEqual([
    [20, 'PO 2026-06-01'],
    [24, 'PO 2026-07-01'],
    [28, 'PO 2026-08-01'],
  ])
})

test('families, kits with parts, discontinued and archived products are not bought', () => {
  const book = testBook()
  book.write((tx) => {
    const part = makeProduct(tx, { sku: 'PART', reorderPoint: 5 })
    makeProduct(tx, { sku: 'KIT', kind: 'kit', kitParts: [{ partId: part, quantity: 2 }], reorderPoint: 5 })
    makeProduct(tx, { sku: 'FAM', kind: 'family' })
    makeProduct(tx, { sku: 'OLD', status: 'discontinued', reorderPoint: 5 })
    tx.update('products', makeProduct(tx, { sku: 'ARC', reorderPoint: 5 }), { archived: 1 })
  })
  expect(lines(book, { scope: 'all' }).map(({ sku }) => sku)).toEqual(['PART'])
})

test('chosen lines become goods on order, expected after the lead time, and are due no more', () => {
  const { book, mug } = mugShop()
  const input = orderLinesInput.parse({ lines: [{ productId: mug, quantity: 35 }], reference: 'PO 7' })
  book.write((tx) => orderLines(tx, input))
  expect(lines(book)).toEqual([])
  expect(detail(book, mug).arrivals).toMatchObject([
    { kind: 'expected', on: '2026-12-02', quantity: 35, reference: 'PO 7' },
  ])
})

test('a family has no replenishment of its own', () => {
  const book = testBook()
  const family = book.write((tx) => makeProduct(tx, { sku: 'FAM', kind: 'family' }))
  expect(refusal(() => detail(book, family))).toMatchObject({ code: 'planning/not-bought' })
})

test('an empty book has nothing to buy', () => {
  expect(ask(testBook())).toMatchObject({ groups: [], counts: { products: 0, asked: 0 }, budget: null })
})
