// A book with a customer, a supplier, two places and orders that wait, and short ways to make shipments of them.
import { addShipment, editShipment } from '#main/services/shipments/shipment-commands.ts'
import { getShipment } from '#main/services/shipments/shipment-queries.ts'
import { toShip } from '#main/services/shipments/to-ship.ts'
import type { Id } from '#shared/ids.ts'
import { type Shipment, type ShipmentDraft, shipmentInput } from '#shared/schemas/shipments.ts'
import { toShipInput } from '#shared/schemas/to-ship.ts'
import { type PurchaseBook, purchaseBook } from '#tests/services/receiving/purchase-book.ts'
import { makeCustomer, makeOrder } from '#tests/support/records.ts'

export type ShipmentBook = PurchaseBook & {
  customer: Id
  carrier: Id
  /** A confirmed order of so many mugs and cups at 3.00; gives its id and the ids of its lines. */
  sale(...quantities: number[]): { id: Id; lines: Id[] }
  add(given: Partial<ShipmentDraft>): Shipment
  edit(id: Id, given: Partial<ShipmentDraft>): Shipment
  shipment(id: Id): Shipment
  toShip(question: Parameters<typeof toShipInput.parse>[0]): ReturnType<typeof toShip>
}

export function shipmentBook(options: Parameters<typeof purchaseBook>[0] = {}): ShipmentBook {
  const book = purchaseBook(options)
  const { customer, carrier } = book.write((tx) => ({
    customer: makeCustomer(tx, 'Buyer', { country: 'DE' }),
    carrier: makeCustomer(tx, 'Fast Parcels', { roles: ['carrier'] }),
  }))
  const shipment = (id: Id) => book.read((db) => getShipment(db, id))
  return {
    ...book,
    customer,
    carrier,
    shipment,
    sale(...quantities) {
      const products = [book.mug, book.cup]
      const id = book.write((tx) =>
        makeOrder(tx, {
          customerId: customer,
          lines: quantities.map((quantity, index) => ({
            ...{ productId: products[index % 2] ?? book.mug, description: '', quantity, unitPrice: '3.00' },
          })),
        }),
      )
      const lines = book.read((db) => db.raw('SELECT id FROM order_lines WHERE order_id = ? ORDER BY position', id))
      return { id, lines: lines.map(([line]) => line as Id) }
    },
    add: (given) => shipment(book.write((tx) => addShipment(tx, shipmentInput.parse({ kind: 'order', ...given }))).id),
    edit(id, given) {
      const before = shipment(id)
      const kept = {
        ...before,
        lines: before.lines.map(({ id: lineId, orderLineId, purchaseLineId, productId, description, quantity }) => ({
          ...{ id: lineId, orderLineId, purchaseLineId, productId, description, quantity },
        })),
        parcels: undefined,
        legs: undefined,
        customs: undefined,
      }
      book.write((tx) => editShipment(tx, id, shipmentInput.parse({ ...kept, ...given })))
      return shipment(id)
    },
    toShip: (question) => book.read((db) => toShip(db, toShipInput.parse(question))),
  }
}
