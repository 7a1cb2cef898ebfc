// Shipments from a file: rows are parcels of an order, or lines of one. They are put together order by order, since a shipment shows
// only in all of its rows; each row is taken, merged with what is there, or refused with why.
import { type LoadContext, type Loader, problem, textOf } from '#main/services/import/loading/loader.ts'
import { orderLookup } from '#main/services/import/loading/shipment/order-lookup.ts'
import { takeShipments } from '#main/services/import/loading/shipment/take-shipments.ts'
import { gatherRow, type ToldShipment } from '#main/services/import/loading/shipment/told-shipment.ts'

export function shipmentLoader(context: LoadContext): Loader {
  const told = new Map<string, ToldShipment>()
  const orderOf = orderLookup(context)
  return {
    refusesLate: true,
    take(row) {
      const reference = textOf(row, 'order')
      if (reference === undefined) return problem('order', '', 'required')
      const order = orderOf(reference)
      if (order === null) return problem('order', reference, 'known-order')
      const wrong = gatherRow(context, told, { row, order })
      return wrong ?? 'later'
    },
    finish: () => takeShipments(context, [...told.values()]),
  }
}
