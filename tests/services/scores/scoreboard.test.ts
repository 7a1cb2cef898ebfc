import { describe, expect, test } from 'vitest'
import { figureLines } from '#main/services/scores/figure-lines.ts'
import { scoreboard } from '#main/services/scores/scoreboard.ts'
import { asDay, type Day } from '#shared/dates.ts'
import { figureLinesInput, scoreboardInput } from '#shared/schemas/scores.ts'
import { day, scoreBook, writeOffer } from '#tests/services/scores/score-book.ts'
import { queryPlans } from '#tests/support/query-plans.ts'
import { testBook } from '#tests/support/test-book.ts'

const came = (on: number, qty: number, rejected = 0) => ({ on: day(on), qty, rejected })

test('an empty book has an empty board', () => {
  expect(testBook().read((db) => scoreboard(db, scoreboardInput.parse({})))).toMatchObject({ rows: [], spend: '0.00' })
})

test('the figures of lines by supplier', () => {
  const book = scoreBook()
  const good = book.supplier('Good')
  const late = book.supplier('Late')
  book.order(good, {}, [{ receipts: [came(28, 100)] }, { receipts: [came(30, 60, 3), came(31, 40)] }])
  book.order(late, {}, [{ receipts: [came(40, 50)] }, { receipts: [] }])
  expect(book.row(good)).toMatchObject({
    lines: 2,
    orders: 1,
    linesDue: 2,
    onTimeRate: 0.5,
    inFullRate: 1,
    otifRate: 0.5,
    onTimeQtyRate: 0.8,
    ppm: 15_000,
    rejectRate: 0.015,
    fillRate: 1,
    acceptRate: 0.985,
    leadTimeMean: 29.5,
    leadTimeN: 2,
    spend: '400.00',
    spendShare: 0.5,
  })
  expect(book.row(late)).toMatchObject({ onTimeRate: 0, inFullRate: 0, fillRate: 0.25, leadTimeMean: null })
  expect(book.row(late).reasons).toMatchObject({ leadTimeMean: 'no-complete-lines' })
})

test('what cannot be measured is null, and says why', () => {
  const book = scoreBook()
  const undated = book.supplier('Undated')
  const waiting = book.supplier('Waiting')
  const silent = book.supplier('Silent')
  const own = book.supplier('Own', { kind: 'own' })
  book.order(undated, { hasReceiptDays: false }, [{ receipts: [{ on: null, qty: 100, rejected: 10 }], base: null }])
  book.order(waiting, { orderedOn: day(320), promisedOn: day(500) }, [{}])
  book.order(own, {}, [{ receipts: [came(20, 100)] }])
  expect(book.row(undated)).toMatchObject({
    linesDue: 1,
    linesTimed: 0,
    onTimeRate: null,
    otifRate: null,
    inFullRate: 1,
    ppm: 100_000,
    fillRate: 1,
    leadTimeMean: null,
    spend: null,
    reasons: {
      onTimeRate: 'no-receipt-days',
      otifRate: 'no-receipt-days',
      leadTimeMean: 'no-receipt-days',
      spend: 'no-rate',
      priceVariance: 'no-offers',
      answerHours: 'no-requests',
    },
  })
  expect(book.row(waiting)).toMatchObject({
    linesDue: 0,
    onTimeRate: null,
    ppm: null,
    fillRate: null,
    reasons: {
      onTimeRate: 'no-lines-due',
      inFullRate: 'no-lines-due',
      ppm: 'nothing-received',
      fillRate: 'no-lines-due',
    },
  })
  expect(book.row(silent)).toMatchObject({
    lines: 0,
    spend: null,
    reasons: { onTimeRate: 'no-lines', spend: 'no-lines', claimRate: 'no-orders' },
  })
  expect(book.row(own)).toMatchObject({
    onTimeRate: 1,
    score: null,
    rank: null,
    grade: null,
    spendShare: null,
    reasons: { spendShare: 'own-place' },
  })
  expect(book.board()).toMatchObject({ linesWithoutRate: 1, linesWithoutReceiptDays: 1 })
})

test('drafts and what was cancelled before anything came are none; a receipt taken back never was', () => {
  const book = scoreBook()
  const supplier = book.supplier('S')
  book.order(supplier, { status: 'draft' }, [{}])
  book.order(supplier, { status: 'cancelled' }, [{}])
  book.order(supplier, {}, [{ receipts: [came(20, 100), { on: day(60), qty: 5, reversed: true }] }])
  expect(book.row(supplier)).toMatchObject({
    lines: 1,
    orders: 1,
    cancelledOrders: 1,
    cancelledRate: 0.5,
    onTimeRate: 1,
    inFullRate: 1,
  })
})

test('a window takes lines by their promised day, else by the order day', () => {
  const book = scoreBook()
  const supplier = book.supplier('S')
  book.order(supplier, { orderedOn: day(0), promisedOn: day(100) }, [{}, { dueOn: day(5) }])
  book.order(supplier, { orderedOn: day(10), promisedOn: null }, [{}])
  const lines = (from: number, to: number) => book.row(supplier, { from: day(from), to: day(to) }).lines
  expect([lines(0, 9), lines(10, 10), lines(100, 100), lines(0, 300), lines(101, 300)]).toEqual([1, 1, 1, 3, 0])
})

test('grouped by product, way and country, narrowed by each', () => {
  const book = scoreBook()
  const [one, two] = [book.supplier('One'), book.supplier('Two')]
  const [mug, cup] = [book.product('MUG'), book.product('CUP')]
  book.order(one, { mode: 'sea', country: 'DE' }, [{ productId: mug, receipts: [came(20, 100)] }, { productId: cup }])
  book.order(two, { mode: 'air', country: 'US' }, [{ productId: mug, receipts: [came(40, 100)] }])
  const rates = (given: object) =>
    Object.fromEntries(
      book.board(given as never).rows.map((row) => [row.code || row.mode || row.country || row.name, row.onTimeRate]),
    )
  expect(rates({ groupBy: 'product' })).toEqual({ MUG: 0.5, CUP: 0 })
  expect(rates({ groupBy: 'mode' })).toEqual({ sea: 0.5, air: 0 })
  expect(rates({ groupBy: 'country' })).toEqual({ DE: 0.5, US: 0 })
  expect(rates({ groupBy: 'product', supplierIds: [one] })).toEqual({ MUG: 1, CUP: 0 })
  expect(book.board({ productId: mug }).rows.map(({ name, onTimeRate }) => [name, onTimeRate])).toEqual([
    ['One', 1],
    ['Two', 0],
  ])
  expect(book.board({ mode: 'air' }).rows.map(({ name }) => name)).toEqual(['Two'])
  expect(book.board({ groupBy: 'mode' }).rows[0]?.reasons.claimRate).toBe('by-supplier-only')
})

describe('prices', () => {
  test('against the offer that held, and against those of others', () => {
    const book = scoreBook()
    const [one, two] = [book.supplier('One'), book.supplier('Two')]
    const mug = book.product('MUG')
    book.write((tx) => {
      writeOffer(tx, { supplierId: one, productId: mug, price: 2, from: day(0) })
      writeOffer(tx, { supplierId: one, productId: mug, price: 9, from: day(50) })
      writeOffer(tx, { supplierId: two, productId: mug, price: 1.6, from: day(0) })
    })
    book.order(one, { orderedOn: day(10) }, [{ productId: mug, price: 2.2 }])
    expect(book.row(one)).toMatchObject({ priceVariance: 0.1, priceVarianceAmount: '20.00' })
    expect(book.row(one).marketVariance).toBeCloseTo(220 / 160 - 1, 9)
    book.order(two, { orderedOn: day(10) }, [{ productId: mug, price: 1.6 }])
    expect(book.row(two)).toMatchObject({ priceVariance: 0, marketVariance: -0.2 })
  })

  test('VAT in or out is the same price; an offer in the order currency goes by the order rate', () => {
    const book = scoreBook()
    const one = book.supplier('One')
    const mug = book.product('MUG')
    book.write((tx) =>
      writeOffer(tx, {
        supplierId: one,
        productId: mug,
        price: 11.3,
        currency: 'CNY',
        vat: { included: true, ppm: 130_000 },
      }),
    )
    book.order(one, { orderedOn: day(3), currency: 'CNY', rate: '0.14' }, [{ productId: mug, price: 10, base: 14_000 }])
    expect(book.row(one)).toMatchObject({ priceVariance: 0, priceVarianceAmount: '0.00' })
    // A price in a currency that has no rate says nothing.
    const two = book.supplier('Two')
    book.order(two, { orderedOn: day(3) }, [{ productId: mug, price: 10 }])
    expect(book.row(two)).toMatchObject({ marketVariance: null, reasons: { marketVariance: 'no-other-offers' } })
  })
})

test('answers, claims and errors in papers', () => {
  const book = scoreBook()
  const supplier = book.supplier('S')
  book.order(supplier, {}, [{}])
  book.order(supplier, {}, [{}])
  const sentAt = Date.UTC(2026, 2, 2, 9)
  book.write((tx) => {
    const ask = (answeredAt: number | null, state: string, answerBy: Day | null = null) => {
      const requestId = tx.insert('quote_requests', {
        number: 'RQ',
        requested_on: day(60),
        status: 'sent',
        answer_by: answerBy,
      })
      tx.insert('quote_answers', {
        request_id: requestId,
        supplier_id: supplier,
        sent_at: sentAt,
        answered_at: answeredAt,
        state,
      })
    }
    ask(sentAt + 6.5 * 3_600_000, 'answered')
    ask(sentAt + 48 * 3_600_000, 'answered')
    ask(null, 'asked')
    ask(null, 'declined')
    ask(null, 'asked', asDay('2027-01-01'))
    for (const [kind, status] of [
      ['papers', 'open'],
      ['quality', 'open'],
      ['late', 'dropped'],
    ] as const)
      tx.insert('claims', {
        number: 'CL',
        party_id: supplier,
        kind,
        opened_on: day(50),
        status,
        closed_on: status === 'open' ? null : day(60),
      })
  })
  expect(book.row(supplier)).toMatchObject({
    answerHours: 27.25,
    unanswered: 1,
    unansweredRate: 1 / 3,
    paperErrorRate: 0.5,
    claimRate: 0.5,
    claims: 1,
  })
  expect(book.row(supplier, { asOf: day(61) })).toMatchObject({ answerHours: 6.5 })
  expect(book.row(supplier, { to: day(59) })).toMatchObject({
    answerHours: null,
    reasons: { answerHours: 'no-requests' },
  })
})

test('of a product, a category or a way of transport only the claims of such orders count', () => {
  const book = scoreBook()
  const supplier = book.supplier('S')
  const [mug, cup] = [book.product('MUG'), book.product('CUP')]
  const mugs = book.order(supplier, { mode: 'sea' }, [{ productId: mug }])
  book.order(supplier, { mode: 'sea' }, [{ productId: mug }])
  const cups = book.order(supplier, { mode: 'air' }, [{ productId: cup }])
  book.write((tx) => {
    for (const orderId of [mugs, cups, cups, null])
      tx.insert('claims', { number: 'CL', party_id: supplier, order_id: orderId, kind: 'quality', opened_on: day(50) })
    tx.update('products', cup, { category_id: tx.insert('categories', { name_en: 'Cups' }) })
  })
  const categoryId = book.read((db) => db.get<{ id: number }>('SELECT id FROM categories'))?.id
  expect(book.row(supplier)).toMatchObject({ claims: 4, claimRate: 4 / 3 })
  // The rows behind the rate add up to it: claims of no order, and of orders of other days, stand among them.
  const behind = (window: object) => {
    const asked = figureLinesInput.parse({ supplierId: supplier, figure: 'claimRate', ...window })
    const lines = book.read((db) => figureLines(db, asked))
    if (lines.of !== 'orders') throw new Error(`lines of ${lines.of}`)
    return lines.rows.map(({ orderId, claims, isCounted }) => [orderId === null, claims, isCounted])
  }
  expect(behind({})).toEqual([
    ...[
      [false, 2, true],
      [false, 0, true],
    ],
    ...[
      [false, 1, true],
      [true, 1, false],
    ],
  ])
  expect(behind({ from: day(40), to: day(60) })).toEqual([
    ...[
      [false, 2, false],
      [false, 1, false],
    ],
    [true, 1, false],
  ])
  expect(behind({ to: day(49) }).map(([, claims]) => claims)).toEqual([0, 0, 0])
  expect(book.row(supplier, { productId: mug })).toMatchObject({ orders: 2, claims: 1, claimRate: 0.5 })
  expect(book.row(supplier, { categoryId })).toMatchObject({ orders: 1, claims: 2, claimRate: 2 })
  expect(book.row(supplier, { mode: 'air', to: day(49) })).toMatchObject({ orders: 1, claims: 0 })
})

test('a single supplier is read by its orders, a product by its lines; nothing is read twice over', () => {
  const book = scoreBook()
  const supplier = book.supplier('S')
  const plans = queryPlans(book, (db) =>
    figureLines(db, figureLinesInput.parse({ supplierId: supplier, figure: 'onTimeRate' })),
  )
  expect(plans.filter((step) => /SCAN (l|o|g|t)\b/.test(step))).toEqual([])
})
