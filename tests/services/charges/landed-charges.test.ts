// A charge of what came in lies on its goods: on request, once, and off again when the charge changes.
import { expect, test } from 'vitest'
import { checkBook } from '#main/services/book/check-book.ts'
import { addCharge, editCharge, removeCharges } from '#main/services/charges/charge-commands.ts'
import { chargesOfShipment } from '#main/services/charges/charge-queries.ts'
import { postLandedCharge, takeBackLanded } from '#main/services/charges/landed-charges.ts'
import { undoOperation } from '#main/services/history/undo-operation.ts'
import { arriveGoods, transferGoods } from '#main/services/stock/transfer-goods.ts'
import type { Id } from '#shared/ids.ts'
import { chargeInput } from '#shared/schemas/charges.ts'
import { arriveInput, transferInput } from '#shared/schemas/stock-postings.ts'
import { type CarrierBook, carrierBook } from '#tests/services/carriers/carrier-book.ts'
import { refusal } from '#tests/support/refusal.ts'

const freight = (amount: string) =>
  chargeInput.parse({ kind: 'freight', actual: { amount, currency: 'USD' }, billedOn: '2026-11-20' })
const post = (book: CarrierBook, chargeId: Id) =>
  book.write((tx) => postLandedCharge(tx, { chargeId, splitBy: 'value' }), 'charges.postLanded')
const stockValue = (book: CarrierBook) =>
  book.read((db) => db.raw('SELECT sum(value_minor) FROM stock_balances WHERE value_minor IS NOT NULL'))[0]?.[0]
const shares = (book: CarrierBook) =>
  book.read((db) => db.raw('SELECT base_minor FROM landed_cost_shares ORDER BY id')).map(([minor]) => minor)

/** Two orders on one ship: 100 mugs at 2.00 and 50 at 2.00. */
function cameIn() {
  const book = carrierBook()
  const orders = [book.order(), book.order({}, [{ quantity: 50 }])]
  const lines = orders.flatMap((order) => order.lines)
  const { id } = book.add({
    kind: 'purchase',
    lines: lines.map((line) => ({ purchaseLineId: line.id, quantity: line.quantity })),
  })
  const chargeId = book.write((tx) => addCharge(tx, id, freight('30.00')))
  const receive = () => {
    for (const order of orders) {
      const [line] = order.lines
      const quantity = line?.quantity ?? 0
      book.receive({ orderId: order.id, on: '2026-11-10', lines: [{ lineId: line?.id ?? 0, quantity }] })
    }
    book.write((tx) => {
      for (const [receipt] of tx.raw('SELECT id FROM purchase_receipts')) {
        tx.update('purchase_receipts', receipt as Id, { shipment_id: id })
      }
    })
  }
  return { book, id, chargeId, receive }
}

test('over all that the shipment brought, once; to the cent on every receipt', () => {
  const { book, id, chargeId, receive } = cameIn()
  expect(refusal(() => post(book, chargeId))).toMatchObject({ code: 'charges/nothing-came' })
  receive()
  const before = stockValue(book)
  post(book, chargeId)
  expect(shares(book)).toEqual([2000, 1000])
  expect(stockValue(book)).toBe(Number(before) + 3000)
  expect(refusal(() => post(book, chargeId))).toMatchObject({ code: 'charges/already-landed' })
  expect(book.read((db) => chargesOfShipment(db, id))).toMatchObject({
    becomes: 'landed',
    charges: [{ posting: { as: 'landed', on: '2026-11-20', amount: '30.00', currency: 'USD' } }],
  })
  expect(book.read(checkBook).problems).toEqual([])
})

test('off again when the charge changes, goes, or on request; a new reference changes nothing', () => {
  const { book, chargeId, receive } = cameIn()
  receive()
  const before = stockValue(book)
  post(book, chargeId)
  const edit = (given: object) => book.write((tx) => editCharge(tx, chargeId, { ...freight('30.00'), ...given }))
  expect(edit({ reference: 'B-9' })).toEqual({ tookBack: false })
  expect(edit({ ...freight('31.00') })).toEqual({ tookBack: true })
  expect(stockValue(book)).toBe(before)
  post(book, chargeId)
  expect(stockValue(book)).toBe(Number(before) + 3100)
  expect(book.write((tx) => takeBackLanded(tx, chargeId))).toBe(2)
  post(book, chargeId)
  book.write((tx) => removeCharges(tx, [chargeId]))
  expect(stockValue(book)).toBe(before)
  expect(book.read(checkBook).problems).toEqual([])
})

test('undone as any other step', () => {
  const { book, chargeId, receive } = cameIn()
  receive()
  const before = stockValue(book)
  post(book, chargeId)
  const operation = book.read((db) => db.raw("SELECT id FROM operations WHERE name = 'charges.postLanded'"))[0]?.[0]
  book.write((tx) => undoOperation(tx, Number(operation)), 'history.undo')
  expect(stockValue(book)).toBe(before)
  post(book, chargeId)
  expect(stockValue(book)).toBe(Number(before) + 3000)
  expect(book.read(checkBook).problems).toEqual([])
})

test('a change that took it off is not undone once it was posted anew: it would lie there twice', () => {
  const { book, chargeId, receive } = cameIn()
  receive()
  post(book, chargeId)
  book.write((tx) => editCharge(tx, chargeId, freight('31.00')), 'charges.edit')
  const operation = book.read((db) => db.raw("SELECT id FROM operations WHERE name = 'charges.edit'"))[0]?.[0]
  const undo = () => book.write((tx) => undoOperation(tx, Number(operation)), 'history.undo')
  post(book, chargeId)
  const worth = stockValue(book)
  expect(refusal(undo)).toMatchObject({ code: 'charges/already-landed' })
  expect(stockValue(book)).toBe(worth)
  book.write((tx) => takeBackLanded(tx, chargeId))
  undo()
  expect(stockValue(book)).toBe(Number(worth) - 100)
  expect(book.read(checkBook).problems).toEqual([])
})

test('goods moved between own places bear it where they arrived, at what they are worth', () => {
  const book = carrierBook()
  const order = book.order()
  const [line] = order.lines
  book.receive({ orderId: order.id, on: '2026-11-02', lines: [{ lineId: line?.id ?? 0, quantity: 100 }] })
  const { id } = book.add({
    kind: 'transfer',
    toWarehouseId: book.yard,
    lines: [{ productId: book.mug, quantity: 40 }],
  })
  const chargeId = book.write((tx) => addCharge(tx, id, freight('20.00')))
  let under = 0
  book.write((tx) => {
    const moved = transferGoods(tx, {
      ...transferInput.parse({
        on: '2026-11-05',
        warehouseId: 1,
        toWarehouseId: book.yard,
        lines: [{ productId: book.mug, quantity: 40 }],
      }),
      shipmentId: id,
    })
    under = moved.id
  })
  expect(book.read((db) => chargesOfShipment(db, id)).receipts).toEqual([])
  expect(refusal(() => post(book, chargeId))).toMatchObject({ code: 'charges/nothing-came' })
  book.write((tx) => {
    arriveGoods(tx, arriveInput.parse({ documentId: under, on: '2026-11-12' }))
  })
  const worth = () =>
    book.read((db) => db.raw('SELECT warehouse_id, value_minor FROM stock_balances WHERE on_hand_milli > 0 ORDER BY 1'))
  expect(worth()).toEqual([
    [1, 12_000],
    [book.yard, 8000],
  ])
  post(book, chargeId)
  expect(worth()).toEqual([
    [1, 12_000],
    [book.yard, 10_000],
  ])
  expect(book.read(checkBook).problems).toEqual([])
})
