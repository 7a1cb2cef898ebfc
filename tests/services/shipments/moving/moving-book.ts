// A book whose goods move with shipments: short ways to put one together, to send, receive and take it back, and to tell what a
// carrier says of it.
import { addPurchase, confirmPurchases, sendPurchases } from '#main/services/purchases/purchase-commands.ts'
import { getPurchase } from '#main/services/purchases/purchase-queries.ts'
import { arriveShipment } from '#main/services/shipments/moving/arrive-shipment.ts'
import { decideShipment } from '#main/services/shipments/moving/decide-shipment.ts'
import { dispatchShipment } from '#main/services/shipments/moving/dispatch-shipment.ts'
import { followShipments } from '#main/services/shipments/moving/follow-shipments.ts'
import { reverseShipment } from '#main/services/shipments/moving/reverse-shipment.ts'
import { takeReturn } from '#main/services/shipments/moving/take-return.ts'
import { addShipment } from '#main/services/shipments/shipment-commands.ts'
import { settleShipments } from '#main/services/shipments/shipment-derived.ts'
import { getShipment } from '#main/services/shipments/shipment-queries.ts'
import type { Id } from '#shared/ids.ts'
import { type Purchase, purchaseInput } from '#shared/schemas/purchases.ts'
import {
  type ArriveShipmentDraft,
  arriveShipmentInput,
  type DecideShipmentInput,
  type DispatchShipmentDraft,
  decideShipmentInput,
  dispatchShipmentInput,
  type TakeReturnDraft,
  takeReturnInput,
} from '#shared/schemas/shipment-moves.ts'
import type { TrackingState } from '#shared/schemas/shipment-words.ts'
import { type Shipment, type ShipmentDraft, shipmentInput } from '#shared/schemas/shipments.ts'
import { type DispatchBook, dispatchBook, lineIds, on } from '#tests/services/dispatch/dispatch-book.ts'
import { main } from '#tests/services/stock/stock-book.ts'
import { makeCustomer } from '#tests/support/records.ts'

export type MovingBook = DispatchBook & {
  carrier: Id
  /** A shipment of these, by id. */
  ship(given: ShipmentDraft): Id
  shipment(id: Id): Shipment
  leave(given: DispatchShipmentDraft): ReturnType<typeof dispatchShipment>
  arrive(given: ArriveShipmentDraft): ReturnType<typeof arriveShipment>
  back(given: TakeReturnDraft): ReturnType<typeof takeReturn>
  decide(
    given: Omit<DecideShipmentInput, 'note' | 'on'> & { on: string; note?: string },
  ): ReturnType<typeof decideShipment>
  unsend(id: Id): ReturnType<typeof reverseShipment>
  /** What somebody says of it. */
  hear(shipmentId: Id, state: TrackingState, day: string): Id
  /** An order at a factory of 100 mugs at 2.00, on its way. */
  buy(quantity?: number, orderedOn?: string): Purchase
}

export function movingBook(options: Parameters<typeof dispatchBook>[0] = {}): MovingBook {
  const book = dispatchBook(options)
  const carrier = book.write((tx) => makeCustomer(tx, 'Swift Parcel', { roles: ['carrier'] }))
  const factory = book.write((tx) => makeCustomer(tx, 'Factory', { roles: ['supplier'] }))
  const onHand: MovingBook['onHand'] = (productId, warehouseId) => {
    const sql =
      'SELECT on_hand_milli / 1000.0 AS quantity FROM stock_balances WHERE product_id = ? AND warehouse_id = ?'
    return book.read((db) => db.get<{ quantity: number }>(sql, productId, warehouseId))?.quantity ?? 0
  }
  return {
    ...book,
    carrier,
    onHand,
    ship: (given) => book.write((tx) => addShipment(tx, shipmentInput.parse(given)).id),
    shipment: (id) => book.read((db) => getShipment(db, id)),
    leave: (given) => book.write((tx) => dispatchShipment(tx, dispatchShipmentInput.parse(given))),
    arrive: (given) => book.write((tx) => arriveShipment(tx, arriveShipmentInput.parse(given))),
    back: (given) => book.write((tx) => takeReturn(tx, takeReturnInput.parse(given))),
    decide: (given) => book.write((tx) => decideShipment(tx, decideShipmentInput.parse(given))),
    unsend: (id) => book.write((tx) => reverseShipment(tx, { id, note: '' })),
    hear: (shipment_id, state, day) =>
      book.writer.write('tracking.addEvent', null, (tx) => {
        const happened_at = Date.parse(`${day}T10:00:00Z`)
        const event = { local_time: `${day}T10:00`, happened_at, source: 'typed', state, read_by: 'hand' }
        const id = tx.insert('shipment_events', { shipment_id, ...event })
        settleShipments(tx, [shipment_id])
        followShipments(tx, [shipment_id])
        return id
      }).result,
    buy: (quantity = 100, orderedOn = '2026-10-01') =>
      book.write((tx) => {
        const head = { supplierId: factory, orderedOn, promisedOn: '2026-11-01', currency: 'USD' }
        const line = { productId: book.mug, quantity, unitPrice: '2.00' }
        const { id } = addPurchase(tx, purchaseInput.parse({ ...head, lines: [line] }))
        sendPurchases(tx, [id], { despite: true })
        confirmPurchases(tx, [id], {})
        return getPurchase(tx, id)
      }),
  }
}

/** A sent order of ten mugs, and its shipment. */
export function sent(book: MovingBook): { order: Id; line: Id; shipment: Id } {
  const order = book.order()
  const [line = 0] = lineIds(order)
  const shipment = book.ship({ kind: 'order', lines: [{ orderLineId: line, quantity: 10 }], warehouseId: main })
  book.leave({ id: shipment, on })
  return { order: order.id, line, shipment }
}
