// Goods of purchase orders as they come in: what the order, stock and its cost say afterwards, and what is refused.
import { describe, expect, test } from 'vitest'
import { undoOperation, undoRefusal } from '#main/services/history/undo-operation.ts'
import { previewReceipt } from '#main/services/receiving/preview-receipt.ts'
import { receiptsOf, toReceive } from '#main/services/receiving/receipt-queries.ts'
import { receivePurchase } from '#main/services/receiving/receive-purchase.ts'
import { reverseReceipt } from '#main/services/receiving/reverse-receipt.ts'
import { sendBack } from '#main/services/receiving/send-back.ts'
import { reverseStock } from '#main/services/stock/reverse-stock.ts'
import { asDay } from '#shared/dates.ts'
import { receivePurchaseInput } from '#shared/schemas/receiving.ts'
import { lineIds, purchaseBook } from '#tests/services/receiving/purchase-book.ts'
import { failureOf, main } from '#tests/services/stock/stock-book.ts'
import { makeCustomer, makeOrder, makeProduct, makeRate } from '#tests/support/records.ts'

const on = '2026-11-02'
const rejected = { defect: 'damaged', remedy: 'replace' } as const

describe('receiving', () => {
  test('part and rest: statuses follow, goods come in at the price of the line', () => {
    const book = purchaseBook()
    const order = book.order()
    const [line = 0] = lineIds(order)
    const first = book.receive({ orderId: order.id, on, lines: [{ lineId: line, quantity: 40 }] })
    expect(first).toMatchObject({ status: 'part_received', lines: [{ state: 'short', open: 60, received: 40 }] })
    expect(book.onHand(book.mug, main)).toBe(40)
    expect(book.purchase(order.id).lines[0]).toMatchObject({ received: 40, open: 60, lastReceivedOn: on })
    const second = book.receive({ orderId: order.id, on, lines: [{ lineId: line, quantity: 60 }] })
    expect(second).toMatchObject({ status: 'received', lines: [{ state: 'complete', open: 0 }] })
    const value = book.connection.prepare('SELECT sum(value_minor) FROM stock_balances').pluck().get()
    expect(value).toBe(20_000)
    expect(book.problems()).toEqual([])
  })

  test('rejected goods stay outside of stock; what is replaced is still to come, what is credited is not', () => {
    const book = purchaseBook()
    const order = book.order({}, [{}, { productId: book.cup }])
    const [mugs = 0, cups = 0] = lineIds(order)
    const received = book.receive({
      orderId: order.id,
      on,
      lines: [
        { lineId: mugs, quantity: 100, rejected: 10, ...rejected },
        { lineId: cups, quantity: 100, rejected: 5, ...rejected, remedy: 'credit' },
      ],
    })
    expect(received).toMatchObject({
      status: 'part_received',
      lines: [
        { state: 'short', open: 10, rejected: 10 },
        { state: 'complete', open: 0, rejected: 5 },
      ],
    })
    expect([book.onHand(book.mug, main), book.onHand(book.cup, main)]).toEqual([90, 95])
    const last = book.receive({ orderId: order.id, on, lines: [{ lineId: mugs, quantity: 10 }] })
    expect(last.status).toBe('received')
    expect(book.problems()).toEqual([])
  })

  test('rejected goods may lie apart, at no cost, where nothing is for sale', () => {
    const book = purchaseBook()
    const order = book.order()
    const [line = 0] = lineIds(order)
    const draft = { orderId: order.id, on, lines: [{ lineId: line, quantity: 100, rejected: 8, ...rejected }] }
    expect(failureOf(() => book.receive({ ...draft, rejectsTo: book.yard }))).toMatchObject({
      code: 'receiving/sellable-place',
    })
    book.receive({ ...draft, rejectsTo: book.seconds })
    expect([book.onHand(book.mug, main), book.onHand(book.mug, book.seconds)]).toEqual([92, 8])
    const values = book.connection
      .prepare('SELECT value_minor FROM stock_balances ORDER BY on_hand_milli')
      .pluck()
      .all()
    expect(values).toEqual([0, 18_400])
    const [receipt] = book.read((db) => receiptsOf(db, order.id))
    expect(receipt?.lines).toMatchObject([{ accepted: 92, rejected: 8, canGoBack: 92, defect: 'damaged' }])
  })

  test('more than ordered: within the tolerance it comes in, beyond it only with a yes', () => {
    const book = purchaseBook()
    const order = book.order({ overPercent: 5 })
    const [line = 0] = lineIds(order)
    const receive = (quantity: number, acceptOver = false) =>
      book.receive({ orderId: order.id, on, acceptOver, lines: [{ lineId: line, quantity }] })
    expect(book.read((db) => toReceive(db, order.id)).lines[0]).toMatchObject({ most: 105, open: 100 })
    expect(failureOf(() => receive(106))).toMatchObject({
      code: 'receiving/over',
      details: { ordered: 100, received: 106, tolerance: 5 },
    })
    expect(receive(105).lines[0]).toMatchObject({ state: 'over', open: 0 })
    expect(failureOf(() => receive(1))).toMatchObject({ code: 'receiving/over' })
    expect(receive(1, true).lines[0]).toMatchObject({ state: 'beyond', received: 106 })
  })

  test('less within the tolerance is all of it; what is let go is no longer waited for', () => {
    const book = purchaseBook()
    const tolerant = book.order({ underPercent: 3 })
    const [line = 0] = lineIds(tolerant)
    const received = book.receive({ orderId: tolerant.id, on, lines: [{ lineId: line, quantity: 97 }] })
    expect(received).toMatchObject({ status: 'received', lines: [{ state: 'complete', open: 0 }] })
    expect(book.purchase(tolerant.id).lines[0]?.open).toBe(0)

    const strict = book.order()
    const [other = 0] = lineIds(strict)
    const lines = [{ lineId: other, quantity: 90, rejected: 4, ...rejected }]
    const short = book.receive({ orderId: strict.id, on, letGoRest: true, lines })
    // The four that come again are still waited for.
    expect(short).toMatchObject({ status: 'part_received', lines: [{ letGo: 10, open: 4 }] })
    expect(book.problems()).toEqual([])
  })

  test('the order keeps its own rate; without one a rate of the day is asked for', () => {
    const book = purchaseBook()
    const order = book.order({ currency: 'CNY', rate: '0.14', vatIncluded: true, vatPercent: 13 }, [
      { unitPrice: '11.30' },
    ])
    const [line = 0] = lineIds(order)
    const receive = (orderId: number, lineId: number, rate = '') =>
      book.receive({ orderId, on, rate, lines: [{ lineId, quantity: 100 }] })
    const cost = 'SELECT cost_micros, cost_rate, cost_rate_on, value_minor FROM stock_movements ORDER BY id DESC'
    receive(order.id, line)
    // 11.30 with 13 % VAT that comes back is 10.00; 1,000.00 CNY at 0.14 is 140.00 USD.
    expect(book.connection.prepare(cost).raw().get()).toEqual([10_000_000, '0.14', '2026-10-01', 14_000])

    const unknown = book.order({ currency: 'EUR' })
    const [other = 0] = lineIds(unknown)
    expect(failureOf(() => receive(unknown.id, other))).toMatchObject({ code: 'stock/no-rate' })
    receive(unknown.id, other, '1.2')
    expect(book.connection.prepare(cost).raw().get()).toEqual([2_000_000, '1.2', on, 24_000])
    const known = book.order({ currency: 'GBP' })
    book.write((tx) => makeRate(tx, 'GBP', 'USD', on, '1.3'))
    receive(known.id, lineIds(known)[0] ?? 0)
    expect(book.connection.prepare(cost).raw().get()).toEqual([2_000_000, '1.3', on, 26_000])
  })

  test('batches and serial numbers of one line come in by parts; goods without a product only count', () => {
    const book = purchaseBook()
    const [milk, radio] = book.write((tx) => [
      makeProduct(tx, { sku: 'MILK', tracking: 'batch' }),
      makeProduct(tx, { sku: 'RADIO', tracking: 'serial' }),
    ])
    const order = book.order({}, [
      { productId: milk, quantity: 30 },
      { productId: radio, quantity: 3 },
      { productId: null, description: 'Moulds', quantity: 1 },
    ])
    const [milkLine = 0, radioLine = 0, mould = 0] = lineIds(order)
    const received = book.receive({
      orderId: order.id,
      on,
      lines: [
        { lineId: milkLine, quantity: 10, batch: { code: 'M1', expiresOn: '2027-01-01' } },
        { lineId: milkLine, quantity: 20, batch: { code: 'M2' } },
        { lineId: radioLine, quantity: 1, batch: { code: 'S1' } },
        { lineId: radioLine, quantity: 1, batch: { code: 'S2' } },
        // Rejected pieces stay outside of stock, and need no number.
        { lineId: radioLine, quantity: 1, rejected: 1, ...rejected, remedy: 'credit' },
        { lineId: mould, quantity: 1 },
      ],
    })
    expect(received).toMatchObject({
      status: 'received',
      lines: [{ received: 30 }, { received: 3, rejected: 1 }, { received: 1 }],
    })
    expect([book.onHand(milk ?? 0, main), book.onHand(radio ?? 0, main)]).toEqual([30, 2])
    const [receipt] = book.read((db) => receiptsOf(db, order.id))
    expect(receipt?.lines.map(({ batch, movementId }) => [batch, movementId !== null])).toEqual([
      ['M1', true],
      ['M2', true],
      ['S1', true],
      ['S2', true],
      ['', false],
      ['', false],
    ])
    expect(book.problems()).toEqual([])
  })

  test('refused: drafts, days before the order, lines of others, nothing at all, no word on what was rejected', () => {
    const book = purchaseBook()
    const order = book.order()
    const other = book.order()
    const [line = 0] = lineIds(order)
    const code = (given: object) =>
      failureOf(() => book.receive({ orderId: order.id, on, lines: [{ lineId: line, quantity: 1 }], ...given })).code
    expect(code({ on: '2026-09-30' })).toBe('receiving/before-order')
    expect(code({ on: '2026-12-30' })).toBe('stock/future-day')
    expect(code({ orderId: other.id })).toBe('receiving/line-not-found')
    expect(code({ lines: [{ lineId: line, quantity: 0 }] })).toBe('receiving/nothing')
    const issuesOf = (lines: object[]) =>
      receivePurchaseInput.safeParse({ orderId: 1, on, lines }).error?.issues.map(({ message }) => message)
    expect(issuesOf([{ lineId: 1, quantity: 1, rejected: 2, ...rejected }])).toEqual(['rejected_over'])
    expect(issuesOf([{ lineId: 1, quantity: 2, rejected: 2 }])).toEqual(['required', 'required'])
  })
})

describe('what was received, taken back', () => {
  test('the order is as it was before, stock too; what was let go is waited for again', () => {
    const book = purchaseBook()
    const order = book.order()
    const [line = 0] = lineIds(order)
    const { receipts } = book.receive({
      orderId: order.id,
      on,
      letGoRest: true,
      lines: [{ lineId: line, quantity: 70 }],
    })
    expect(book.purchase(order.id)).toMatchObject({ status: 'received', lines: [{ letGo: 30 }] })
    const [receipt] = receipts
    const back = () => book.write((tx) => reverseReceipt(tx, { receiptId: receipt?.id ?? 0, note: 'wrong order' }))
    expect(back()).toMatchObject({ orderId: order.id, status: 'confirmed' })
    expect(book.purchase(order.id).lines[0]).toMatchObject({ received: 0, letGo: 0, open: 100 })
    expect(book.onHand(book.mug, main)).toBe(0)
    expect(failureOf(back).code).toBe('receiving/already-reversed')
    expect(book.problems()).toEqual([])
  })

  test('refused where the goods are gone; the stock screen leads to the order', () => {
    const book = purchaseBook()
    const order = book.order()
    const { receipts } = book.receive({
      orderId: order.id,
      on,
      lines: [{ lineId: lineIds(order)[0] ?? 0, quantity: 100 }],
    })
    const documentId = receipts[0]?.document?.id ?? 0
    expect(failureOf(() => book.write((tx) => reverseStock(tx, { documentId, note: '' })))).toMatchObject({
      code: 'stock/of-purchase',
      details: { number: order.number },
    })
    book.post({
      kind: 'issue',
      input: { on: '2026-11-03', warehouseId: main, lines: [{ productId: book.mug, quantity: 1 }] },
    })
    const back = () => book.write((tx) => reverseReceipt(tx, { receiptId: receipts[0]?.id ?? 0, note: '' }))
    expect(failureOf(back).code).toBe('stock/insufficient')
    expect(book.purchase(order.id).status).toBe('received')
  })

  test('undo takes the receipt, its stock and what it let go back', () => {
    const book = purchaseBook()
    const order = book.order()
    const [line = 0] = lineIds(order)
    const input = receivePurchaseInput.parse({
      orderId: order.id,
      on,
      letGoRest: true,
      lines: [{ lineId: line, quantity: 70 }],
    })
    const { id } = book.operation((tx) => receivePurchase(tx, input))
    const undone = book.operation((tx) => undoOperation(tx, id))
    expect(book.purchase(order.id)).toMatchObject({
      status: 'confirmed',
      lines: [{ received: 0, letGo: 0, open: 100 }],
    })
    expect(book.onHand(book.mug, main)).toBe(0)
    expect(book.problems()).toEqual([])
    book.write((tx) => undoOperation(tx, undone.id))
    expect(book.purchase(order.id)).toMatchObject({ status: 'received', lines: [{ received: 70, letGo: 30, open: 0 }] })
    expect(book.onHand(book.mug, main)).toBe(70)
    expect(book.problems()).toEqual([])
  })

  test('what was taken back does not stand again beside what was received anew since', () => {
    const book = purchaseBook()
    const order = book.order({}, [{ quantity: 20 }, { productId: book.cup, quantity: 5 }, {}])
    const [line = 0, cups = 0] = lineIds(order)
    const receive = (quantity: number, lineId = line) =>
      book.receive({ orderId: order.id, on, lines: [{ lineId, quantity }] }).receipts[0]?.id ?? 0
    receive(5, cups)
    const receiptId = receive(20)
    const back = book.operation((tx) => reverseReceipt(tx, { receiptId, note: '' })).id
    const anew = receive(8)
    const undo = () => book.write((tx) => undoOperation(tx, back))
    expect(failureOf(undo)).toMatchObject({
      code: 'receiving/received-anew',
      details: { number: order.number, line: 1, product: 'MUG', received: 28, ordered: 20 },
    })
    expect(book.read((db) => undoRefusal(db, back))?.code).toBe('receiving/received-anew')
    expect(book.onHand(book.mug, main)).toBe(8)
    book.write((tx) => reverseReceipt(tx, { receiptId: anew, note: '' }))
    undo()
    expect(book.onHand(book.mug, main)).toBe(20)
    expect(book.problems()).toEqual([])
  })

  test('goods that go back to the supplier are told on their receipt, and hold it', () => {
    const book = purchaseBook()
    const order = book.order()
    book.receive({ orderId: order.id, on, lines: [{ lineId: lineIds(order)[0] ?? 0, quantity: 100 }] })
    const [receipt] = book.read((db) => receiptsOf(db, order.id))
    const send = (quantity: number) =>
      book.write((tx) =>
        sendBack(tx, {
          ...{ receiptId: receipt?.id ?? 0, on: asDay('2026-11-05'), reference: '', note: '' },
          lines: [{ receiptLineId: receipt?.lines[0]?.id ?? 0, quantity, note: '' }],
        }),
      )
    send(30)
    expect(book.read((db) => receiptsOf(db, order.id))[0]?.lines[0]).toMatchObject({ sentBack: 30, canGoBack: 70 })
    expect(failureOf(() => send(71)).code).toBe('stock/more-than-moved')
    expect(book.onHand(book.mug, main)).toBe(70)
    const back = () => book.write((tx) => reverseReceipt(tx, { receiptId: receipt?.id ?? 0, note: '' }))
    expect(failureOf(back).code).toBe('stock/has-followers')
  })
})

describe('factory to port', () => {
  test('what was bought for sales orders comes in and leaves in one step, by a document for each', () => {
    const book = purchaseBook()
    const customer = book.write((tx) => makeCustomer(tx, 'Port Trading'))
    const sell = (quantity: number) =>
      book.write((tx) => {
        const id = makeOrder(tx, {
          customerId: customer,
          lines: [{ productId: book.mug, description: '', quantity, unitPrice: '5' }],
        })
        return { id, line: tx.get<{ id: number }>('SELECT id FROM order_lines WHERE order_id = ?', id)?.id ?? 0 }
      })
    const [one, other] = [sell(30), sell(50)]
    const order = book.order({}, [
      { quantity: 30, salesLineId: one.line },
      { quantity: 50, salesLineId: other.line },
      { quantity: 20 },
    ])
    const lines = lineIds(order).map((lineId, at) => ({ lineId, quantity: [30, 50, 20][at] ?? 0 }))
    const received = book.receive({ orderId: order.id, on, number: 'GR-X', sendOn: true, lines })
    expect(received.receipts.map(({ issue }) => issue !== null)).toEqual([true, true, false])
    expect(received.receipts[0]?.document?.number).toBe('GR-X')
    expect(book.onHand(book.mug, main)).toBe(20)
    const issued = book.connection
      .prepare("SELECT order_id, party_id FROM stock_documents WHERE kind = 'issue'")
      .raw()
      .all()
    expect(issued).toEqual([
      [one.id, customer],
      [other.id, customer],
    ])
    const [first] = book.read((db) => receiptsOf(db, order.id))
    expect(first).toMatchObject({ salesOrderId: one.id })
    book.write((tx) => reverseReceipt(tx, { receiptId: first?.id ?? 0, note: '' }))
    expect(book.onHand(book.mug, main)).toBe(20)
    expect(book.purchase(order.id)).toMatchObject({
      status: 'part_received',
      lines: [{ open: 30 }, { open: 0 }, { open: 0 }],
    })
    expect(book.problems()).toEqual([])
  })
})

test('a look beforehand writes nothing, and tells what is over instead of refusing it', () => {
  const book = purchaseBook()
  const order = book.order()
  const [line = 0] = lineIds(order)
  const input = receivePurchaseInput.parse({ orderId: order.id, on, lines: [{ lineId: line, quantity: 120 }] })
  const preview = book.write((tx) => previewReceipt(tx, input))
  expect(preview).toMatchObject({ status: 'received', value: '240.00', lines: [{ state: 'beyond', received: 120 }] })
  expect(book.onHand(book.mug, main)).toBe(0)
  expect(book.purchase(order.id)).toMatchObject({ status: 'confirmed', lines: [{ received: 0 }] })
})
