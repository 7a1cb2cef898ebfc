// What a seller does with shipments as records. How goods move with them has its own folder (moving/).
import type { Param, WriteTx } from '#main/db/database.ts'
import type { ShipmentsTable } from '#main/db/tables.ts'
import { bookToday } from '#main/services/book/book-today.ts'
import { postShipmentCosts } from '#main/services/charges/post-shipment-costs.ts'
import { planByLegs, plannedDay, refusePlanBeforeStart } from '#main/services/shipments/planned-day.ts'
import { shipmentColumns } from '#main/services/shipments/shipment-columns.ts'
import { keepCustoms } from '#main/services/shipments/shipment-customs.ts'
import { settleShipments } from '#main/services/shipments/shipment-derived.ts'
import { keepLegs, refuseImpossible } from '#main/services/shipments/shipment-legs.ts'
import { keepShipmentLines, refuseTooMuch } from '#main/services/shipments/shipment-lines.ts'
import { nextShipmentNumber, refuseTakenShipmentNumber } from '#main/services/shipments/shipment-numbers.ts'
import { keepParcels, refuseOverfull } from '#main/services/shipments/shipment-parcels.ts'
import { hasMoved, livingShipment, shipmentFor } from '#main/services/shipments/shipment-rows.ts'
import { leftWithTransfers, takeTransfers } from '#main/services/shipments/take-transfers.ts'
import { transitWarehouse } from '#main/services/stock/stock-ledger.ts'
import type { Day } from '#shared/dates.ts'
import { AppError } from '#shared/errors.ts'
import type { Id } from '#shared/ids.ts'
import type { CustomsEntryInput, LegInput, ParcelInput, ShipmentInput } from '#shared/schemas/shipments.ts'

/** What the form does not hold: where it comes from, and how far it had come when it was written down. */
export type ShipmentOrigin = {
  channel?: string
  external_id?: string
  is_history?: 0 | 1
  has_delivery_days?: 0 | 1
  status?: 'draft' | 'packed' | 'sent'
  packed_on?: Day | null
  sent_on?: Day | null
}

export type AddedShipment = { id: Id; number: string; parcelIds: Id[] }

/** Adds a draft, or what `from` says; without a number it gets this copy's next. */
export function addShipment(tx: WriteTx, shipment: ShipmentInput, from: ShipmentOrigin = {}): AddedShipment {
  const leftOn = leftWithTransfers(tx, shipment)
  const origin: ShipmentOrigin = leftOn === null ? from : { ...from, status: 'sent', sent_on: leftOn }
  const number = shipment.number || nextShipmentNumber(tx, origin.sent_on ?? bookToday(tx, tx.now))
  refuseTakenShipmentNumber(tx, number, null)
  refuseUnknown(tx, shipment, null)
  refuseWays(shipment)
  if (origin.is_history !== 1) refusePlanBeforeStart(shipment.plannedOn, origin.sent_on ?? null)
  const plan = plannedDay(shipment.plannedOn, null)
  const id = tx.insert('shipments', { number, ...shipmentColumns(shipment), ...plan, ...origin })
  const parcelIds = keepAll(tx, id, shipment)
  takeTransfers(tx, id, shipment.documentIds)
  return { id, number, parcelIds }
}

/** Changes a shipment to what the form holds. Parcels, legs and customs that are left out stay. */
export function editShipment(tx: WriteTx, id: Id, shipment: ShipmentInput): void {
  const before = shipmentFor(tx, 'edit', id)
  const number = shipment.number || before.number
  refuseTakenShipmentNumber(tx, number, id)
  refuseUnknown(tx, shipment, before)
  refuseWays(shipment)
  refuseOtherAfterMove(tx, shipment, before)
  if (before.is_history === 0) refusePlanBeforeStart(shipment.plannedOn, before.sent_on)
  const plan = plannedDay(shipment.plannedOn, before)
  tx.update('shipments', id, { number, ...shipmentColumns(shipment), ...plan })
  keepAll(tx, id, shipment)
}

function keepAll(tx: WriteTx, id: Id, { lines, parcels, legs, customs }: ShipmentInput): Id[] {
  const lineIds = keepShipmentLines(tx, livingShipment(tx, id), lines)
  const parcelIds = parcels ? keepParcels(tx, id, parcels, lineIds) : []
  if (!parcels) refuseOverfull(tx, id)
  if (legs) keepLegs(tx, id, legs)
  if (customs) keepCustoms(tx, id, customs)
  planByLegs(tx, id)
  postShipmentCosts(tx, [id])
  settleShipments(tx, [id])
  return parcelIds
}

/** Makes its parcels those of the list; gives their ids in that order. */
export function setParcels(tx: WriteTx, id: Id, parcels: readonly ParcelInput[]): Id[] {
  shipmentFor(tx, 'edit', id)
  const ids = keepParcels(tx, id, parcels)
  settleShipments(tx, [id])
  return ids
}

export function setLegs(tx: WriteTx, id: Id, legs: readonly LegInput[]): void {
  shipmentFor(tx, 'edit', id)
  keepLegs(tx, id, legs)
  planByLegs(tx, id)
  settleShipments(tx, [id])
}

export function setCustoms(tx: WriteTx, id: Id, customs: readonly CustomsEntryInput[]): void {
  shipmentFor(tx, 'edit', id)
  keepCustoms(tx, id, customs)
}

export type LegDays = { legId: Id; departedOn: Day | null; arrivedOn: Day | null }

/** The real days of one leg; the plan stays what it was. */
export function setLegDays(tx: WriteTx, { legId, departedOn, arrivedOn }: LegDays): void {
  const leg = tx.get<{ shipmentId: Id }>('SELECT shipment_id AS shipmentId FROM live_shipment_legs WHERE id = ?', legId)
  if (!leg) throw new AppError('shipments/row-not-found', { field: 'legs' })
  shipmentFor(tx, 'edit', leg.shipmentId)
  const days = { departedOn, arrivedOn, plannedDepartureOn: null, plannedArrivalOn: null }
  refuseImpossible(days, '', bookToday(tx, tx.now))
  tx.update('shipment_legs', legId, { departed_on: departedOn, arrived_on: arrivedOn })
  settleShipments(tx, [leg.shipmentId])
}

/** All of the shipments or none. */
export function packShipments(tx: WriteTx, ids: readonly Id[], on?: Day): void {
  const day = on ?? bookToday(tx, tx.now)
  for (const id of ids) {
    const { number, line_count, piece_count } = shipmentFor(tx, 'pack', id)
    if (line_count === 0 && piece_count === 0) throw new AppError('shipments/nothing-in-it', { number })
    tx.update('shipments', id, { status: 'packed', packed_on: day })
  }
  settleShipments(tx, ids)
}

export function unpackShipments(tx: WriteTx, ids: readonly Id[]): void {
  for (const id of ids) {
    shipmentFor(tx, 'unpack', id)
    tx.update('shipments', id, { status: 'draft', packed_on: null })
  }
  settleShipments(tx, ids)
}

/** Only what nothing moved with; what it held is free again. */
export function cancelShipments(tx: WriteTx, ids: readonly Id[]): void {
  for (const id of ids) {
    shipmentFor(tx, 'cancel', id)
    tx.update('shipments', id, { status: 'cancelled', packed_on: null, sent_on: null })
  }
  postShipmentCosts(tx, ids)
  settleShipments(tx, ids)
}

/** Cancelled by mistake: a draft again, as far as its goods are still free. */
export function reopenShipments(tx: WriteTx, ids: readonly Id[]): void {
  for (const id of ids) {
    shipmentFor(tx, 'reopen', id)
    tx.update('shipments', id, { status: 'draft' })
    refuseTooMuch(tx, livingShipment(tx, id))
  }
  postShipmentCosts(tx, ids)
  settleShipments(tx, ids)
}

/** All of the shipments or none. What is still on its way stays where it is seen. */
export function setShipmentsArchived(tx: WriteTx, ids: readonly Id[], archived: boolean): void {
  for (const id of ids) {
    const { number, status, is_open } = livingShipment(tx, id)
    if (archived && (is_open === 1 || status === 'draft' || status === 'packed'))
      throw new AppError('shipments/still-open', { number })
    tx.update('shipments', id, { archived: archived ? 1 : 0 })
  }
}

/** A transfer goes from one own place to another. */
function refuseWays({ kind, warehouseId, toWarehouseId }: ShipmentInput): void {
  if (kind !== 'transfer' && toWarehouseId !== null)
    throw new AppError('shipments/only-transfers', { field: 'toWarehouseId' })
  if (kind !== 'transfer' || toWarehouseId === null || toWarehouseId !== warehouseId) return
  throw new AppError('shipments/same-place', { field: 'toWarehouseId' })
}

/** What goods moved by, and between which places, is written down in stock. */
function refuseOtherAfterMove(tx: WriteTx, shipment: ShipmentInput, before: ShipmentsTable): void {
  const others: [field: string, isOther: boolean][] = [
    ['kind', shipment.kind !== before.kind],
    ['warehouseId', shipment.warehouseId !== before.warehouse_id],
    ['toWarehouseId', shipment.toWarehouseId !== before.to_warehouse_id],
  ]
  const field = others.find(([, isOther]) => isOther)?.[0]
  if (field === undefined || before.is_history === 1 || !hasMoved(tx, before.id)) return
  // A light shipment may learn later where its goods left from.
  if (field === 'warehouseId' && before.warehouse_id === null) return
  throw new AppError('shipments/fixed-by-move', { number: before.number, field })
}

/** What is newly named must be there; what the shipment names already may have gone since. */
function refuseUnknown(tx: WriteTx, shipment: ShipmentInput, before: ShipmentsTable | null): void {
  const parties: [field: string, now: Id | null, was: Param][] = [
    ['partyId', shipment.partyId, before?.party_id ?? null],
    ['carrierId', shipment.carrierId, before?.carrier_id ?? null],
  ]
  for (const [field, now, was] of parties) {
    if (now !== null && now !== was && !tx.get('SELECT 1 FROM live_parties WHERE id = ?', now))
      throw new AppError('parties/not-found', { field })
  }
  const places: [field: string, now: Id | null, was: Param][] = [
    ['warehouseId', shipment.warehouseId, before?.warehouse_id ?? null],
    ['toWarehouseId', shipment.toWarehouseId, before?.to_warehouse_id ?? null],
  ]
  for (const [field, now, was] of places) {
    if (now === null || now === was) continue
    const sql = 'SELECT 1 FROM live_warehouses WHERE id = ? AND archived = 0'
    if (now === transitWarehouse || !tx.get(sql, now)) throw new AppError('warehouses/not-found', { field })
  }
  refuseUnknownService(tx, shipment, before)
  const { followsId } = shipment
  if (followsId === null || followsId === before?.follows_id) return
  if (followsId === before?.id || !tx.get('SELECT 1 FROM live_shipments WHERE id = ?', followsId))
    throw new AppError('shipments/not-found', { field: 'followsId' })
}

/** A service belongs to its carrier. */
function refuseUnknownService(
  tx: WriteTx,
  { serviceId, carrierId }: ShipmentInput,
  before: ShipmentsTable | null,
): void {
  if (serviceId === null || (serviceId === before?.service_id && carrierId === before.carrier_id)) return
  const service = tx.get<{ carrierId: Id }>(
    'SELECT carrier_id AS carrierId FROM live_carrier_services WHERE id = ?',
    serviceId,
  )
  if (!service) throw new AppError('shipments/service-not-found', { field: 'serviceId' })
  if (service.carrierId !== carrierId) throw new AppError('shipments/service-of-other', { field: 'serviceId' })
}
