// What nobody took: asked for by a day, then sent anew, brought back or given up; goods sent anew for those that are lost.
import { describe, expect, test } from 'vitest'
import { undoOperation } from '#main/services/history/undo-operation.ts'
import { setDecideBy } from '#main/services/shipments/moving/decide-shipment.ts'
import { movesOf } from '#main/services/shipments/moving/moves-of.ts'
import { asDay, type Day } from '#shared/dates.ts'
import { lineIds, on } from '#tests/services/dispatch/dispatch-book.ts'
import { movingBook, sent } from '#tests/services/shipments/moving/moving-book.ts'
import { failureOf, main } from '#tests/services/stock/stock-book.ts'

describe('what nobody took', () => {
  test('is asked for by a day, unless somebody said not to: then no news sets one, and a person may again', () => {
    const book = movingBook()
    const { shipment: id } = sent(book)
    const set = (by: Day | null) =>
      book.writer.write('shipments.setDecideBy', null, (tx) => setDecideBy(tx, { id, by }))
    const asked = () => [book.shipment(id).decideBy, book.read((db) => movesOf(db, id)).isAskedNoMore]
    book.hear(id, 'attempt_failed', '2026-11-13')
    expect(asked()).toEqual(['2026-11-18', false])
    set(null)
    expect(asked()).toEqual([null, true])
    book.hear(id, 'returning', '2026-11-14')
    expect(asked()).toEqual([null, true])
    set(asDay('2026-11-20'))
    book.hear(id, 'attempt_failed', '2026-11-15')
    expect(asked()).toEqual(['2026-11-20', false])
    expect(book.problems()).toEqual([])
  })

  test('that it is not asked for can be taken back', () => {
    const book = movingBook()
    const { shipment: id } = sent(book)
    book.hear(id, 'attempt_failed', '2026-11-13')
    const { operationId } = book.writer.write('shipments.setDecideBy', null, (tx) => setDecideBy(tx, { id, by: null }))
    book.writer.write('history.undo', null, (tx) => undoOperation(tx, operationId ?? 0))
    expect(book.shipment(id).decideBy).toBe('2026-11-18')
    expect(book.read((db) => movesOf(db, id)).isAskedNoMore).toBe(false)
  })
})

describe('nobody took it', () => {
  test('on its way back it goes from the country of the customer to where it had left', () => {
    const book = movingBook()
    const [orderLineId = 0] = lineIds(book.order())
    const shipment = book.ship({
      ...{ kind: 'order', warehouseId: main, lines: [{ orderLineId, quantity: 10 }] },
      ...{ fromCountry: 'CN', fromPlace: 'Ningbo' },
      shipTo: { name: 'Anna', street: 'Main St 1', postalCode: '10115', city: 'Berlin', country: 'DE' },
    })
    book.leave({ id: shipment, on })
    book.hear(shipment, 'attempt_failed', '2026-11-14')
    const { followedById } = book.decide({ id: shipment, decision: 'return', on: '2026-11-15' })
    expect(book.shipment(followedById ?? 0)).toMatchObject({
      ...{ fromCountry: 'DE', fromPlace: '' },
      shipTo: { name: 'Anna', street: '', postalCode: '', city: 'Ningbo', country: 'CN' },
    })
  })

  test('sent anew once it is back: the order sends the same goods again, once', () => {
    const book = movingBook()
    const { order, shipment } = sent(book)
    book.hear(shipment, 'attempt_failed', '2026-11-14')
    const { followedById } = book.decide({ id: shipment, decision: 'resend', on: '2026-11-15' })
    const anew = followedById ?? 0
    expect(book.shipment(anew)).toMatchObject({
      kind: 'order',
      status: 'draft',
      followsId: shipment,
      lines: [{ quantity: 10 }],
    })
    expect(book.shipment(shipment)).toMatchObject({ decision: 'resend', decidedOn: '2026-11-15', decideBy: null })
    const twice = { id: shipment, decision: 'abandon', on: '2026-11-15' } as const
    expect(failureOf(() => book.decide(twice)).code).toBe('shipments/already-decided')
    book.back({ id: shipment, on: '2026-11-17', as: 'reopen' })
    book.leave({ id: anew, on: '2026-11-18' })
    expect(book.onHand(book.mug, main)).toBe(90)
    expect(book.sold(order).status).toBe('shipped')
    book.hear(anew, 'delivered', '2026-11-21')
    expect(book.sold(order)).toMatchObject({ status: 'delivered', deliveredOn: '2026-11-21' })
    expect(book.problems()).toEqual([])
  })

  test('sent on without coming back first: stock does not move again', () => {
    const book = movingBook()
    const { shipment } = sent(book)
    book.hear(shipment, 'attempt_failed', '2026-11-14')
    const anew = book.decide({ id: shipment, decision: 'resend', on: '2026-11-15' }).followedById ?? 0
    expect(book.leave({ id: anew, on: '2026-11-16' }).documents).toEqual([])
    expect(book.onHand(book.mug, main)).toBe(90)
  })

  test('lost: new goods leave, and the order is delivered by them', () => {
    const book = movingBook()
    const { order, shipment } = sent(book)
    book.hear(shipment, 'lost', '2026-11-14')
    const anew = book.decide({ id: shipment, decision: 'resend', on: '2026-11-15' }).followedById ?? 0
    expect(book.leave({ id: anew, on: '2026-11-16' }).documents).toHaveLength(1)
    expect(book.onHand(book.mug, main)).toBe(80)
    book.hear(anew, 'delivered', '2026-11-20')
    expect(book.sold(order)).toMatchObject({ status: 'delivered', deliveredOn: '2026-11-20' })
    expect(book.problems()).toEqual([])
  })

  test('brought back: a shipment on its way to us, whose goods come in once', () => {
    const book = movingBook()
    const { order, shipment } = sent(book)
    book.hear(shipment, 'attempt_failed', '2026-11-14')
    const back = book.decide({ id: shipment, decision: 'return', on: '2026-11-15' }).followedById ?? 0
    expect(book.shipment(back)).toMatchObject({ kind: 'return', status: 'sent', followsId: shipment })
    book.back({ id: back, on: '2026-11-20', as: 'reopen' })
    expect(book.onHand(book.mug, main)).toBe(100)
    expect(book.sold(order).status).toBe('confirmed')
    expect(book.shipment(shipment).state).toBe('returned')
    expect(failureOf(() => book.back({ id: shipment, on: '2026-11-20', as: 'reopen' })).code).toBe(
      'shipments/already-returned',
    )
  })

  test('given up: destroyed by our own word, no loss of the carrier', () => {
    const book = movingBook()
    const { shipment } = sent(book)
    expect(failureOf(() => book.decide({ id: shipment, decision: 'abandon', on })).code).toBe('shipments/cannot-decide')
    book.hear(shipment, 'import_hold', '2026-11-14')
    book.decide({ id: shipment, decision: 'abandon', on: '2026-11-15', note: 'duty too high' })
    expect(book.shipment(shipment)).toMatchObject({
      state: 'destroyed',
      isOpen: false,
      wasLost: false,
      decision: 'abandon',
    })
  })
})

test('goods sent anew for those that are lost leave the rest of their order to be sent', () => {
  const book = movingBook()
  const order = book.order({}, [{ quantity: 20 }])
  const [orderLineId = 0] = lineIds(order)
  const half = () => book.ship({ kind: 'order', lines: [{ orderLineId, quantity: 10 }] })
  const first = half()
  book.leave({ id: first, on })
  book.hear(first, 'lost', '2026-11-12')
  const { followedById } = book.decide({ id: first, decision: 'resend', on: '2026-11-13' })
  book.leave({ id: followedById ?? 0, on: '2026-11-13' })
  expect(book.sold(order.id).status).toBe('part_shipped')
  book.leave({ id: half(), on: '2026-11-14' })
  expect(book.sold(order.id).status).toBe('shipped')
  expect(book.onHand(book.mug, main)).toBe(70)
  expect(book.problems()).toEqual([])
})
