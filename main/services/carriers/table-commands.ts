// Rate tables of a service with their rates and surcharges. New prices are a new table from their day on; a table is changed to
// put it right.
import type { Param, ReadDb, WriteTx } from '#main/db/database.ts'
import { livingService, livingTable, tablesBeside } from '#main/services/carriers/service-rows.ts'
import { keepRows, type RowsOf } from '#main/services/records/keep-rows.ts'
import { addDays, asDay } from '#shared/dates.ts'
import { AppError, atField } from '#shared/errors.ts'
import type { Id } from '#shared/ids.ts'
import { typedMinor } from '#shared/money.ts'
import { percentToPpm } from '#shared/percent.ts'
import type { RateTableInput } from '#shared/schemas/carriers.ts'

type NewTable = { serviceId: Id; table: RateTableInput; endsPrevious?: boolean }

/** Adds a table; `carriers/tables-overlap` where another of the service holds on one of its days. */
export function addRateTable(tx: WriteTx, { serviceId, table, endsPrevious = false }: NewTable): Id {
  livingService(tx, serviceId)
  if (endsPrevious) endBefore(tx, serviceId, table)
  refuseOverlap(tx, { serviceId, ...table }, null)
  const id = tx.insert('rate_tables', { service_id: serviceId, ...columnsOf(table) })
  keepRates(tx, { id, serviceId, table })
  keepSurcharges(tx, { id, serviceId, table })
  return id
}

export function editRateTable(tx: WriteTx, id: Id, table: RateTableInput): void {
  const before = livingTable(tx, id)
  const serviceId = before.service_id
  const isMoved = before.valid_from !== table.validFrom || before.valid_to !== table.validTo
  if (isMoved) refuseOverlap(tx, { serviceId, ...table }, id)
  tx.update('rate_tables', id, columnsOf(table))
  keepRates(tx, { id, serviceId, table })
  keepSurcharges(tx, { id, serviceId, table })
}

export function removeRateTable(tx: WriteTx, id: Id): void {
  livingTable(tx, id)
  for (const child of ['carrier_rates', 'carrier_surcharges']) {
    for (const [row] of tx.raw(`SELECT id FROM live_${child} WHERE table_id = ?`, id)) {
      tx.update(child, row as Id, { deleted: 1 })
    }
  }
  tx.update('rate_tables', id, { deleted: 1 })
}

/** Tables that began before and are still open end the day before the new one begins. */
function endBefore(tx: WriteTx, serviceId: Id, { validFrom, validTo }: RateTableInput): void {
  for (const { id, valid_from, valid_to } of tablesBeside(tx, { serviceId, validFrom, validTo }, null)) {
    if (valid_to === null && valid_from < validFrom)
      tx.update('rate_tables', id, { valid_to: addDays(asDay(validFrom), -1) })
  }
}

type Days = Pick<RateTableInput, 'validFrom' | 'validTo'> & { serviceId: Id }

function refuseOverlap(db: ReadDb, days: Days, own: Id | null): void {
  const [other] = tablesBeside(db, days, own)
  if (!other) return
  const { name, valid_from: from, valid_to: to } = other
  throw new AppError('carriers/tables-overlap', { name: name || from, from, to, field: 'table.validFrom' })
}

function columnsOf({ name, currency, validFrom, validTo, minimum, note }: RateTableInput): Record<string, Param> {
  return {
    ...{ name, currency, valid_from: validFrom, valid_to: validTo, note },
    minimum_minor: atField('table.minimum', () => typedMinor(minimum, currency)),
  }
}

type Kept = { id: Id; serviceId: Id; table: RateTableInput }
type Row = Record<string, Param>

/** Rows of one zone and weight keep their row, so that history tells which prices changed. */
function keepRates(tx: WriteTx, { id, serviceId, table }: Kept): void {
  const zones = zonesOf(tx, serviceId)
  const wanted = table.rates.map((rate, at): Row => {
    refuseStrange(zones, rate.zoneId, `table.rates.${at}`)
    const minor = (text: string | null, name: string) =>
      text === null ? null : atField(`table.rates.${at}.${name}`, () => typedMinor(text, table.currency))
    return {
      zone_id: rate.zoneId,
      over_grams: rate.overGrams,
      up_to_grams: rate.upToGrams,
      base_minor: minor(rate.base, 'base'),
      step_grams: rate.stepGrams,
      step_minor: minor(rate.step, 'step'),
      ton_minor: minor(rate.ton, 'ton'),
      minimum_tons_milli: rate.minimumTons === null ? null : Math.round(rate.minimumTons * 1000),
    }
  })
  const keyOf = ({ zone_id, over_grams, up_to_grams }: Row) => `${zone_id} ${over_grams} ${up_to_grams}`
  if (new Set(wanted.map(keyOf)).size < wanted.length)
    throw new AppError('carriers/rate-twice', { field: 'table.rates' })
  // Of rows that a merge made double the last stays.
  const known = tx.all<Row & { id: Id }>(
    'SELECT * FROM live_carrier_rates WHERE table_id = ? ORDER BY position, id',
    id,
  )
  const idOf = new Map(known.map((row) => [keyOf(row), row.id]))
  keepRows(
    tx,
    rowsOf('carrier_rates', id, 'table.rates'),
    wanted.map((row, at) => ({ id: idOf.get(keyOf(row)), columns: { ...row, position: at + 1 } })),
  )
}

function keepSurcharges(tx: WriteTx, { id, serviceId, table }: Kept): void {
  const zones = zonesOf(tx, serviceId)
  const known = new Set(
    tx.raw('SELECT id FROM live_carrier_surcharges WHERE table_id = ?', id).map(([row]) => row as Id),
  )
  const wanted = table.surcharges.map((one, at) => {
    refuseStrange(zones, one.zoneId, `table.surcharges.${at}`)
    const minor = (name: 'perShipment' | 'perPiece' | 'perKg') =>
      atField(`table.surcharges.${at}.${name}`, () => typedMinor(one[name], table.currency))
    const columns: Row = {
      ...{ position: at + 1, kind: one.kind, name: one.name, ppm: percentToPpm(one.percent), zone_id: one.zoneId },
      ...{ shipment_minor: minor('perShipment'), piece_minor: minor('perPiece'), kg_minor: minor('perKg') },
      ...{ on_request: one.onRequest ? 1 : 0, valid_from: one.validFrom, valid_to: one.validTo },
    }
    // One that was copied from another table, or went meanwhile, is a new one here.
    const isKnown = one.id != null && known.delete(one.id as Id)
    return { id: isKnown ? (one.id as Id) : undefined, columns }
  })
  keepRows(tx, rowsOf('carrier_surcharges', id, 'table.surcharges'), wanted)
}

function rowsOf(table: string, id: Id, field: string): RowsOf {
  return { table, owner: { column: 'table_id', id }, field, missing: 'carriers/table-not-found' }
}

function zonesOf(db: ReadDb, serviceId: Id): Set<Id> {
  const rows = db.raw('SELECT id FROM live_carrier_zones WHERE service_id = ?', serviceId)
  return new Set(rows.map(([id]) => id as Id))
}

function refuseStrange(zones: ReadonlySet<Id>, zoneId: number | null, field: string): void {
  if (zoneId !== null && !zones.has(zoneId as Id))
    throw new AppError('carriers/zone-not-found', { field: `${field}.zoneId` })
}
