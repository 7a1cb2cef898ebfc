// What a seller does with services of carriers and forwarders, and with their zones.
import type { Param, ReadDb, WriteTx } from '#main/db/database.ts'
import { postalKey } from '#main/domain/carriers/postal-key.ts'
import { livingService, servicesWithCode } from '#main/services/carriers/service-rows.ts'
import { removeRateTable } from '#main/services/carriers/table-commands.ts'
import { keepRows } from '#main/services/records/keep-rows.ts'
import { AppError } from '#shared/errors.ts'
import type { Id } from '#shared/ids.ts'
import type { CarrierServiceInput, ZonesInput } from '#shared/schemas/carriers.ts'

/** Adds a service; `carriers/code-taken` where the carrier has one of this code. */
export function addService(tx: WriteTx, service: CarrierServiceInput): Id {
  refuseUnknownCarrier(tx, service.carrierId)
  refuseTakenCode(tx, service, null)
  return tx.insert('carrier_services', columnsOf(service))
}

export function editService(tx: WriteTx, id: Id, service: CarrierServiceInput): void {
  const before = livingService(tx, id)
  if (before.carrier_id !== service.carrierId) refuseUnknownCarrier(tx, service.carrierId)
  const isMoved = before.carrier_id !== service.carrierId || before.code !== service.code
  // What a merge made double stands in nobody's way until someone changes it.
  if (isMoved) refuseTakenCode(tx, service, id)
  tx.update('carrier_services', id, columnsOf(service))
}

/** All of them or none. */
export function setServicesArchived(tx: WriteTx, ids: readonly Id[], archived: boolean): void {
  for (const id of ids) {
    livingService(tx, id)
    tx.update('carrier_services', id, { archived: archived ? 1 : 0 })
  }
}

/** Takes them to the bin, all or none; `carriers/service-in-use` where a shipment goes by one. */
export function removeServices(tx: WriteTx, ids: readonly Id[]): void {
  for (const id of ids) {
    const { name } = livingService(tx, id)
    if (
      tx.get('SELECT 1 FROM shipments INDEXED BY shipments_by_service WHERE service_id = ? AND deleted = 0 LIMIT 1', id)
    )
      throw new AppError('carriers/service-in-use', { name })
    for (const table of idsOf(tx, 'SELECT id FROM live_rate_tables WHERE service_id = ?', id))
      removeRateTable(tx, table)
    for (const zone of idsOf(tx, 'SELECT id FROM live_carrier_zones WHERE service_id = ?', id)) dropZone(tx, zone)
    tx.update('carrier_services', id, { deleted: 1 })
  }
}

/**
 * Makes the zones of a service those of the list. `carriers/place-twice` where two name one place; `carriers/zone-has-rates`
 * where a zone that goes still has prices.
 */
export function saveZones(tx: WriteTx, { serviceId, zones }: ZonesInput): void {
  livingService(tx, serviceId)
  refuseDoubledPlaces(zones)
  const ids = keepRows(
    tx,
    {
      ...{ table: 'carrier_zones', owner: { column: 'service_id', id: serviceId }, field: 'zones' },
      missing: 'carriers/zone-not-found',
      onDrop(id) {
        refusePriced(tx, id)
        dropPlaces(tx, id)
      },
    },
    zones.map(({ id, name }, at) => ({ id: (id ?? undefined) as Id | undefined, columns: { name, position: at + 1 } })),
  )
  for (const [at, { places }] of zones.entries()) keepPlaces(tx, ids[at] ?? 0, places)
}

type Places = ZonesInput['zones'][number]['places']

function keyOf({ country, postalPrefix }: Places[number]): string {
  return `${country} ${postalKey(postalPrefix)}`
}

function refuseDoubledPlaces(zones: ZonesInput['zones']): void {
  const seen = new Map<string, string>()
  for (const [at, { name, places }] of zones.entries()) {
    for (const place of places) {
      const other = seen.get(keyOf(place))
      if (other !== undefined) {
        const told = `${place.country} ${place.postalPrefix}`.trim()
        throw new AppError('carriers/place-twice', { place: told, zone: name, other, field: `zones.${at}.places` })
      }
      seen.set(keyOf(place), name)
    }
  }
}

function keepPlaces(tx: WriteTx, zoneId: Id, places: Places): void {
  const sql =
    'SELECT id, country, postal_prefix AS postalPrefix FROM live_carrier_zone_places WHERE zone_id = ? ORDER BY id'
  const known = new Map(tx.all<Places[number] & { id: Id }>(sql, zoneId).map((row) => [keyOf(row), row]))
  const owner = { column: 'zone_id', id: zoneId }
  keepRows(
    tx,
    { table: 'carrier_zone_places', owner, field: 'zones', missing: 'carriers/zone-not-found' },
    places.map((place) => {
      // A postal code stays as it was written first.
      const { id, country, postalPrefix } = known.get(keyOf(place)) ?? { id: undefined, ...place }
      return { id, columns: { country, postal_prefix: postalPrefix } }
    }),
  )
}

function refusePriced(db: ReadDb, zoneId: Id): void {
  const zone = db.get<{ name: string }>('SELECT name FROM carrier_zones WHERE id = ?', zoneId)?.name ?? ''
  for (const table of ['carrier_rates', 'carrier_surcharges']) {
    const sql = `SELECT t.name, t.valid_from AS validFrom FROM ${table} r INDEXED BY ${table}_by_zone
      JOIN rate_tables t ON t.id = r.table_id WHERE r.zone_id = ? AND r.zone_id IS NOT NULL AND r.deleted = 0 LIMIT 1`
    const found = db.get<{ name: string; validFrom: string }>(sql, zoneId)
    if (found)
      throw new AppError('carriers/zone-has-rates', { zone, table: found.name || found.validFrom, field: 'zones' })
  }
}

function dropZone(tx: WriteTx, id: Id): void {
  dropPlaces(tx, id)
  tx.update('carrier_zones', id, { deleted: 1 })
}

function dropPlaces(tx: WriteTx, id: Id): void {
  const places = idsOf(tx, 'SELECT id FROM live_carrier_zone_places WHERE zone_id = ?', id)
  for (const place of places) tx.update('carrier_zone_places', place, { deleted: 1 })
}

function idsOf(db: ReadDb, sql: string, id: Id): Id[] {
  return db.raw(sql, id).map(([found]) => found as Id)
}

function refuseUnknownCarrier(db: ReadDb, id: Id): void {
  const sql = 'SELECT is_carrier OR is_forwarder AS carries FROM live_parties WHERE id = ?'
  const party = db.get<{ carries: number }>(sql, id)
  if (!party) throw new AppError('parties/not-found', { field: 'carrierId' })
  if (party.carries === 0) throw new AppError('carriers/no-carrier', { field: 'carrierId' })
}

function refuseTakenCode(db: ReadDb, { carrierId, code }: CarrierServiceInput, own: Id | null): void {
  if (servicesWithCode(db, carrierId, code).some((id) => id !== own))
    throw new AppError('carriers/code-taken', { code, field: 'code' })
}

function columnsOf(service: CarrierServiceInput): Record<string, Param> {
  return {
    carrier_id: service.carrierId,
    code: service.code,
    name: service.name,
    mode: service.mode,
    weighs_by: service.weighsBy,
    divisor: service.divisor,
    round_up_grams: service.roundUpGrams,
    rounds_sides: service.roundsSides ? 1 : 0,
    max_piece_grams: service.maxPieceGrams,
    max_side_mm: service.maxSideMm,
    days_min: service.daysMin,
    days_max: service.daysMax,
    storage_days: service.storageDays,
    note: service.note,
  }
}
