// Nobody took it, or it is lost or broken: what is done with it. Sent anew by a shipment that follows it, brought back by one, or
// given up. What that costs is a charge; what the carrier owes for it is a claim.
import type { Param, WriteTx } from '#main/db/database.ts'
import type { ParcelsTable, ShipmentsTable } from '#main/db/tables.ts'
import { followShipments } from '#main/services/shipments/moving/follow-shipments.ts'
import { linesInside } from '#main/services/shipments/moving/lines-inside.ts'
import { noteOwnEvent } from '#main/services/shipments/moving/note-arrival.ts'
import { settleShipments } from '#main/services/shipments/shipment-derived.ts'
import { nextShipmentNumber } from '#main/services/shipments/shipment-numbers.ts'
import { livingShipment, shipmentFor } from '#main/services/shipments/shipment-rows.ts'
import type { Day } from '#shared/dates.ts'
import { AppError } from '#shared/errors.ts'
import type { Id } from '#shared/ids.ts'
import type { DecidedShipment, DecideShipmentInput } from '#shared/schemas/shipment-moves.ts'

/** `shipments/already-decided` where that was said before; `shipments/cannot-decide` where nothing is to be decided. */
export function decideShipment(tx: WriteTx, { id, decision, on, note }: DecideShipmentInput): DecidedShipment {
  const shipment = shipmentFor(tx, 'decide', id)
  tx.update('shipments', id, { decision, decided_on: on, decision_note: note, decide_by: null })
  const followedBy = decision === 'abandon' ? null : followedByNew(tx, shipment, { decision, on })
  if (decision === 'abandon') noteOwnEvent(tx, id, { state: 'destroyed', on })
  const ids = followedBy === null ? [id] : [id, followedBy.id]
  settleShipments(tx, ids)
  followShipments(tx, ids)
  return { id, followedById: followedBy?.id ?? null, followedByNumber: followedBy?.number ?? '' }
}

/** Another day by which it has to be said; none: it is not asked for, whatever is heard next. */
export function setDecideBy(tx: WriteTx, { id, by }: { id: Id; by: Day | null }): void {
  const shipment = livingShipment(tx, id)
  if (shipment.decision !== '') throw new AppError('shipments/already-decided', { number: shipment.number })
  if (shipment.decide_by !== by) tx.update('shipments', id, { decide_by: by })
}

const passedOn = [
  ...['party_id', 'warehouse_id', 'carrier_id', 'service_id', 'mode', 'from_country', 'from_place', 'ship_to_name'],
  ...['ship_to_street', 'ship_to_city', 'ship_to_region', 'ship_to_postal_code', 'ship_to_country', 'ship_to_phone'],
  ...['ship_to_email', 'incoterm', 'place', 'marks', 'packing_note'],
] as const satisfies readonly (keyof ShipmentsTable)[]

/** The same goods to the same address, still to be sent; or on their way back to where they came from. */
function followedByNew(
  tx: WriteTx,
  shipment: ShipmentsTable,
  { decision, on }: { decision: 'resend' | 'return'; on: Day },
): { id: Id; number: string } {
  const number = nextShipmentNumber(tx, on)
  const isBack = decision === 'return'
  const head: Record<string, Param> = Object.fromEntries(passedOn.map((column) => [column, shipment[column]]))
  const id = tx.insert('shipments', {
    ...head,
    number,
    kind: isBack ? 'return' : shipment.kind,
    status: isBack ? 'sent' : 'draft',
    sent_on: isBack ? on : null,
    follows_id: shipment.id,
    ...(isBack && theWayBack(shipment)),
  })
  const lines = new Map(
    linesInside(tx, shipment.id).map((line) => {
      const { orderLineId, purchaseLineId, productId, description, qtyMilli } = line
      const row = { order_line_id: orderLineId, purchase_line_id: purchaseLineId, product_id: productId, description }
      return [
        line.id,
        tx.insert('shipment_lines', { ...row, shipment_id: id, position: line.position, qty_milli: qtyMilli }),
      ]
    }),
  )
  passOnParcels(tx, { from: shipment.id, to: id, lines })
  return { id, number }
}

/** From the customer's country to where it had left; whose goods they were stays said, at which door they were refused does not. */
function theWayBack({ from_country, from_place, ship_to_country }: ShipmentsTable): Record<string, Param> {
  return {
    ...{ from_country: ship_to_country, from_place: '' },
    ...{ ship_to_country: from_country, ship_to_city: from_place },
    ...{ ship_to_street: '', ship_to_region: '', ship_to_postal_code: '' },
  }
}

type Passing = { from: Id; to: Id; lines: ReadonlyMap<Id, Id> }

const parcelColumns = ['position', 'packaging', 'pieces', 'length_mm', 'width_mm', 'height_mm'] as const
const weightColumns = ['net_grams', 'gross_grams', 'marks', 'carrier_id'] as const

/** In the same cartons; a number belongs to one shipment, so each gets its own. */
function passOnParcels(tx: WriteTx, { from, to, lines }: Passing): void {
  const parcels = tx.all<ParcelsTable>('SELECT * FROM live_parcels WHERE shipment_id = ? ORDER BY position, id', from)
  for (const parcel of parcels) {
    const columns = [...parcelColumns, ...weightColumns].map((column) => [column, parcel[column]] as const)
    const parcel_id = tx.insert('parcels', {
      ...Object.fromEntries(columns),
      shipment_id: to,
    })
    const contents = tx.all<{ lineId: Id; milli: number }>(
      'SELECT line_id AS lineId, qty_milli AS milli FROM live_parcel_lines WHERE parcel_id = ?',
      parcel.id,
    )
    for (const { lineId, milli } of contents) {
      const line_id = lines.get(lineId)
      if (line_id !== undefined) tx.insert('parcel_lines', { parcel_id, line_id, qty_milli: milli })
    }
  }
}
