// The legs of a shipment: from place to place by ship, plane, train or lorry.
import type { ReadDb, WriteTx } from '#main/db/database.ts'
import type { ShipmentLegsTable } from '#main/db/tables.ts'
import { plainContainer } from '#main/domain/shipments/container-number.ts'
import { bookToday } from '#main/services/book/book-today.ts'
import { keepRows } from '#main/services/records/keep-rows.ts'
import { addDays, type Day } from '#shared/dates.ts'
import { AppError } from '#shared/errors.ts'
import type { Id } from '#shared/ids.ts'
import type { NamedParty } from '#shared/schemas/purchases.ts'
import type { TransportMode } from '#shared/schemas/shipment-words.ts'
import type { Leg, LegInput } from '#shared/schemas/shipments.ts'

/** Makes the living legs of a shipment those of the list. `shipments/arrival-before-departure`, `shipments/future-day`: at the field. */
export function keepLegs(tx: WriteTx, shipmentId: Id, legs: readonly LegInput[]): void {
  const rows = legs.map((leg, index) => ({ id: leg.id, columns: legColumns(tx, leg, index) }))
  const owner = { column: 'shipment_id', id: shipmentId }
  keepRows(tx, { table: 'shipment_legs', owner, field: 'legs', missing: 'shipments/row-not-found' }, rows)
}

function legColumns(tx: WriteTx, leg: LegInput, index: number) {
  if (leg.carrierId !== null && !tx.get('SELECT 1 FROM parties WHERE id = ?', leg.carrierId))
    throw new AppError('parties/not-found', { field: `legs.${index}.carrierId` })
  refuseImpossible(leg, `legs.${index}.`, bookToday(tx, tx.now))
  return {
    position: index + 1,
    mode: leg.mode,
    carrier_id: leg.carrierId,
    vessel: leg.vessel,
    voyage: leg.voyage,
    container_number: plainContainer(leg.containerNumber),
    seal_number: leg.sealNumber,
    bl_number: leg.blNumber,
    from_code: leg.from.code.toUpperCase(),
    from_place: leg.from.place,
    from_country: leg.from.country,
    to_code: leg.to.code.toUpperCase(),
    to_place: leg.to.place,
    to_country: leg.to.country,
    planned_departure_on: leg.plannedDepartureOn,
    planned_arrival_on: leg.plannedArrivalOn,
    departed_on: leg.departedOn,
    arrived_on: leg.arrivedOn,
    note: leg.note,
  }
}

type LegDays = Pick<LegInput, 'plannedDepartureOn' | 'plannedArrivalOn' | 'departedOn' | 'arrivedOn'>

/** Refused at its field: what comes in before it leaves, or happened on a day that has come in no zone of the world. */
export function refuseImpossible(leg: LegDays, at: string, today: Day): void {
  const { plannedDepartureOn, plannedArrivalOn, departedOn, arrivedOn } = leg
  for (const [field, day] of Object.entries({ departedOn, arrivedOn })) {
    if (day !== null && day > addDays(today, 1))
      throw new AppError('shipments/future-day', { day, today, field: `${at}${field}` })
  }
  if (departedOn !== null && arrivedOn !== null && arrivedOn < departedOn)
    throw new AppError('shipments/arrival-before-departure', { departedOn, arrivedOn, field: `${at}arrivedOn` })
  if (plannedDepartureOn === null || plannedArrivalOn === null || plannedArrivalOn >= plannedDepartureOn) return
  throw new AppError('shipments/arrival-before-departure', {
    ...{ departedOn: plannedDepartureOn, arrivedOn: plannedArrivalOn },
    field: `${at}plannedArrivalOn`,
  })
}

type LegRow = ShipmentLegsTable & { carrierName: string | null; carrierZh: string | null }

export function legsOf(db: ReadDb, shipmentId: Id): Leg[] {
  return db
    .all<LegRow>(
      `SELECT l.*, c.name AS carrierName, c.name_zh AS carrierZh FROM live_shipment_legs l
       LEFT JOIN parties c ON c.id = l.carrier_id WHERE l.shipment_id = ? ORDER BY l.position, l.id`,
      shipmentId,
    )
    .map(legFromRow)
}

function legFromRow(row: LegRow): Leg {
  const carrier: NamedParty | null =
    row.carrier_id === null ? null : { id: row.carrier_id, name: row.carrierName ?? '', nameZh: row.carrierZh ?? '' }
  return {
    id: row.id,
    position: row.position,
    mode: row.mode as TransportMode,
    carrierId: row.carrier_id,
    carrier,
    vessel: row.vessel,
    voyage: row.voyage,
    containerNumber: row.container_number,
    sealNumber: row.seal_number,
    blNumber: row.bl_number,
    from: { code: row.from_code, place: row.from_place, country: row.from_country },
    to: { code: row.to_code, place: row.to_place, country: row.to_country },
    plannedDepartureOn: row.planned_departure_on as Leg['plannedDepartureOn'],
    plannedArrivalOn: row.planned_arrival_on as Leg['plannedArrivalOn'],
    departedOn: row.departed_on as Leg['departedOn'],
    arrivedOn: row.arrived_on as Leg['arrivedOn'],
    note: row.note,
  }
}
