// A shipment leaves: what its orders, stock and the shipment itself say afterwards, and that nothing leaves twice.
import { describe, expect, test } from 'vitest'
import { addCharge } from '#main/services/charges/charge-commands.ts'
import { dispatchesOf } from '#main/services/dispatch/dispatch-queries.ts'
import { reverseDispatch } from '#main/services/dispatch/reverse-dispatch.ts'
import { undoOperation } from '#main/services/history/undo-operation.ts'
import { addPurchase, confirmPurchases, sendPurchases } from '#main/services/purchases/purchase-commands.ts'
import { getPurchase } from '#main/services/purchases/purchase-queries.ts'
import { receivePurchase } from '#main/services/receiving/receive-purchase.ts'
import { reverseReceipt } from '#main/services/receiving/reverse-receipt.ts'
import { costsOfOrder } from '#main/services/sales/sales-cost-queries.ts'
import { previewShipment } from '#main/services/shipments/moving/dispatch-shipment.ts'
import { dropRest } from '#main/services/shipments/moving/drop-rest.ts'
import { movesOf } from '#main/services/shipments/moving/moves-of.ts'
import { toArrive as toArriveOf, toSend } from '#main/services/shipments/moving/to-move.ts'
import type { Id } from '#shared/ids.ts'
import { chargeInput } from '#shared/schemas/charges.ts'
import { type Purchase, purchaseInput } from '#shared/schemas/purchases.ts'
import { receivePurchaseInput as receiveInput } from '#shared/schemas/receiving.ts'
import { dispatchShipmentInput } from '#shared/schemas/shipment-moves.ts'
import { lineIds, on } from '#tests/services/dispatch/dispatch-book.ts'
import { type MovingBook, movingBook } from '#tests/services/shipments/moving/moving-book.ts'
import { failureOf, main } from '#tests/services/stock/stock-book.ts'
import { makeCustomer } from '#tests/support/records.ts'

/** Two orders of ten mugs in one shipment. */
function together(book: MovingBook): { id: Id; orders: Id[] } {
  const orders = [book.order(), book.order({}, [{}, { productId: book.cup, quantity: 4 }])]
  const [a = 0, b = 0, c = 0] = orders.flatMap(lineIds)
  const lines = [
    { orderLineId: a, quantity: 10 },
    { orderLineId: b, quantity: 6 },
    { orderLineId: c, quantity: 4 },
  ]
  const parcels = [{ trackingNumber: 'T1' }, { trackingNumber: 'T2' }]
  const id = book.ship({ kind: 'order', partyId: book.customer, carrierId: book.carrier, lines, parcels })
  return { id, orders: orders.map((order) => order.id) }
}

describe('orders', () => {
  test('one dispatch for each order inside, all in one step, linked', () => {
    const book = movingBook()
    const { id, orders } = together(book)
    const moved = book.leave({ id, on })
    expect(moved.documents).toHaveLength(2)
    expect(orders.map((order) => book.sold(order).status)).toEqual(['shipped', 'part_shipped'])
    expect([book.onHand(book.mug, main), book.onHand(book.cup, main)]).toEqual([84, 96])
    const dispatches = orders.flatMap((order) => book.read((db) => dispatchesOf(db, order)))
    expect(dispatches).toMatchObject([
      { trackingNumber: 'T1, T2', carrierId: book.carrier, reference: 'SH-2026-0001', lines: [{ quantity: 10 }] },
      { lines: [{ quantity: 6 }, { quantity: 4 }] },
    ])
    expect(book.shipment(id)).toMatchObject({
      status: 'sent',
      sentOn: on,
      state: 'booked',
      isOpen: true,
      hasMoved: true,
    })
    // No other shipment was made of it.
    expect(book.read((db) => db.raw('SELECT count(*) FROM live_shipments'))).toEqual([[1]])
    expect(book.problems()).toEqual([])
  })

  test('goods that leave once leave once', () => {
    const book = movingBook()
    const { id, orders } = together(book)
    book.leave({ id, on })
    expect(failureOf(() => book.leave({ id, on }))).toMatchObject({ code: 'shipments/already-sent' })
    expect(book.onHand(book.mug, main)).toBe(84)
    expect(book.read((db) => dispatchesOf(db, orders[0] ?? 0))).toHaveLength(1)
  })

  test('what one order lacks keeps all of it here', () => {
    const book = movingBook()
    const [good, bad] = [book.order(), book.order({}, [{ quantity: 95 }])]
    const lines = [good, bad].flatMap(lineIds).map((orderLineId, at) => ({ orderLineId, quantity: at === 0 ? 10 : 95 }))
    const id = book.ship({ kind: 'order', lines })
    const input = dispatchShipmentInput.parse({ id, on })
    const short = { code: 'stock/insufficient', details: { onHand: 90, asked: 95 } }
    expect(failureOf(() => book.writer.rehearse(null, (tx) => previewShipment(tx, input)))).toMatchObject(short)
    expect(failureOf(() => book.leave({ id, on }))).toMatchObject(short)
    expect([book.sold(good.id).status, book.shipment(id).status]).toEqual(['confirmed', 'draft'])
    expect(book.onHand(book.mug, main)).toBe(100)
  })

  test('the form tells what is open and what lies there; the preview what stock would be worth', () => {
    const book = movingBook()
    const { id } = together(book)
    expect(book.read((db) => toSend(db, id))).toMatchObject({
      ...{ number: 'SH-2026-0001', kind: 'order', hasNumbers: true, goods: null },
      lines: [
        { quantity: 10, open: 10 },
        { quantity: 6, open: 10 },
        { sku: 'CUP', quantity: 4, open: 4 },
      ],
    })
    const input = dispatchShipmentInput.parse({ id, on })
    const preview = book.writer.rehearse(null, (tx) => previewShipment(tx, input))
    expect(preview).toMatchObject({ documents: 2, stockValue: { before: '400.00', after: '360.00' } })
    expect(book.shipment(id).status).toBe('draft')
  })

  test('the form tells what lies where each order would leave from, and in a place that is asked about', () => {
    const book = movingBook()
    const yard = book.write((tx) => tx.insert('warehouses', { name: 'Yard' }))
    const [here, there] = [book.order({}, [{ quantity: 120 }]), book.order({ warehouseId: yard })]
    const lines = [here, there].flatMap(lineIds).map((orderLineId, at) => ({ orderLineId, quantity: at ? 10 : 120 }))
    const id = book.ship({ kind: 'order', lines })
    const lying = (told: Id | null) => book.read((db) => toSend(db, id, told)).lines.map(({ onHand }) => onHand)
    expect([lying(null), lying(main), lying(yard)]).toEqual([
      [100, 0],
      [100, 100],
      [0, 0],
    ])
  })

  test('taken back: goods, orders and the shipment stand as before', () => {
    const book = movingBook()
    const { id, orders } = together(book)
    book.leave({ id, on })
    book.unsend(id)
    expect(orders.map((order) => book.sold(order).status)).toEqual(['confirmed', 'confirmed'])
    expect([book.onHand(book.mug, main), book.onHand(book.cup, main)]).toEqual([100, 100])
    expect(book.shipment(id)).toMatchObject({ status: 'draft', sentOn: null, state: '', hasMoved: false })
    book.leave({ id, on })
    expect(book.onHand(book.mug, main)).toBe(84)
    expect(book.problems()).toEqual([])
  })

  test('taken back, its costs are of the day of its booking again', () => {
    const book = movingBook()
    const order = book.order()
    const lines = [{ orderLineId: lineIds(order)[0] ?? 0, quantity: 10 }]
    const id = book.ship({ kind: 'order', lines, bookedOn: '2026-11-02' })
    const freight = { kind: 'freight', estimate: { amount: '8.00', currency: 'USD' } } as const
    book.write((tx) => addCharge(tx, id, chargeInput.parse(freight)))
    const days = () => book.read((db) => costsOfOrder(db, order.id)).map((cost) => cost.on)
    expect(days()).toEqual(['2026-11-02'])
    book.leave({ id, on })
    expect(days()).toEqual([on])
    book.unsend(id)
    expect(days()).toEqual(['2026-11-02'])
  })

  test('undone: the same', () => {
    const book = movingBook()
    const { id } = together(book)
    book.leave({ id, on })
    const last = book.read((db) => db.get<{ id: Id }>('SELECT max(id) AS id FROM operations'))
    book.write((tx) => undoOperation(tx, last?.id ?? 0))
    expect(book.shipment(id)).toMatchObject({ status: 'draft', sentOn: null, state: '' })
    expect(book.onHand(book.mug, main)).toBe(100)
    expect(book.problems()).toEqual([])
  })

  test('one order taken back by itself leaves the shipment; the last one brings it back to waiting', () => {
    const book = movingBook()
    const { id, orders } = together(book)
    book.leave({ id, on })
    const [first, second] = orders.map((order) => book.read((db) => dispatchesOf(db, order))[0]?.id ?? 0)
    book.write((tx) => reverseDispatch(tx, { dispatchId: second ?? 0, note: '' }))
    expect(book.shipment(id)).toMatchObject({ status: 'sent', lineCount: 1, orderCount: 1 })
    book.write((tx) => reverseDispatch(tx, { dispatchId: first ?? 0, note: '' }))
    expect(book.shipment(id)).toMatchObject({ status: 'draft', lineCount: 1 })
    expect(book.problems()).toEqual([])
  })

  test('a number told at the end goes onto the parcel that has none; further ones make parcels', () => {
    const book = movingBook()
    const [line = 0] = lineIds(book.order())
    const id = book.ship({
      kind: 'order',
      lines: [{ orderLineId: line, quantity: 10 }],
      parcels: [{ grossGrams: 500 }],
    })
    book.leave({ id, on, trackingNumber: 'A1, A2', carrierId: book.carrier })
    expect(book.shipment(id).parcels).toMatchObject([
      { trackingNumber: 'A1', grossGrams: 500 },
      { trackingNumber: 'A2', grossGrams: null },
    ])
    expect(book.shipment(id).carrierId).toBe(book.carrier)
  })

  test('what is of no order leaves by an issue of its own', () => {
    const book = movingBook()
    const id = book.ship({ kind: 'order', partyId: book.customer, lines: [{ productId: book.mug, quantity: 2 }] })
    expect(book.leave({ id, on }).documents).toMatchObject([{ number: 'GI-2026-0001' }])
    expect(book.onHand(book.mug, main)).toBe(98)
    book.unsend(id)
    expect(book.onHand(book.mug, main)).toBe(100)
    expect(failureOf(() => book.leave({ id: book.ship({ kind: 'order' }), on })).code).toBe('shipments/nothing-inside')
  })
})

describe('other kinds', () => {
  test('a transfer departs and arrives as counted; what is missing is settled with a reason', () => {
    const book = movingBook()
    const id = book.ship({
      ...{ kind: 'transfer', warehouseId: main, toWarehouseId: book.yard },
      lines: [{ productId: book.mug, quantity: 30 }],
    })
    book.leave({ id, on })
    expect([book.onHand(book.mug, main), book.onHand(book.mug, book.yard)]).toEqual([70, 0])
    expect(failureOf(() => book.leave({ id, on })).code).toBe('shipments/already-sent')
    expect(failureOf(() => book.arrive({ id, on: '2026-11-09' })).code).toBe('shipments/arrived-before-sent')
    const [transit] = book.read((db) => toArriveOf(db, id)).transit
    expect(transit).toMatchObject({ sku: 'MUG', sent: 30, open: 30 })
    book.arrive({ id, on: '2026-11-14', transit: [{ movementId: transit?.movementId ?? 0, quantity: 28 }] })
    expect(book.onHand(book.mug, book.yard)).toBe(28)
    expect(book.shipment(id)).toMatchObject({ state: 'delivered', deliveredOn: '2026-11-14', isOpen: false })
    book.arrive({
      id,
      on: '2026-11-15',
      transit: [{ movementId: transit?.movementId ?? 0, quantity: 1 }],
      missing: 'lost',
    })
    expect(book.onHand(book.mug, book.yard)).toBe(29)
    expect(failureOf(() => book.arrive({ id, on: '2026-11-16' })).code).toBe('shipments/already-received')
    expect(failureOf(() => book.unsend(id)).code).toBe('shipments/cannot-reverse')
    expect(book.problems()).toEqual([])
  })

  test('goods between own places are worth what they cost: as they lie, then as they left; what nobody knows stays unknown', () => {
    const book = movingBook()
    const lines = [
      { productId: book.mug, quantity: 30 },
      { productId: book.cup, quantity: 1.5 },
    ]
    const id = book.ship({ kind: 'transfer', warehouseId: main, toWarehouseId: book.yard, lines })
    const worth = { value: '63.00', isAtCost: true, lines: [{ value: '60.00' }, { value: '3.00' }] }
    expect(book.shipment(id)).toMatchObject(worth)
    book.leave({ id, on })
    const dear = { productId: book.mug, quantity: 100, unitCost: { amount: '4', currency: 'USD' } }
    book.post({ kind: 'receive', input: { warehouseId: main, on: '2026-11-12', lines: [dear] } })
    expect(book.shipment(id)).toMatchObject(worth)
    const other = book.ship({ kind: 'transfer', warehouseId: book.yard, toWarehouseId: main, lines })
    expect(book.shipment(other)).toMatchObject({
      value: null,
      isAtCost: false,
      lines: [{ value: null }, { value: null }],
    })
  })

  test('what came in part holds its rest, until that comes by another shipment', () => {
    const book = movingBook()
    const purchase = book.buy()
    const [line = 0] = purchase.lines.map((one) => one.id)
    const ship = (quantity: number) =>
      book.ship({ kind: 'purchase', warehouseId: main, lines: [{ purchaseLineId: line, quantity }] })
    const id = ship(60)
    book.leave({ id, on: '2026-11-05' })
    const drop = () => book.write((tx) => dropRest(tx, id))
    expect(failureOf(drop).code).toBe('shipments/no-rest')
    book.arrive({ id, on: '2026-11-15', lines: [{ lineId: line, quantity: 45, batch: null }] })
    expect(book.read((db) => movesOf(db, id)).hasRest).toBe(true)
    const tooMuch = { code: 'shipments/too-much', details: { asked: 41, open: 40 } }
    expect(failureOf(() => ship(41))).toMatchObject(tooMuch)
    const other = ship(40)
    expect(failureOf(() => ship(1)).code).toBe('shipments/too-much')
    drop()
    expect(book.shipment(id).lines).toMatchObject([{ quantity: 45 }])
    expect(book.read((db) => movesOf(db, id)).hasRest).toBe(false)
    expect(failureOf(() => book.arrive({ id, on: '2026-11-16' })).code).toBe('shipments/already-received')
    const rest = ship(15)
    for (const one of [other, rest]) {
      book.leave({ id: one, on: '2026-11-12' })
      book.arrive({ id: one, on: '2026-11-20' })
    }
    expect(book.onHand(book.mug, main)).toBe(200)
    expect(failureOf(drop).code).toBe('shipments/no-rest')
    expect(book.problems()).toEqual([])
  })

  test('a purchase marks the departure, moves no stock, and is received once', () => {
    const book = movingBook()
    const purchase = book.buy()
    const [line = 0] = purchase.lines.map((one) => one.id)
    const id = book.ship({ kind: 'purchase', warehouseId: main, lines: [{ purchaseLineId: line, quantity: 60 }] })
    book.leave({ id, on: '2026-11-05' })
    expect(book.onHand(book.mug, main)).toBe(100)
    const came = book.arrive({ id, on: '2026-11-15', lines: [{ lineId: line, quantity: 40, batch: null }] })
    expect(came.documents).toHaveLength(1)
    expect(book.onHand(book.mug, main)).toBe(140)
    // The rest of what it holds, and no more, by the next call; then nothing.
    book.arrive({ id, on: '2026-11-16' })
    expect(book.onHand(book.mug, main)).toBe(160)
    expect(failureOf(() => book.arrive({ id, on: '2026-11-16' })).code).toBe('shipments/already-received')
    const receipts = book.read((db) => db.raw('SELECT shipment_id FROM live_purchase_receipts'))
    expect(receipts).toEqual([[id], [id]])
    expect(book.problems()).toEqual([])
  })

  test('what was received by hand is not offered again', () => {
    const book = movingBook()
    const purchase = book.buy()
    const [line = 0] = purchase.lines.map((one) => one.id)
    const id = book.ship({ kind: 'purchase', warehouseId: main, lines: [{ purchaseLineId: line, quantity: 100 }] })
    book.leave({ id, on: '2026-11-05' })
    book.write((tx) =>
      receivePurchase(
        tx,
        receiveInput.parse({ orderId: purchase.id, on, lines: [{ lineId: line, quantity: 70, batch: null }] }),
      ),
    )
    expect(book.read((db) => toArriveOf(db, id)).purchases).toMatchObject([{ quantity: 100, open: 30 }])
    book.arrive({ id, on: '2026-11-15' })
    expect(book.onHand(book.mug, main)).toBe(200)
    expect(book.problems()).toEqual([])
  })

  test('the rate of the day is told where a purchase order in another currency has none', () => {
    const book = movingBook()
    const buy = (currency: string) =>
      book.write((tx) => {
        const supplierId = makeCustomer(tx, `Factory ${currency}`, { roles: ['supplier'] })
        const line = { productId: book.mug, quantity: 10, unitPrice: '2.00' }
        const head = { supplierId, orderedOn: '2026-10-01', currency, lines: [line] }
        const { id } = addPurchase(tx, purchaseInput.parse(head))
        sendPurchases(tx, [id], { despite: true })
        confirmPurchases(tx, [id], {})
        return getPurchase(tx, id)
      })
    const lineOf = (purchase: Purchase) => ({ purchaseLineId: purchase.lines[0]?.id ?? 0, quantity: 10 })
    const [home, euro, yen] = [buy('USD'), buy('EUR'), buy('JPY')]
    const id = book.ship({ kind: 'purchase', warehouseId: main, lines: [lineOf(home), lineOf(euro)] })
    book.leave({ id, on: '2026-11-05' })
    expect(book.read((db) => toArriveOf(db, id)).rateOf).toEqual({ currency: 'EUR', baseCurrency: 'USD' })
    expect(failureOf(() => book.arrive({ id, on: '2026-11-15' })).code).toBe('stock/no-rate')
    book.arrive({ id, on: '2026-11-15', rate: '1.5' })
    const values = book.read((db) =>
      db.raw('SELECT cost_currency, cost_rate FROM stock_movements WHERE kind = ? ORDER BY id DESC LIMIT 2', 'receipt'),
    )
    expect(values.toSorted()).toEqual([
      ['EUR', '1.5'],
      ['USD', '1'],
    ])
    const many = book.ship({ kind: 'purchase', warehouseId: main, lines: [lineOf(buy('EUR')), lineOf(yen)] })
    book.leave({ id: many, on: '2026-11-05' })
    expect(book.read((db) => toArriveOf(db, many)).rateOf).toBeNull()
    const told = failureOf(() => book.arrive({ id: many, on: '2026-11-15', rate: '1.5' }))
    expect(told.code).toBe('shipments/rate-of-several')
    expect(book.problems()).toEqual([])
  })

  test('a receipt taken back: it has not arrived, and can be received again', () => {
    const book = movingBook()
    const purchase = book.buy()
    const [line = 0] = purchase.lines.map((one) => one.id)
    const id = book.ship({ kind: 'purchase', warehouseId: main, lines: [{ purchaseLineId: line, quantity: 100 }] })
    book.leave({ id, on: '2026-11-05' })
    book.arrive({ id, on: '2026-11-15' })
    const [[receiptId] = [0]] = book.read((db) => db.raw('SELECT id FROM live_purchase_receipts')) as [Id][]
    book.write((tx) => reverseReceipt(tx, { receiptId, note: '' }))
    expect(book.shipment(id)).toMatchObject({ state: 'booked', deliveredOn: null, isOpen: true })
    book.arrive({ id, on: '2026-11-16' })
    expect(book.onHand(book.mug, main)).toBe(200)
    expect(book.problems()).toEqual([])
  })
})
