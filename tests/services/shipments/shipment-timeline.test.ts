// What the timelines of orders, purchase orders and parties tell of their shipments.
import { describe, expect, test } from 'vitest'
import { settleShipments } from '#main/services/shipments/shipment-derived.ts'
import { recordTimeline } from '#main/services/timeline/timeline-queries.ts'
import type { RecordRef } from '#shared/schemas/records.ts'
import { timelineInput } from '#shared/schemas/timeline.ts'
import { lineIds, on } from '#tests/services/dispatch/dispatch-book.ts'
import { type MovingBook, movingBook } from '#tests/services/shipments/moving/moving-book.ts'
import { main } from '#tests/services/stock/stock-book.ts'
import { queryPlans, slowSteps } from '#tests/support/query-plans.ts'

const told = (book: MovingBook, record: RecordRef) =>
  book
    .read((db) => recordTimeline(db, timelineInput.parse({ record, kinds: ['shipment'] })))
    .entries.map((entry) => (entry.kind === 'shipment' ? [entry.what, entry.number, entry.on] : []))

describe('the timeline tells of shipments', () => {
  test('of an order and its customer: what became of it, once for all parcels; that it left the dispatch tells', () => {
    const book = movingBook()
    const order = book.order()
    const lines = [{ orderLineId: lineIds(order)[0] ?? 0, quantity: 10 }]
    const id = book.ship({ kind: 'order', partyId: book.customer, warehouseId: main, lines })
    book.leave({ id, on })
    book.hear(id, 'departed', '2026-11-12')
    book.hear(id, 'import_hold', '2026-11-13')
    book.write((tx) => {
      for (const hour of ['08', '09'])
        tx.insert('shipment_events', {
          ...{
            shipment_id: id,
            local_time: `2026-11-15T${hour}:00`,
            happened_at: Date.parse(`2026-11-15T${hour}:00Z`),
          },
          ...{ source: 'typed', state: 'delivered', read_by: 'hand' },
        })
      settleShipments(tx, [id])
    }, 'tracking.paste')
    const expected = [
      ['delivered', 'SH-2026-0001', '2026-11-15'],
      ['import_hold', 'SH-2026-0001', '2026-11-13'],
    ]
    expect(told(book, { kind: 'order', id: order.id })).toEqual(expected)
    expect(told(book, { kind: 'party', id: book.customer })).toEqual(expected)
    expect(told(book, { kind: 'order', id: book.order().id })).toEqual([])
  })

  test('of what nobody took: the shipment that brings it back was sent from its first moment', () => {
    const book = movingBook()
    const order = book.order()
    const lines = [{ orderLineId: lineIds(order)[0] ?? 0, quantity: 10 }]
    const id = book.ship({ kind: 'order', warehouseId: main, lines })
    book.leave({ id, on })
    book.hear(id, 'attempt_failed', '2026-11-13')
    book.decide({ id, decision: 'return', on: '2026-11-14' })
    expect(told(book, { kind: 'order', id: order.id })).toEqual([['sent', 'SH-2026-0002', '2026-11-14']])
  })

  test('of a purchase order: sent and delivered; not sent any more where that was taken back', () => {
    const book = movingBook()
    const purchase = book.buy()
    const supplierId = purchase.supplierId ?? 0
    const lines = [{ purchaseLineId: purchase.lines[0]?.id ?? 0, quantity: 60 }]
    const id = book.ship({ kind: 'purchase', partyId: supplierId, warehouseId: main, lines })
    const record: RecordRef = { kind: 'purchase', id: purchase.id }
    book.leave({ id, on: '2026-11-05' })
    expect(told(book, record)).toEqual([['sent', 'SH-2026-0001', '2026-11-05']])
    book.unsend(id)
    expect(told(book, record)).toEqual([])
    book.leave({ id, on: '2026-11-06' })
    book.arrive({ id, on: '2026-11-15' })
    expect(told(book, record).map(([what]) => what)).toContain('delivered')
    expect(told(book, { kind: 'party', id: supplierId })).toEqual(told(book, record))
    for (const kind of ['order', 'purchase', 'party'] as const) {
      const input = timelineInput.parse({ record: { kind, id: purchase.id }, kinds: ['shipment'] })
      const steps = queryPlans(book, (db) => recordTimeline(db, input)).filter(
        (step) =>
          !step.includes('TEMP B-TREE') && !/^SCAN ([jepk]|own|[0-9]+ CONSTANT)|^SCAN \(|^SCAN CONSTANT/.test(step),
      )
      expect(slowSteps(steps)).toEqual([])
    }
  })
})
