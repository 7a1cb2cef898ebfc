// One service whole: its zones with their places, its tables with rates and surcharges, and what they show by themselves.
import type { ReadDb } from '#main/db/database.ts'
import type { CarrierRatesTable, CarrierSurchargesTable, RateTablesTable } from '#main/db/tables.ts'
import type { PricedRate } from '#main/domain/carriers/freight-price.ts'
import { rateFaults } from '#main/domain/carriers/rate-faults.ts'
import { readRateGrid } from '#main/domain/carriers/read-rate-grid.ts'
import { bookToday } from '#main/services/book/book-today.ts'
import { carrierServiceRows } from '#main/services/carriers/service-list.ts'
import { livingService, tablesBeside } from '#main/services/carriers/service-rows.ts'
import type { Day } from '#shared/dates.ts'
import { AppError } from '#shared/errors.ts'
import type { Id } from '#shared/ids.ts'
import { minorText, minorToDecimal } from '#shared/money.ts'
import { ppmToPercent } from '#shared/percent.ts'
import type {
  CarrierService,
  CarrierZone,
  RateRow,
  RateTable,
  ReadRateGrid,
  SurchargeKind,
} from '#shared/schemas/carriers.ts'

/** The service, archived or not, or `carriers/service-not-found`. */
export function getCarrierService(db: ReadDb, id: Id): CarrierService {
  const { archived } = livingService(db, id)
  const [row] = carrierServiceRows(db, [id])
  if (!row) throw new AppError('carriers/service-not-found')
  return { ...row, archived: archived === 1, zones: zonesOf(db, id), tables: tablesOf(db, id) }
}

/** In their order, places by country and postal code. */
export function zonesOf(db: ReadDb, serviceId: Id): CarrierZone[] {
  const zones = db.all<{ id: Id; name: string }>(
    'SELECT id, name FROM live_carrier_zones WHERE service_id = ? ORDER BY position, id',
    serviceId,
  )
  const places = db.all<{ zoneId: Id; country: string; postalPrefix: string }>(
    `SELECT p.zone_id AS zoneId, p.country, p.postal_prefix AS postalPrefix
     FROM carrier_zones z INDEXED BY carrier_zones_by_service
     CROSS JOIN carrier_zone_places p INDEXED BY carrier_zone_places_by_zone ON p.zone_id = z.id
     WHERE z.service_id = ? AND z.deleted = 0 AND p.deleted = 0 ORDER BY p.country, p.postal_prefix, p.id`,
    serviceId,
  )
  const ofZone = Map.groupBy(places, ({ zoneId }) => zoneId)
  return zones.map((zone) => ({
    ...zone,
    places: (ofZone.get(zone.id) ?? []).map(({ country, postalPrefix }) => ({ country, postalPrefix })),
  }))
}

/** The newest first. */
function tablesOf(db: ReadDb, serviceId: Id): RateTable[] {
  const today = bookToday(db, db.now)
  const rows = db.all<RateTablesTable>(
    'SELECT * FROM live_rate_tables WHERE service_id = ? ORDER BY valid_from DESC, id DESC',
    serviceId,
  )
  return rows.map((row) => {
    const { id, name, currency, note, valid_from: validFrom, valid_to: validTo } = row
    const rates = ratesOf(db, id)
    return {
      ...{ id, name, currency, note, validFrom: validFrom as Day, validTo: validTo as Day | null },
      minimum: minorToDecimal(row.minimum_minor, currency),
      rates: rates.map((rate) => shownRate(rate, currency)),
      surcharges: surchargesOf(db, id).map((one) => shownSurcharge(one, currency)),
      state: validFrom > today ? 'coming' : validTo !== null && validTo < today ? 'ended' : 'valid',
      faults: rateFaults(rates.map(pricedRate)),
      overlaps: tablesBeside(db, { serviceId, validFrom, validTo }, id).map((other) => other.id),
    }
  })
}

function ratesOf(db: ReadDb, tableId: Id): CarrierRatesTable[] {
  const sql = 'SELECT * FROM live_carrier_rates WHERE table_id = ? ORDER BY over_grams, position, id'
  return db.all<CarrierRatesTable>(sql, tableId)
}

export function surchargesOf(db: ReadDb, tableId: Id): CarrierSurchargesTable[] {
  const sql = 'SELECT * FROM live_carrier_surcharges WHERE table_id = ? ORDER BY position, id'
  return db.all<CarrierSurchargesTable>(sql, tableId)
}

export function pricedRate(row: CarrierRatesTable): PricedRate {
  return {
    zoneId: row.zone_id,
    overGrams: row.over_grams,
    upToGrams: row.up_to_grams,
    baseMinor: row.base_minor,
    stepGrams: row.step_grams,
    stepMinor: row.step_minor,
    tonMinor: row.ton_minor,
    minimumTonsMilli: row.minimum_tons_milli,
  }
}

function shownRate(row: CarrierRatesTable, currency: string): RateRow {
  return {
    zoneId: row.zone_id,
    overGrams: row.over_grams,
    upToGrams: row.up_to_grams,
    base: minorToDecimal(row.base_minor, currency),
    stepGrams: row.step_grams,
    step: minorText(row.step_minor, currency),
    ton: minorText(row.ton_minor, currency),
    minimumTons: row.minimum_tons_milli === null ? null : row.minimum_tons_milli / 1000,
  }
}

function shownSurcharge(row: CarrierSurchargesTable, currency: string): RateTable['surcharges'][number] {
  return {
    ...{ id: row.id, kind: row.kind as SurchargeKind, name: row.name, percent: ppmToPercent(row.ppm) },
    perShipment: minorToDecimal(row.shipment_minor, currency),
    perPiece: minorToDecimal(row.piece_minor, currency),
    perKg: minorToDecimal(row.kg_minor, currency),
    ...{ zoneId: row.zone_id, onRequest: row.on_request === 1 },
    ...{ validFrom: row.valid_from as Day | null, validTo: row.valid_to as Day | null },
  }
}

/** What a pasted grid means for the zones of the service. */
export function readGridFor(db: ReadDb, asked: { serviceId: Id; text: string; currency: string }): ReadRateGrid {
  livingService(db, asked.serviceId)
  return readRateGrid(asked.text, { zones: zonesOf(db, asked.serviceId), currency: asked.currency })
}
