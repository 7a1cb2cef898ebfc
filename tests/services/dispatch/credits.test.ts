// Credits: what they take back of an order's money, what comes back of its goods, and that parts always add up to the whole.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cancelCredit } from '#main/services/dispatch/cancel-credit.ts'
import { createCredit } from '#main/services/dispatch/create-credit.ts'
import { creditsOf, toCredit } from '#main/services/dispatch/credit-queries.ts'
import { dispatchesOf } from '#main/services/dispatch/dispatch-queries.ts'
import { issueCredit } from '#main/services/dispatch/issue-credit.ts'
import { reverseDispatch } from '#main/services/dispatch/reverse-dispatch.ts'
import { undoOperation } from '#main/services/history/undo-operation.ts'
import { cancelOrders, confirmOrders } from '#main/services/orders/order-steps.ts'
import { asDay } from '#shared/dates.ts'
import { creditInput } from '#shared/schemas/credits.ts'
import { dispatchBook, lineIds, on } from '#tests/services/dispatch/dispatch-book.ts'
import { failureOf, main } from '#tests/services/stock/stock-book.ts'

const later = '2026-11-15'

describe('goods that come back', () => {
  test('to stock at the cost at which they left, off the revenue, and the order knows', () => {
    const book = dispatchBook()
    const order = book.order()
    const [line = 0] = lineIds(order)
    book.send({ orderId: order.id, on })
    // What comes in dearer since does not change what these goods cost.
    const dearer = { productId: book.mug, quantity: 10, unitCost: { amount: '9', currency: 'USD' } }
    book.post({ kind: 'receive', input: { warehouseId: main, on: '2026-11-12', lines: [dearer] } })
    const made = book.credit({ orderId: order.id, on: later, lines: [{ lineId: line, quantity: 3, goods: 'stock' }] })
    expect(made).toMatchObject({ number: 'CN-2026-0001', status: 'confirmed', documentNumber: 'CR-2026-0001' })
    expect(book.sold(made.creditId)).toMatchObject({
      document: 'credit',
      creditsId: order.id,
      total: '-15.00',
      baseTotal: '-15.00',
    })
    expect(book.sold(order.id).lines).toMatchObject([{ shipped: 10, returned: 3 }])
    expect(book.onHand(book.mug, main)).toBe(103)
    const value = book.connection.prepare(
      "SELECT sum(v.value_minor) FROM stock_values v JOIN stock_movements m ON m.id = v.movement_id WHERE m.kind = 'customer_return'",
    )
    expect(value.pluck().get()).toBe(600)
    expect(book.read((db) => creditsOf(db, order.id))).toMatchObject([
      { id: made.creditId, gross: '15.00', documentId: made.documentId, goods: [{ quantity: 3, condition: 'stock' }] },
    ])
    expect(book.read((db) => dispatchesOf(db, order.id))).toHaveLength(1)
    expect(book.problems()).toEqual([])
  })

  test('to second quality or to be thrown away; a kit comes back as its parts would', () => {
    const book = dispatchBook()
    const order = book.order({}, [{}, { productId: book.cup, quantity: 4 }])
    const [mugs = 0, cups = 0] = lineIds(order)
    book.send({ orderId: order.id, on })
    const lines = [
      { lineId: mugs, quantity: 2, goods: 'second' as const },
      { lineId: cups, quantity: 1, goods: 'scrap' as const },
    ]
    const nowhere = () => book.credit({ orderId: order.id, on: later, lines })
    expect(failureOf(nowhere).code).toBe('stock/second-place')
    book.credit({ orderId: order.id, on: later, secondWarehouseId: book.seconds, lines })
    expect([book.onHand(book.mug, book.seconds), book.onHand(book.cup, main)]).toEqual([2, 96])
    expect(book.sold(order.id).lines).toMatchObject([{ returned: 2 }, { returned: 1 }])
    expect(book.problems()).toEqual([])
  })

  test('never more than was sent and is still out there', () => {
    const book = dispatchBook()
    const order = book.order()
    const [line = 0] = lineIds(order)
    const back = (quantity: number) =>
      book.credit({ orderId: order.id, on: later, lines: [{ lineId: line, quantity, goods: 'stock' }] })
    expect(failureOf(() => back(1)).code).toBe('credits/more-than-sent')
    const sent = book.send({ orderId: order.id, on, lines: [{ lineId: line, quantity: 6 }] })
    expect(book.read((db) => toCredit(db, order.id)).lines).toMatchObject([{ creditable: 10, returnable: 6 }])
    back(4)
    expect(failureOf(() => back(3))).toMatchObject({ code: 'credits/more-than-sent', details: { asked: 3, open: 2 } })
    const reverse = () => book.write((tx) => reverseDispatch(tx, { dispatchId: sent.dispatchId, note: '' }))
    expect(failureOf(reverse).code).toBe('dispatch/has-credits')
    expect(book.problems()).toEqual([])
  })

  test('cancelled, undone: the goods go out again, the order has all it had', () => {
    const book = dispatchBook()
    const order = book.order()
    const [line = 0] = lineIds(order)
    book.send({ orderId: order.id, on })
    const draft = { orderId: order.id, on: later, lines: [{ lineId: line, quantity: 10, goods: 'stock' as const }] }
    const first = book.credit(draft)
    expect(book.sold(order.id).shippingState).toBe('returned')
    book.write((tx) => cancelCredit(tx, { creditId: first.creditId, reason: 'typed wrongly' }))
    expect(book.onHand(book.mug, main)).toBe(90)
    expect(book.sold(order.id)).toMatchObject({ shippingState: 'sent', lines: [{ returned: 0 }] })
    expect(book.sold(first.creditId)).toMatchObject({ status: 'cancelled', cancelReason: 'typed wrongly' })
    expect(book.sold(first.creditId).closedOn).not.toBeNull()
    const { id } = book.operation((tx) => createCredit(tx, creditInput.parse(draft)))
    book.operation((tx) => undoOperation(tx, id))
    expect(book.onHand(book.mug, main)).toBe(90)
    expect(book.sold(order.id).lines).toMatchObject([{ returned: 0 }])
    expect(book.read((db) => creditsOf(db, order.id))).toMatchObject([{ status: 'cancelled' }])
    expect(book.problems()).toEqual([])
  })
})

describe('money', () => {
  test('an amount alone takes back no goods; what is left of the line is the most', () => {
    const book = dispatchBook()
    const order = book.order({ freight: '8.00' })
    const [line = 0] = lineIds(order)
    book.send({ orderId: order.id, on })
    book.credit({
      orderId: order.id,
      on: later,
      reason: 'price',
      freight: '3',
      lines: [{ lineId: line, amount: '20.00' }],
    })
    expect(book.sold(order.id).lines).toMatchObject([{ returned: 0 }])
    const [line1] = book.read((db) => toCredit(db, order.id)).lines
    expect(line1).toMatchObject({ creditable: 10, credited: '20.00', total: '50.00' })
    const more = () => book.credit({ orderId: order.id, on: later, lines: [{ lineId: line, amount: '30.01' }] })
    expect(failureOf(more)).toMatchObject({ code: 'credits/more-than-line', details: { open: '30.00' } })
    const freight = () => book.credit({ orderId: order.id, on: later, freight: '5.01' })
    expect(failureOf(freight)).toMatchObject({ code: 'credits/more-freight', details: { open: '5.00' } })
    // All goods come back: what is left of their price goes with them.
    const all = book.credit({ orderId: order.id, on: later, lines: [{ lineId: line, quantity: 10, goods: 'stock' }] })
    expect(book.sold(all.creditId).total).toBe('-30.00')
    expect(book.problems()).toEqual([])
  })

  test('parts of a line always add up to it: total, tax and base', () => {
    fc.assert(
      fc.property(
        fc.record({
          price: fc.integer({ min: 1, max: 999_999 }).map((cents) => (cents / 100).toFixed(2)),
          discountPercent: fc.constantFrom(0, 3.3333, 50),
          discountAmount: fc.constantFrom('0', '0.01'),
          taxPercent: fc.constantFrom(0, 7, 19, 21.5),
          taxIncluded: fc.boolean(),
          parts: fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 5 }),
        }),
        ({ price, parts, taxIncluded, ...line }) => {
          const book = dispatchBook({ baseCurrency: 'CNY' })
          const quantity = parts.reduce((sum, part) => sum + part, 0)
          const order = book.order({ rate: '7.1234', taxIncluded }, [{ unitPrice: price, quantity, ...line }])
          const [id = 0] = lineIds(order)
          for (const part of parts)
            book.credit({ orderId: order.id, on: later, lines: [{ lineId: id, quantity: part }] })
          const sums = book.read((db) =>
            db.raw(
              'SELECT sum(total_minor), sum(tax_minor), sum(base_minor), -sum(qty_milli) FROM live_order_lines WHERE credits_line_id = ?',
              id,
            ),
          )
          const own = book.read((db) =>
            db.raw('SELECT -total_minor, -tax_minor, -base_minor, qty_milli FROM order_lines WHERE id = ?', id),
          )
          expect(sums[0]?.map((value) => Number(value) + 0)).toEqual(own[0]?.map((value) => Number(value) + 0))
          expect(book.problems()).toEqual([])
        },
      ),
      { numRuns: 25 },
    )
  })

  test('without an order: an amount in its own currency at the rate of the day, or goods that nobody saw leave', () => {
    const book = dispatchBook()
    const free = { on, customerId: book.customer, lines: [{ lineId: null, amount: '12.50', description: 'Goodwill' }] }
    expect(failureOf(() => book.credit(free)).code).toBe('credits/no-currency')
    const one = book.credit({ ...free, currency: 'EUR', rate: '1.1', reason: 'goodwill' })
    expect(book.sold(one.creditId)).toMatchObject({ total: '-12.50', baseTotal: '-13.75', creditsId: null })
    const goods = { lineId: null, productId: book.mug, quantity: 3, amount: '10.00', goods: 'stock' as const }
    const two = book.credit({ on, currency: 'USD', lines: [goods] })
    expect(two.documentNumber).toBe('CR-2026-0001')
    expect(book.onHand(book.mug, main)).toBe(103)
    expect(book.sold(two.creditId)).toMatchObject({ total: '-10.00', lines: [{ quantity: -3 }] })
    expect(book.problems()).toEqual([])
  })

  test('a draft books nothing before it is issued', () => {
    const book = dispatchBook()
    const order = book.order()
    const [line = 0] = lineIds(order)
    book.send({ orderId: order.id, on })
    const asked = {
      orderId: order.id,
      on: later,
      isDraft: true,
      lines: [{ lineId: line, quantity: 6, goods: 'stock' as const }],
    }
    const [one, two] = [book.credit(asked), book.credit(asked)]
    expect(one).toMatchObject({ status: 'draft', documentId: null })
    expect([book.onHand(book.mug, main), book.sold(order.id).lines[0]?.returned]).toEqual([90, 0])
    const issue = (creditId: number) =>
      book.write((tx) => issueCredit(tx, { creditId, on: asDay(later), secondWarehouseId: null }))
    expect(issue(one.creditId)).toMatchObject({ status: 'confirmed' })
    expect(book.onHand(book.mug, main)).toBe(96)
    expect(failureOf(() => issue(two.creditId)).code).toBe('credits/more-than-sent')
    expect(failureOf(() => issue(one.creditId)).code).toBe('credits/not-draft')
    expect(book.problems()).toEqual([])
  })

  test('the steps of orders issue and cancel credits with their goods', () => {
    const book = dispatchBook()
    const order = book.order()
    const [line = 0] = lineIds(order)
    book.send({ orderId: order.id, on })
    const lines = [{ lineId: line, quantity: 6, goods: 'stock' as const }]
    const { creditId } = book.credit({ orderId: order.id, on: later, isDraft: true, lines })
    book.write((tx) => confirmOrders(tx, [creditId], { on: asDay(later) }))
    expect([book.onHand(book.mug, main), book.sold(creditId).status]).toEqual([96, 'confirmed'])
    book.write((tx) => cancelOrders(tx, [creditId], 'typed wrongly'))
    expect([book.onHand(book.mug, main), book.sold(creditId).status]).toEqual([90, 'cancelled'])
    expect(book.problems()).toEqual([])
  })

  test('nothing is credited of what sold nothing, nor by nothing', () => {
    const book = dispatchBook()
    const draft = book.order({ status: 'draft' })
    const [line = 0] = lineIds(draft)
    const of = (orderId: number) => book.credit({ orderId, on, lines: [{ lineId: line, quantity: 1 }] })
    expect(failureOf(() => of(draft.id)).code).toBe('credits/not-creditable')
    const order = book.order()
    expect(failureOf(() => book.credit({ orderId: order.id, on })).code).toBe('credits/nothing')
    expect(failureOf(() => of(order.id)).code).toBe('credits/line-not-found')
  })
})
