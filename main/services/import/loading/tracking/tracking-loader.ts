// Tracking numbers from a file, as AfterShip and PKGE list them: onto the shipment of their order, else onto a new one. Stock does
// not move by it: what has not left is a draft with its number, to be sent as any other.
import { compactNumber } from '#main/domain/tracking/recognise-number.ts'
import {
  type LoadContext,
  type Loader,
  type Outcome,
  problem,
  type TypedRow,
  textOf,
} from '#main/services/import/loading/loader.ts'
import { orderLookup, type ShippedOrder } from '#main/services/import/loading/shipment/order-lookup.ts'
import { carrierNamed } from '#main/services/import/loading/tracking/carrier-named.ts'
import { writeNumbers } from '#main/services/shipments/moving/light-shipment.ts'
import { addShipment } from '#main/services/shipments/shipment-commands.ts'
import { toShip } from '#main/services/shipments/to-ship.ts'
import { findByNumber } from '#main/services/tracking/find-by-number.ts'
import { carrierOf } from '#main/services/tracking/new-shipment.ts'
import type { Id } from '#shared/ids.ts'
import { countryCodeOf } from '#shared/reference/country-codes-3.ts'
import { type ShipmentDraft, shipmentInput } from '#shared/schemas/shipments.ts'
import { toShipInput } from '#shared/schemas/to-ship.ts'

export function trackingLoader(context: LoadContext): Loader {
  const orderOf = orderLookup(context)
  return {
    take(row) {
      const number = compactNumber(textOf(row, 'trackingNumber') ?? '')
      if (number === '') return problem('trackingNumber', '', 'required')
      const order = orderNamed(row, orderOf)
      const holders = living(context, number)
      if (holders.length > 0) {
        const isOther = order !== null && holders.every((id) => isOfOthers(context, id, order.id))
        return isOther ? problem('trackingNumber', number, 'number-of-order') : 'unchanged'
      }
      const carrierId = carrierNamed(context, row) ?? carrierOf(context.tx, number)
      const known = order === null ? undefined : shipmentWithout(context, order.id)
      if (known !== undefined) return putOn(context, known, { number, carrierId })
      return makeFor(context, { row, order, number, carrierId })
    },
  }
}

/** Shipments with this number; one that was cancelled is none. */
function living({ tx }: LoadContext, number: string): Id[] {
  const found = findByNumber(tx, [number]).get(number) ?? []
  return found.filter(({ status }) => status !== 'cancelled').map(({ shipmentId }) => shipmentId)
}

/** It holds goods of orders, and none of this one: a parcel for two orders is put together by hand. */
function isOfOthers({ tx }: LoadContext, shipmentId: Id, orderId: Id): boolean {
  const row = tx.get<{ others: number; own: number }>(
    `SELECT count(*) AS others, coalesce(sum(l.order_id = ?), 0) AS own
     FROM shipment_lines g INDEXED BY shipment_lines_by_shipment CROSS JOIN order_lines l ON l.id = g.order_line_id
     WHERE g.shipment_id = ? AND g.deleted = 0`,
    ...[orderId, shipmentId],
  )
  return row !== undefined && row.others > 0 && row.own === 0
}

/** Its number, or what shops call it: '#1234'. */
function orderNamed(row: TypedRow, orderOf: (reference: string) => ShippedOrder | null): ShippedOrder | null {
  const names = [textOf(row, 'order'), textOf(row, 'orderTitle'), textOf(row, 'orderTitle')?.replace(/^#/, '')]
  for (const name of names) {
    const order = name ? orderOf(name) : null
    if (order) return order
  }
  return null
}

type Waiting = { shipmentId: Id; parcelId: Id | null }

/** The order's shipment with a parcel that has no number yet, or with no parcel at all; the newest one. */
function shipmentWithout({ tx }: LoadContext, orderId: Id): Waiting | undefined {
  return tx.get<Waiting>(
    `SELECT s.id AS shipmentId, (SELECT p.id FROM parcels p INDEXED BY parcels_by_shipment
         WHERE p.shipment_id = s.id AND p.deleted = 0 AND p.tracking_number = '' ORDER BY p.position LIMIT 1) AS parcelId
     FROM order_lines l INDEXED BY order_lines_by_order
     CROSS JOIN shipment_lines g INDEXED BY shipment_lines_by_order_line ON g.order_line_id = l.id AND g.deleted = 0
     CROSS JOIN shipments s ON s.id = g.shipment_id
     WHERE l.order_id = ? AND l.deleted = 0 AND s.deleted = 0 AND s.kind = 'order' AND s.status <> 'cancelled'
       AND (parcelId IS NOT NULL OR NOT EXISTS (SELECT 1 FROM parcels p INDEXED BY parcels_by_shipment
         WHERE p.shipment_id = s.id AND p.deleted = 0))
     ORDER BY s.id DESC LIMIT 1`,
    orderId,
  )
}

/** All goods of the order are in it: another number is that of another parcel of it. */
function onlyShipment({ tx }: LoadContext, orderId: Id): Id | undefined {
  const rows = tx.raw(
    `SELECT DISTINCT s.id FROM order_lines l INDEXED BY order_lines_by_order
     CROSS JOIN shipment_lines g INDEXED BY shipment_lines_by_order_line ON g.order_line_id = l.id AND g.deleted = 0
     CROSS JOIN shipments s ON s.id = g.shipment_id
     WHERE l.order_id = ? AND l.deleted = 0 AND s.deleted = 0 AND s.kind = 'order' AND s.status <> 'cancelled' LIMIT 2`,
    orderId,
  ) as [Id][]
  return rows.length === 1 ? rows[0]?.[0] : undefined
}

type Told = { number: string; carrierId: Id | null }

function putOn({ tx, touchedShipments }: LoadContext, { shipmentId, parcelId }: Waiting, told: Told): Outcome {
  if (parcelId !== null) tx.update('parcels', parcelId, { tracking_number: told.number })
  else writeNumbers(tx, shipmentId, [told.number])
  const row = tx.get<{ carrierId: Id | null }>('SELECT carrier_id AS carrierId FROM shipments WHERE id = ?', shipmentId)
  if (row?.carrierId === null && told.carrierId !== null)
    tx.update('shipments', shipmentId, { carrier_id: told.carrierId })
  touchedShipments.add(shipmentId)
  return 'changed'
}

type ToMake = Told & { row: TypedRow; order: ShippedOrder | null }

function makeFor(context: LoadContext, { row, order, number, carrierId }: ToMake): Outcome {
  const { tx, touchedShipments } = context
  const begun = order === null ? null : toShip(tx, toShipInput.parse({ orderIds: [order.id] }))
  const lines = (begun?.lines ?? []).filter(({ free }) => free > 0)
  const only = order === null || lines.length > 0 ? undefined : onlyShipment(context, order.id)
  if (only !== undefined) return putOn(context, { shipmentId: only, parcelId: null }, { number, carrierId })
  const parcels = [{ packaging: 'parcel' as const, trackingNumber: number }]
  const draft: ShipmentDraft =
    begun && lines.length > 0
      ? {
          ...{ ...begun.head, kind: 'order', parcels },
          carrierId: carrierId ?? begun.head.carrierId,
          lines: lines.map(({ orderLineId, productId, description, free }) => ({
            ...{ orderLineId, productId, description, quantity: free },
          })),
        }
      : {
          kind: 'other',
          carrierId,
          parcels,
          shipTo: shipToOf(row),
          reference: referenceOf(row, order),
          note: noteOf(row),
        }
  const isDraft = lines.length > 0
  const { id } = addShipment(tx, shipmentInput.parse(draft), { status: isDraft ? 'draft' : 'sent' })
  touchedShipments.add(id)
  return 'new'
}

function shipToOf(row: TypedRow) {
  return {
    name: textOf(row, 'recipient') ?? '',
    street: textOf(row, 'destinationAddress') ?? '',
    country: countryCodeOf(textOf(row, 'destinationCountry') ?? ''),
    // Such files list several in one cell.
    phone: (textOf(row, 'recipientPhone') ?? '').split(',')[0]?.slice(0, 60) ?? '',
    email: (textOf(row, 'recipientEmail') ?? '').split(',')[0]?.slice(0, 254) ?? '',
  }
}

function referenceOf(row: TypedRow, order: ShippedOrder | null): string {
  return (order?.number ?? textOf(row, 'orderTitle') ?? textOf(row, 'order') ?? '').slice(0, 120)
}

function noteOf(row: TypedRow): string {
  return textOf(row, 'note') ?? ''
}
