// Charges of shipments: estimate and actual, what orders and stock bear of them, bills, rates that come later.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkBook } from '#main/services/book/check-book.ts'
import { postBills, previewBills } from '#main/services/charges/bills.ts'
import { addCharge, editCharge, removeCharges } from '#main/services/charges/charge-commands.ts'
import { chargesOfShipment } from '#main/services/charges/charge-queries.ts'
import { undoOperation } from '#main/services/history/undo-operation.ts'
import { profitOfOrder } from '#main/services/sales/order-profit.ts'
import { addSalesCost, editSalesCost, removeSalesCosts } from '#main/services/sales/sales-cost-commands.ts'
import { costsOfOrder } from '#main/services/sales/sales-cost-queries.ts'
import { cancelShipments } from '#main/services/shipments/shipment-commands.ts'
import type { Id } from '#shared/ids.ts'
import { billsInput, type ChargeDraft, chargeInput } from '#shared/schemas/charges.ts'
import { salesCostInput } from '#shared/schemas/sales-costs.ts'
import { type CarrierBook, carrierBook } from '#tests/services/carriers/carrier-book.ts'
import { makeRate } from '#tests/support/records.ts'
import { refusal } from '#tests/support/refusal.ts'

const charge = (given: Partial<ChargeDraft>) => chargeInput.parse({ kind: 'freight', ...given })
const usd = (amount: string) => ({ amount, currency: 'USD' })
const add = (book: CarrierBook, shipmentId: Id, given: Partial<ChargeDraft>) =>
  book.write((tx) => addCharge(tx, shipmentId, charge(given)))
const edit = (book: CarrierBook, id: Id, given: Partial<ChargeDraft>) =>
  book.write((tx) => editCharge(tx, id, charge(given)))
const shown = (book: CarrierBook, shipmentId: Id) => book.read((db) => chargesOfShipment(db, shipmentId))
const costs = (book: CarrierBook, orderId: Id) =>
  book.read((db) => costsOfOrder(db, orderId)).map(({ kind, amount, isEstimate }) => [kind, amount, isEstimate])

/** Two orders of 3 and 6 mugs in one shipment. */
function sentTogether() {
  const book = carrierBook()
  const [one, other] = [book.sale(3), book.sale(6)]
  const { id } = book.add({
    lines: [one, other].map(({ lines }, at) => ({ orderLineId: lines[0], quantity: at === 0 ? 3 : 6 })),
  })
  return { book, one: one.id, other: other.id, id }
}

describe('costs of orders', () => {
  test('the estimate is shared to the cent, then gives way to the actual: one row an order, never both', () => {
    const { book, one, other, id } = sentTogether()
    const freight = add(book, id, { estimate: usd('10.00') })
    expect([costs(book, one), costs(book, other)]).toEqual([[['freight', '3.33', true]], [['freight', '6.67', true]]])
    expect(shown(book, id).charges[0]?.posting).toMatchObject({ as: 'orders', isEstimate: true, by: 'value' })
    edit(book, freight, { estimate: usd('10.00'), actual: usd('12.50'), reference: 'B-1' })
    expect([costs(book, one), costs(book, other)]).toEqual([[['freight', '4.17', false]], [['freight', '8.33', false]]])
    expect(shown(book, id)).toMatchObject({
      charges: [{ variance: { amount: '2.50', currency: 'USD', percent: '25.00' }, reference: 'B-1' }],
      totals: { estimate: '10.00', actual: '12.50', variance: '2.50', variancePercent: '25.00' },
    })
    expect(book.shipment(id)).toMatchObject({ estimate: '10.00', cost: '12.50' })
    expect(book.read(checkBook).problems).toEqual([])
  })

  test('freight of the goods’ value: what was billed, else what is expected; nothing where one of them is not known', () => {
    const { book, id } = sentTogether()
    const value = book.shipment(id).value ?? ''
    const share = () => shown(book, id).freight
    expect(share()).toMatchObject({ amount: null, percent: null, value })
    const freight = add(book, id, { estimate: usd('10.00') })
    add(book, id, { kind: 'customs', estimate: usd('99.00') })
    expect(share()).toMatchObject({
      amount: '10.00',
      isEstimate: true,
      percent: ((10 / Number(value)) * 100).toFixed(2),
    })
    edit(book, freight, { estimate: usd('10.00'), actual: usd('12.00') })
    add(book, id, { kind: 'fuel', actual: usd('1.50') })
    expect(share()).toMatchObject({ amount: '13.50', isEstimate: false, isAtCost: false })
    expect(share().percent).toBe(((13.5 / Number(value)) * 100).toFixed(2))
    add(book, id, { actual: { amount: '5', currency: 'XAF' } })
    expect(share()).toMatchObject({ amount: null, percent: null })
  })

  test('by weight where all of it is known', () => {
    const { book, one, other, id } = sentTogether()
    book.write((tx) => tx.update('products', book.mug, { gross_weight_grams: 500 }))
    add(book, id, { actual: usd('1.00') })
    expect(shown(book, id).charges[0]?.posting).toMatchObject({ by: 'weight' })
    expect([costs(book, one), costs(book, other)]).toEqual([[['freight', '0.33', false]], [['freight', '0.67', false]]])
  })

  test('by value, what was cancelled of a line is worth nothing', () => {
    const { book, one, other, id } = sentTogether()
    book.edit(id, {
      lines: book.shipment(id).lines.map((line) => ({ id: line.id, orderLineId: line.orderLineId, quantity: 3 })),
    })
    // Of the six mugs three are still wanted, and only they are money.
    const [rest] = book.read((db) => db.raw('SELECT id, base_minor / 2 FROM order_lines WHERE order_id = ?', other))
    book.write((tx) =>
      tx.update('order_lines', Number(rest?.[0]), { cancelled_milli: 3000, base_minor: Number(rest?.[1]) }),
    )
    add(book, id, { actual: usd('9.00') })
    expect([costs(book, one), costs(book, other)]).toEqual([[['freight', '4.50', false]], [['freight', '4.50', false]]])
  })

  test('what goes from the shipment, or with it, bears nothing any more', () => {
    const { book, one, other, id } = sentTogether()
    const freight = add(book, id, { estimate: usd('10.00') })
    const paid = add(book, id, { kind: 'customs', actual: usd('4.00') })
    book.edit(id, {
      lines: book
        .shipment(id)
        .lines.slice(0, 1)
        .map(({ id: line, orderLineId }) => ({ id: line, orderLineId, quantity: 3 })),
    })
    expect([costs(book, one), costs(book, other)]).toEqual([
      [
        ['freight', '10.00', true],
        ['other', '4.00', false],
      ],
      [],
    ])
    book.write((tx) => cancelShipments(tx, [id]))
    expect(costs(book, one)).toEqual([['other', '4.00', false]])
    book.write((tx) => removeCharges(tx, [freight, paid]))
    expect(costs(book, one)).toEqual([])
    expect(book.shipment(id)).toMatchObject({ estimate: null, cost: null })
  })

  test('a cost that comes from a charge is changed there alone', () => {
    const { book, one, id } = sentTogether()
    add(book, id, { actual: usd('9.00') })
    const [row] = book.read((db) => costsOfOrder(db, one))
    const input = salesCostInput.parse({ orderId: one, kind: 'freight', on: '2026-11-22', ...usd('1') })
    const refused = { code: 'sales/cost-of-charge' }
    expect(refusal(() => book.write((tx) => editSalesCost(tx, row?.id ?? 0, input)))).toMatchObject(refused)
    expect(refusal(() => book.write((tx) => removeSalesCosts(tx, [row?.id ?? 0])))).toMatchObject(refused)
  })

  test('in the order’s profit: fuel that is only expected stays beside freight that was billed', () => {
    const book = carrierBook()
    const { id: order, lines } = book.sale(3)
    const { id } = book.add({ lines: [{ orderLineId: lines[0], quantity: 3 }] })
    const freight = () => book.read((db) => profitOfOrder(db, order)).costs.find(({ part }) => part === 'freight')
    const first = add(book, id, { estimate: usd('10') })
    add(book, id, { kind: 'fuel', estimate: usd('2') })
    expect(freight()).toMatchObject({ state: 'estimated', base: '12.00' })
    edit(book, first, { estimate: usd('10'), actual: usd('11') })
    expect(freight()).toMatchObject({ state: 'mixed', base: '13.00' })
    const typed = { orderId: order, kind: 'freight', on: '2026-11-22', ...usd('20') }
    book.write((tx) => addSalesCost(tx, salesCostInput.parse(typed)))
    expect(freight()).toMatchObject({ state: 'real', base: '31.00' })
  })
})

describe('what shipments are to orders', () => {
  test('what comes back from a customer costs its order, too; what comes from a supplier none', () => {
    const book = carrierBook()
    const { id: order, lines } = book.sale(2)
    const back = book.add({ kind: 'return', lines: [{ orderLineId: lines[0], quantity: 1 }] })
    add(book, back.id, { kind: 'return', actual: usd('6.00') })
    expect(costs(book, order)).toEqual([['freight', '6.00', false]])
    const bought = book.add({
      kind: 'purchase',
      lines: [{ purchaseLineId: book.order().lines[0]?.id ?? 0, quantity: 1 }],
    })
    add(book, bought.id, { actual: usd('9.00') })
    expect(shown(book, bought.id)).toMatchObject({ becomes: 'landed', charges: [{ posting: null }], receipts: [] })
    const other = book.add({ kind: 'other', lines: [{ productId: book.mug, quantity: 1 }] })
    add(book, other.id, { estimate: usd('9.00') })
    expect(shown(book, other.id)).toMatchObject({ becomes: 'nothing', totals: { estimate: '9.00', actual: null } })
  })

  test('undone, a charge takes what it became along, and the sums of its shipment follow', () => {
    const { book, one, id } = sentTogether()
    const freight = add(book, id, { estimate: usd('10.00') })
    const change = charge({ estimate: usd('10.00'), actual: usd('12.50') })
    book.write((tx) => editCharge(tx, freight, change), 'charges.edit')
    const operation = book.read((db) => db.raw("SELECT id FROM operations WHERE name = 'charges.edit'"))[0]?.[0]
    book.write((tx) => undoOperation(tx, Number(operation)), 'history.undo')
    expect(costs(book, one)).toEqual([['freight', '3.33', true]])
    expect(book.shipment(id)).toMatchObject({ estimate: '10.00', cost: null })
    expect(book.read(checkBook).problems).toEqual([])
  })

  test('shares of any charge over any orders are the charge, in its currency and in base', () => {
    const any = fc.record({
      quantities: fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 5 }),
      minor: fc.integer({ min: 1, max: 100_000 }),
      grams: fc.option(fc.integer({ min: 1, max: 5000 })),
    })
    fc.assert(
      fc.property(any, ({ quantities, minor, grams }) => {
        const book = carrierBook()
        book.write((tx) => {
          makeRate(tx, 'JPY', 'USD', '2026-11-20', '0.0064')
          tx.update('products', book.mug, { gross_weight_grams: grams })
        })
        const sales = quantities.map((quantity) => ({ quantity, ...book.sale(quantity) }))
        const lines = sales.map(({ lines: [orderLineId], quantity }) => ({ orderLineId, quantity }))
        add(book, book.add({ lines }).id, { actual: { amount: String(minor), currency: 'JPY' } })
        const sums = 'SELECT sum(amount_minor), sum(base_minor), min(amount_minor) > 0 FROM live_sales_costs'
        const charged = book.read((db) => db.raw('SELECT actual_base_minor FROM shipment_charges'))
        expect(book.read((db) => db.raw(sums))).toEqual([[minor, charged[0]?.[0], 1]])
      }),
      { numRuns: 25 },
    )
  })
})

describe('currencies', () => {
  test('estimate and actual each with its own rate; without one nobody knows the variance until it is there', () => {
    const { book, one, id } = sentTogether()
    book.write((tx) => makeRate(tx, 'EUR', 'USD', '2026-11-20', '1.1'))
    add(book, id, {
      estimate: { amount: '100', currency: 'EUR' },
      actual: { amount: '800', currency: 'CNY' },
      billedOn: '2026-11-21',
    })
    expect(shown(book, id)).toMatchObject({
      charges: [{ estimate: { base: '110.00', rate: '1.1' }, actual: { base: null, rate: null }, variance: null }],
      totals: { estimate: '110.00', actual: null, variance: null },
    })
    expect(costs(book, one)).toEqual([['freight', '266.67', false]])
    book.write((tx) => makeRate(tx, 'CNY', 'USD', '2026-11-21', '0.14'))
    expect(shown(book, id)).toMatchObject({
      charges: [
        {
          actual: { base: '112.00', rate: '0.14', rateOn: '2026-11-21' },
          variance: { amount: '2.00', currency: 'USD', percent: '1.82' },
        },
      ],
      totals: { actual: '112.00', variance: '2.00' },
    })
    const bases = book.read((db) => db.raw('SELECT base_minor, rate FROM live_sales_costs ORDER BY order_id'))
    expect(bases).toEqual([
      [3733, '0.14'],
      [7467, '0.14'],
    ])
    expect(book.shipment(id)).toMatchObject({ cost: '112.00' })
    expect(book.read(checkBook).problems).toEqual([])
  })
})

describe('a bill for many shipments', () => {
  const bill = (text: string, given = {}) =>
    billsInput.parse({ text, currency: 'USD', billedOn: '2026-11-21', reference: 'INV-7', ...given })

  test('lines find their shipments by number, tracking number or order; what cannot be taken says why', () => {
    const book = carrierBook()
    const [one, other, third] = [book.sale(1), book.sale(1), book.sale(2)]
    const tracked = ['1Z 999', 'AB1'].map((trackingNumber) => ({ trackingNumber, grossGrams: 100 }))
    const first = book.add({ lines: [{ orderLineId: one.lines[0], quantity: 1 }], parcels: tracked })
    const second = book.add({ lines: [{ orderLineId: other.lines[0], quantity: 1 }] })
    for (let at = 0; at < 2; at += 1) book.add({ lines: [{ orderLineId: third.lines[0], quantity: 1 }] })
    const orderNumber = (id: Id) =>
      book.read((db) => db.raw('SELECT number FROM sales_orders WHERE id = ?', id))[0]?.[0]
    const freight = add(book, first.id, { estimate: usd('20') })
    const text = [
      'Shipment\tAmount',
      '1z-999\t12.50',
      'AB1\t10',
      `${orderNumber(other.id)}\tEUR 7,25`,
      `${orderNumber(third.id)}\t3`,
      'NOBODY\t4',
      `${second.number}\tfree`,
      'AB1\t10',
    ].join('\n')
    const preview = book.read((db) => previewBills(db, bill(text)))
    expect(
      preview.lines.map(({ line, number, amount, currency, problem }) => [line, number, amount, currency, problem]),
    ).toEqual([
      [2, first.number, '12.50', 'USD', null],
      [3, first.number, '10.00', 'USD', null],
      [4, second.number, '7.25', 'EUR', null],
      [5, '', '3.00', 'USD', 'several'],
      [6, '', '4.00', 'USD', 'unknown'],
      [7, second.number, null, 'USD', 'no_amount'],
      [8, first.number, '10.00', 'USD', 'doubled'],
    ])
    expect(preview).toMatchObject({ ready: 3, total: '' })
    expect(book.write((tx) => postBills(tx, bill(text)))).toEqual({ lines: 3, shipments: 2 })
    expect(shown(book, first.id).charges).toMatchObject([
      { id: freight, estimate: { amount: '20.00' }, actual: { amount: '22.50' }, variance: { percent: '12.50' } },
    ])
    expect(shown(book, second.id).charges).toMatchObject([
      { actual: { amount: '7.25', currency: 'EUR' }, reference: 'INV-7' },
    ])
    const again = book.read((db) => previewBills(db, bill(text)))
    expect(again.lines.slice(0, 2).map(({ problem }) => problem)).toEqual(['billed', 'billed'])
    expect(refusal(() => book.write((tx) => postBills(tx, bill('AB1\t10'))))).toMatchObject({
      code: 'charges/nothing-billed',
    })
  })
})
