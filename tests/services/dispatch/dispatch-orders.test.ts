// Goods that leave for orders: what the order, stock and its cost say afterwards, and what is refused.
import { describe, expect, test } from 'vitest'
import { dispatchOrder, dispatchOrders } from '#main/services/dispatch/dispatch-orders.ts'
import { dispatchesOf, toDispatch } from '#main/services/dispatch/dispatch-queries.ts'
import { previewDispatch } from '#main/services/dispatch/preview-dispatch.ts'
import { reverseDispatch } from '#main/services/dispatch/reverse-dispatch.ts'
import { undoOperation } from '#main/services/history/undo-operation.ts'
import { reservedOf } from '#main/services/stock/reserved.ts'
import { reverseStock } from '#main/services/stock/reverse-stock.ts'
import { dispatchInput } from '#shared/schemas/dispatch.ts'
import { dispatchBook, lineIds, on } from '#tests/services/dispatch/dispatch-book.ts'
import { failureOf, main } from '#tests/services/stock/stock-book.ts'
import { makeProduct } from '#tests/support/records.ts'

describe('one order', () => {
  test('part and rest: the state follows, stock and what is reserved go down, the cost is told', () => {
    const book = dispatchBook()
    const order = book.order({}, [{}, { productId: book.cup, quantity: 4 }])
    const [mugs = 0, cups = 0] = lineIds(order)
    expect(book.read((db) => reservedOf(db, book.mug))).toBe(10_000)
    const first = book.send({ orderId: order.id, on, lines: [{ lineId: mugs, quantity: 6 }], trackingNumber: 'T1' })
    expect(first).toMatchObject({ status: 'part_shipped', documentNumber: 'GI-2026-0001', warnings: [] })
    expect(book.sold(order.id)).toMatchObject({ status: 'part_shipped', shippedOn: null, shippingState: 'part' })
    expect(book.sold(order.id).lines).toMatchObject([
      { shipped: 6, open: 4 },
      { shipped: 0, open: 4 },
    ])
    expect([book.onHand(book.mug, main), book.read((db) => reservedOf(db, book.mug))]).toEqual([94, 4000])
    const rest = book.send({ orderId: order.id, on: '2026-11-12' })
    expect(rest.status).toBe('shipped')
    expect(book.sold(order.id)).toMatchObject({ status: 'shipped', shippedOn: '2026-11-12', shippingState: 'sent' })
    expect([book.onHand(book.mug, main), book.onHand(book.cup, main)]).toEqual([90, 96])
    expect(book.read((db) => dispatchesOf(db, order.id))).toMatchObject([
      { on, status: 'posted', trackingNumber: 'T1', cost: '12.00', lines: [{ lineId: mugs, quantity: 6, sku: 'MUG' }] },
      { cost: '16.00', lines: [{ quantity: 4 }, { lineId: cups, quantity: 4 }] },
    ])
    expect(book.problems()).toEqual([])
  })

  test('more than is open, nothing, and orders that wait for a word are refused', () => {
    const book = dispatchBook()
    const order = book.order()
    const [line = 0] = lineIds(order)
    const over = failureOf(() => book.send({ orderId: order.id, on, lines: [{ lineId: line, quantity: 11 }] }))
    expect(over).toMatchObject({ code: 'dispatch/over', details: { asked: 11, open: 10 } })
    const twice = [
      { lineId: line, quantity: 6 },
      { lineId: line, quantity: 5 },
    ]
    expect(failureOf(() => book.send({ orderId: order.id, on, lines: twice })).code).toBe('dispatch/over')
    for (const status of ['draft', 'on_hold', 'cancelled'] as const) {
      const waiting = book.order({ status })
      expect(failureOf(() => book.send({ orderId: waiting.id, on })).code).toBe('dispatch/not-sendable')
    }
    book.send({ orderId: order.id, on })
    expect(failureOf(() => book.send({ orderId: order.id, on })).code).toBe('dispatch/not-sendable')
    expect(failureOf(() => book.send({ orderId: 12345, on })).code).toBe('orders/not-found')
  })

  test('a shortage is refused whole, and a preview says so and writes nothing', () => {
    const book = dispatchBook()
    const order = book.order({}, [{ quantity: 60 }, { quantity: 60 }])
    expect(failureOf(() => book.send({ orderId: order.id, on }))).toMatchObject({
      code: 'stock/insufficient',
      details: { onHand: 100, asked: 120 },
    })
    expect(book.sold(order.id).status).toBe('confirmed')
    const [line = 0] = lineIds(order)
    const input = dispatchInput.parse({ orderId: order.id, on, lines: [{ lineId: line, quantity: 60 }] })
    const preview = book.writer.rehearse(null, (tx) => previewDispatch(tx, input))
    expect(preview).toMatchObject({ status: 'part_shipped', stockValue: { before: '200.00', after: '80.00' } })
    expect(book.onHand(book.mug, main)).toBe(100)
    expect(book.read((db) => dispatchesOf(db, order.id))).toEqual([])
  })

  test('what others wait for is told, not refused; its own reservation is none', () => {
    const book = dispatchBook()
    const one = book.order({}, [{ quantity: 60 }])
    const other = book.order({}, [{ quantity: 80 }])
    expect(book.send({ orderId: other.id, on }).warnings).toMatchObject([
      { code: 'stock/reserved', details: { onHand: 20, reserved: 60 } },
    ])
    const alone = dispatchBook()
    expect(alone.send({ orderId: alone.order({}, [{ quantity: 100 }]).id, on }).warnings).toEqual([])
    expect(one.status).toBe('confirmed')
  })

  test('a kit sends its parts', () => {
    const book = dispatchBook()
    const kit = book.write((tx) =>
      makeProduct(tx, {
        sku: 'SET',
        kind: 'kit',
        kitParts: [
          { partId: book.mug, quantity: 2 },
          { partId: book.cup, quantity: 1 },
        ],
      }),
    )
    const order = book.order({}, [{ productId: kit, quantity: 3 }])
    expect(book.read((db) => toDispatch(db, order.id)).lines).toMatchObject([{ open: 3, onHand: 50 }])
    expect(book.send({ orderId: order.id, on }).status).toBe('shipped')
    expect([book.onHand(book.mug, main), book.onHand(book.cup, main)]).toEqual([94, 97])
    expect(book.sold(order.id).lines).toMatchObject([{ shipped: 3, open: 0 }])
    expect(book.problems()).toEqual([])
  })

  test('batches go by the first that expires; pieces with serial numbers only where none is left to choose', () => {
    const book = dispatchBook()
    const [tea, watch] = book.write((tx) => [
      makeProduct(tx, { sku: 'TEA', tracking: 'batch' }),
      makeProduct(tx, { sku: 'WATCH', tracking: 'serial' }),
    ]) as [number, number]
    const receive = (productId: number, quantity: number, batch: object) => ({
      productId,
      quantity,
      batch: batch as never,
    })
    const lines = [
      receive(tea, 5, { code: 'LATE', expiresOn: '2027-12-31' }),
      receive(tea, 5, { code: 'SOON', expiresOn: '2027-01-31' }),
      receive(watch, 1, { code: 'S1' }),
      receive(watch, 1, { code: 'S2' }),
    ]
    book.post({ kind: 'receive', input: { warehouseId: main, on: '2026-11-01', lines } })
    const order = book.order({}, [
      { productId: tea, quantity: 7 },
      { productId: watch, quantity: 1 },
    ])
    const [teas = 0, watches = 0] = lineIds(order)
    expect(failureOf(() => book.send({ orderId: order.id, on })).code).toBe('stock/serial-needed')
    const piece = book.read((db) => db.get<{ id: number }>("SELECT id FROM batches WHERE code = 'S2'"))?.id ?? 0
    const chosen = [
      { lineId: teas, quantity: 7 },
      { lineId: watches, quantity: 1, serials: [piece] },
    ]
    book.send({ orderId: order.id, on, lines: chosen })
    const left = book.read((db) =>
      db.raw(
        'SELECT b.code, l.on_hand_milli FROM batch_balances l JOIN batches b ON b.id = l.batch_id ORDER BY b.code',
      ),
    )
    expect(left).toEqual([
      ['LATE', 3000],
      ['S1', 1000],
      ['S2', 0],
      ['SOON', 0],
    ])
    // Only one is left: it is that one.
    const last = book.order({}, [{ productId: watch, quantity: 1 }])
    expect(book.send({ orderId: last.id, on }).status).toBe('shipped')
    expect(book.problems()).toEqual([])
  })

  test('goods that the channel sends leave from its own place, and from nowhere while that is not known', () => {
    const book = dispatchBook()
    const order = book.order({ channel: 'amazon-de', fulfilledBy: 'channel' })
    expect(failureOf(() => book.send({ orderId: order.id, on }))).toMatchObject({ code: 'dispatch/no-channel-place' })
    book.write((tx) => tx.insert('channels', { code: 'amazon-de', kind: 'amazon', warehouse_id: book.yard }))
    const goods = [{ productId: book.mug, quantity: 20 }]
    book.post({ kind: 'receive', input: { warehouseId: book.yard, on: '2026-11-01', lines: goods } })
    book.send({ orderId: order.id, on })
    expect([book.onHand(book.mug, book.yard), book.onHand(book.mug, main)]).toEqual([10, 100])
    // Told, or written at the order, goes before.
    const own = book.order({ channel: 'amazon-de', fulfilledBy: 'channel', warehouseId: main })
    book.send({ orderId: own.id, on })
    expect(book.onHand(book.mug, main)).toBe(90)
  })

  test('before the stock of a place begins, and for what is no product, nothing leaves stock', () => {
    const book = dispatchBook()
    book.write((tx) => tx.update('warehouses', main, { starts_on: '2026-11-01' }))
    const early = book.order({ orderedOn: '2026-10-01' })
    expect(book.send({ orderId: early.id, on: '2026-10-05' })).toMatchObject({ documentId: null, status: 'shipped' })
    const words = book.order({}, [{ productId: null, description: 'Engraving' }])
    expect(book.send({ orderId: words.id, on })).toMatchObject({ documentId: null, status: 'shipped' })
    expect(book.onHand(book.mug, main)).toBe(100)
    expect(book.problems()).toEqual([])
  })

  test("a channel's item that nobody matched is not sent as if it were nothing", () => {
    const book = dispatchBook()
    const order = book.order({ channel: 'shop' }, [{}, { productId: null, externalSku: 'X-1', description: 'Box' }])
    expect(failureOf(() => book.send({ orderId: order.id, on }))).toMatchObject({
      code: 'dispatch/unknown-sku',
      details: { sku: 'X-1' },
    })
    book.write((tx) => tx.insert('channel_skus', { channel: 'shop', external_sku: 'X-1' }))
    expect(book.send({ orderId: order.id, on }).status).toBe('shipped')
  })
})

describe('taken back', () => {
  test('a reversed dispatch puts goods, cost and state back; its document is no way around it', () => {
    const book = dispatchBook()
    const order = book.order()
    const sent = book.send({ orderId: order.id, on })
    const around = () => book.write((tx) => reverseStock(tx, { documentId: sent.documentId ?? 0, note: '' }))
    expect(failureOf(around)).toMatchObject({ code: 'stock/of-dispatch', details: { number: order.number } })
    const back = book.write((tx) => reverseDispatch(tx, { dispatchId: sent.dispatchId, note: 'wrong' }))
    expect(back).toMatchObject({ status: 'confirmed' })
    expect(book.sold(order.id)).toMatchObject({
      status: 'confirmed',
      shippedOn: null,
      lines: [{ shipped: 0, open: 10 }],
    })
    expect(book.onHand(book.mug, main)).toBe(100)
    const again = () => book.write((tx) => reverseDispatch(tx, { dispatchId: sent.dispatchId, note: '' }))
    expect(failureOf(again).code).toBe('dispatch/already-reversed')
    expect(book.send({ orderId: order.id, on }).status).toBe('shipped')
    expect(book.problems()).toEqual([])
  })

  test('undo takes a dispatch back, and undoing that sends again', () => {
    const book = dispatchBook()
    const order = book.order()
    const { id } = book.operation((tx) => dispatchOrder(tx, dispatchInput.parse({ orderId: order.id, on })))
    const undone = book.operation((tx) => undoOperation(tx, id))
    expect(book.sold(order.id)).toMatchObject({ status: 'confirmed', lines: [{ shipped: 0, open: 10 }] })
    expect(book.onHand(book.mug, main)).toBe(100)
    book.operation((tx) => undoOperation(tx, undone.id))
    expect(book.sold(order.id)).toMatchObject({ status: 'shipped', lines: [{ shipped: 10, open: 0 }] })
    expect(book.onHand(book.mug, main)).toBe(90)
    expect(book.problems()).toEqual([])
  })

  test('an issue that names the order counts as sent, and no more once it is taken back', () => {
    const book = dispatchBook()
    const order = book.order()
    const issue = { warehouseId: main, on, orderId: order.id, lines: [{ productId: book.mug, quantity: 10 }] }
    const { id } = book.post({ kind: 'issue', input: issue })
    expect(book.sold(order.id)).toMatchObject({ status: 'shipped', lines: [{ shipped: 10, open: 0 }] })
    book.post({ kind: 'reverse', input: { documentId: id } })
    expect(book.sold(order.id)).toMatchObject({ status: 'confirmed', lines: [{ shipped: 0, open: 10 }] })
    expect(book.problems()).toEqual([])
  })
})

describe('many', () => {
  test('all that can be sent is; each of the others is told, and nothing of it stands', () => {
    const book = dispatchBook()
    const orders = [book.order(), book.order({}, [{ quantity: 85 }]), book.order({ status: 'draft' }), book.order()]
    const [one, tooMuch, draft, last] = orders.map(({ id }) => id) as [number, number, number, number]
    const sent = book.sendMany({
      orderIds: [one, last, tooMuch, draft, one, 999],
      on,
      trackingNumbers: { [last]: 'T9' },
    })
    expect(sent).toMatchObject({ sent: 2, failed: 3 })
    expect(sent.orders).toMatchObject([
      { ok: true, orderId: one, status: 'shipped' },
      { ok: true, orderId: last },
      { ok: false, orderId: tooMuch, code: 'stock/insufficient', details: { onHand: 80, asked: 85 } },
      { ok: false, orderId: draft, code: 'dispatch/not-sendable' },
      { ok: false, orderId: 999, code: 'orders/not-found' },
    ])
    expect(book.onHand(book.mug, main)).toBe(80)
    expect(book.read((db) => dispatchesOf(db, tooMuch))).toEqual([])
    expect(book.read((db) => dispatchesOf(db, last))).toMatchObject([{ trackingNumber: 'T9', cost: '20.00' }])
    expect(book.read((db) => db.get('SELECT count(*) AS n FROM stock_documents WHERE kind = ?', 'issue'))).toEqual({
      n: 2,
    })
    expect(book.problems()).toEqual([])
  })

  test('parts of one order leave one after the other: the last makes it sent, more than is open is refused', () => {
    const book = dispatchBook()
    const order = book.order()
    const [lineId = 0] = lineIds(order)
    const part = (quantity: number) => dispatchInput.parse({ orderId: order.id, on, lines: [{ lineId, quantity }] })
    const done = book.write((tx) => dispatchOrders(tx, [part(4), part(6), part(1)]))
    expect(done.orders).toMatchObject([{ status: 'part_shipped' }, { status: 'shipped' }, { ok: false }])
    expect(book.sold(order.id)).toMatchObject({ status: 'shipped', shippedOn: on })
    expect(book.onHand(book.mug, main)).toBe(90)
    expect(book.problems()).toEqual([])
  })

  test('of a list, what lies there goes to who was promised it first', () => {
    const book = dispatchBook()
    const late = book.order({ requiredOn: '2026-12-20' }, [{ quantity: 60 }])
    const soon = book.order({ requiredOn: '2026-12-01' }, [{ quantity: 60 }])
    const sent = book.sendMany({ target: { list: 'orders', query: {} }, on })
    expect(sent.orders).toMatchObject([
      { ok: true, orderId: soon.id },
      { ok: false, orderId: late.id, code: 'stock/insufficient' },
    ])
    // The failing one is no part of what the shortage counts, and no stock document is left of it.
    expect(book.onHand(book.mug, main)).toBe(40)
    expect(book.problems()).toEqual([])
  })
})
