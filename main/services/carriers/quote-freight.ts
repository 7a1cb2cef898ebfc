// What it would cost to send something: every service that can be chosen, side by side, with the reason where one cannot take it.
// Nothing is written. Prices by domain/carriers; in base currency by the rate of the day.
import type { ReadDb } from '#main/db/database.ts'
import type { CarrierRatesTable, RateTablesTable } from '#main/db/tables.ts'
import { type ChargedLoad, chargedLoad } from '#main/domain/carriers/charged-load.ts'
import { findZone } from '#main/domain/carriers/find-zone.ts'
import { type FreightPrice, freightPrice, type PricedSurcharge } from '#main/domain/carriers/freight-price.ts'
import { rateFaults } from '#main/domain/carriers/rate-faults.ts'
import { minorConverter } from '#main/domain/rates/conversion.ts'
import { baseCurrency } from '#main/services/book/book-queries.ts'
import { bookToday } from '#main/services/book/book-today.ts'
import { type DaysFinder, daysFinder } from '#main/services/carriers/quoted-days.ts'
import { carrierServiceChoices } from '#main/services/carriers/service-list.ts'
import { pricedRate, surchargesOf } from '#main/services/carriers/service-queries.ts'
import { type RateFinder, rateFinder } from '#main/services/rates/rate-finder.ts'
import type { Day } from '#shared/dates.ts'
import { Decimal, roundDecimal } from '#shared/decimal.ts'
import type { Id } from '#shared/ids.ts'
import { minorText, minorToDecimal } from '#shared/money.ts'
import type { CarrierServiceRow, SurchargeKind } from '#shared/schemas/carriers.ts'
import type {
  FreightQuote,
  QuotedPrice,
  QuotedService,
  QuotedWeight,
  QuoteInput,
  QuoteNotice,
  QuoteRefusal,
} from '#shared/schemas/freight-quotes.ts'

export type Quoted = Omit<QuoteInput, 'on'> & { on?: Day | undefined }

/** One service's answer with its money in minor units, for whoever writes it down. */
export type PricedService = { shown: QuotedService; totalMinor: number | null; currency: string | null }

type Frame = Quoted & {
  db: ReadDb
  on: Day
  base: string
  findRate: RateFinder
  daysOf: DaysFinder
}

export function quoteFreight(db: ReadDb, asked: Quoted): FreightQuote {
  const frame = frameOf(db, asked)
  const rows = carrierServiceChoices(db, null).map((service) => pricedIn(frame, service).shown)
  return {
    on: frame.on,
    baseCurrency: frame.base,
    country: asked.country,
    postalCode: asked.postalCode,
    pieces: asked.pieces.reduce((sum, { pieces }) => sum + pieces, 0),
    rows: rows.toSorted(asked.sort === 'days' ? byDays : byPrice),
  }
}

export function priceService(db: ReadDb, service: CarrierServiceRow, asked: Quoted): PricedService {
  return pricedIn(frameOf(db, asked), service)
}

function frameOf(db: ReadDb, asked: Quoted): Frame {
  const on = asked.on ?? bookToday(db, db.now)
  return {
    ...asked,
    ...{
      db,
      on,
      base: baseCurrency(db),
      findRate: rateFinder(db),
      daysOf: daysFinder(db, { fromCountry: asked.fromCountry || ownCountry(db), country: asked.country, on }),
    },
  }
}

/** Where goods leave from, unless somebody says otherwise. */
function ownCountry(db: ReadDb): string {
  return db.get<{ country: string }>('SELECT country FROM books WHERE id = 1')?.country ?? ''
}

function pricedIn(frame: Frame, service: CarrierServiceRow): PricedService {
  const load = chargedLoad(frame.pieces, service)
  const found = 'refusal' in load ? load : tableAndPrice(frame, service, load)
  const price = 'refusal' in found ? null : found.price
  const shown: QuotedService = {
    ...{ serviceId: service.id, service: service.name, code: service.code, mode: service.mode },
    ...{ carrierId: service.carrierId, carrier: service.carrier, carrierZh: service.carrierZh },
    refusal: 'refusal' in found ? found.refusal : null,
    notices: 'refusal' in found ? [] : found.notices,
    weight: 'refusal' in load ? null : shownWeight(load, price?.rule.tons ?? null),
    price,
    days: frame.daysOf(service),
  }
  return {
    shown,
    totalMinor: 'refusal' in found ? null : found.totalMinor,
    currency: price?.currency ?? null,
  }
}

/** `chargedTons`: those that the rate charges, of a load that fills fewer. */
function shownWeight(load: ChargedLoad, chargedTons: string | null): QuotedWeight {
  const { chargedGrams, grossGrams, volumetricGrams, volume, tons } = load
  const isLeast = tons !== null && chargedTons !== null && new Decimal(chargedTons).gt(tons)
  return {
    ...{ chargeableGrams: tons === null ? chargedGrams : null, grossGrams, by: isLeast ? 'least' : load.by },
    volumetricGrams: tons === null ? volumetricGrams : null,
    volume: volume === null ? null : roundDecimal(volume, 3),
  }
}

type Priced = { price: QuotedPrice; totalMinor: number; notices: QuoteNotice[] }

function tableAndPrice(
  frame: Frame,
  service: CarrierServiceRow,
  load: ChargedLoad,
): Priced | { refusal: QuoteRefusal } {
  const [table, ...others] = tablesOn(frame, service.id)
  if (!table) return { refusal: 'no_table' }
  const zone = zoneFor(frame, service.id)
  const rates = ratesFor(frame.db, table.id, zone.zoneId)
  const priced = {
    minimumMinor: table.minimum_minor,
    rates: rates.map(pricedRate),
    surcharges: surchargesOf(frame.db, table.id).map(
      (row): PricedSurcharge => ({
        ...{ kind: row.kind as SurchargeKind, name: row.name, ppm: row.ppm, zoneId: row.zone_id },
        ...{ shipmentMinor: row.shipment_minor, pieceMinor: row.piece_minor, kgMinor: row.kg_minor },
        ...{ onRequest: row.on_request === 1, validFrom: row.valid_from, validTo: row.valid_to },
      }),
    ),
  }
  const { on, requests } = frame
  const price = freightPrice(load, priced, { zoneId: zone.zoneId, on, requests })
  if (!price) return { refusal: refusalOf(rates, service, zone) }
  const notices: QuoteNotice[] = [
    ...(zone.isDoubled ? (['zone_overlap'] as const) : []),
    ...(zone.needsPostalCode ? (['postal_code'] as const) : []),
    ...(others.length > 0 ? (['tables_overlap'] as const) : []),
    ...(rateFaults(priced.rates).some(({ kind }) => kind === 'cheaper') ? (['cheaper'] as const) : []),
  ]
  return { price: shownPrice(frame, { table, zone, price }), totalMinor: price.totalMinor, notices }
}

/** Without a zone and without prices for everywhere it is the place that is missing, else the weight. */
function refusalOf(rates: readonly CarrierRatesTable[], service: CarrierServiceRow, zone: Zone): QuoteRefusal {
  if (zone.zoneId !== null || service.zoneCount === 0 || rates.length > 0) return 'no_rate'
  return zone.needsPostalCode ? 'postal_code' : 'no_zone'
}

/** Those that hold on the day, the one that counts first: the newest. */
function tablesOn({ db, on }: Frame, serviceId: Id): RateTablesTable[] {
  return db.all<RateTablesTable>(
    `SELECT * FROM rate_tables INDEXED BY rate_tables_by_service
     WHERE service_id = ? AND valid_from <= ? AND (valid_to IS NULL OR valid_to >= ?) AND deleted = 0 AND archived = 0
     ORDER BY valid_from DESC, id DESC`,
    serviceId,
    on,
    on,
  )
}

type Zone = ReturnType<typeof findZone> & { name: string }

function zoneFor({ db, country, postalCode }: Frame, serviceId: Id): Zone {
  const rows = db.all<{ id: Id; name: string; postalPrefix: string }>(
    `SELECT z.id, z.name, p.postal_prefix AS postalPrefix FROM carrier_zones z INDEXED BY carrier_zones_by_service
     CROSS JOIN carrier_zone_places p INDEXED BY carrier_zone_places_by_zone ON p.zone_id = z.id
     WHERE z.service_id = ? AND z.deleted = 0 AND p.deleted = 0 AND p.country = ? ORDER BY z.position, z.id, p.id`,
    serviceId,
    country,
  )
  const zones = rows.map(({ id, postalPrefix }) => ({ id, places: [{ country, postalPrefix }] }))
  const found = findZone(zones, { country, postalCode })
  return { ...found, name: rows.find(({ id }) => id === found.zoneId)?.name ?? '' }
}

function ratesFor(db: ReadDb, tableId: Id, zoneId: Id | null): CarrierRatesTable[] {
  return db.all<CarrierRatesTable>(
    `SELECT * FROM carrier_rates INDEXED BY carrier_rates_by_table
     WHERE table_id = ? AND (zone_id IS NULL OR zone_id = ?) AND deleted = 0 ORDER BY over_grams, position, id`,
    tableId,
    zoneId ?? 0,
  )
}

type Found = { table: RateTablesTable; zone: Zone; price: FreightPrice }

function shownPrice(frame: Frame, { table, zone, price }: Found): QuotedPrice {
  const { currency } = table
  const money = (minor: number) => minorToDecimal(minor, currency)
  const found = frame.findRate(currency, frame.base, frame.on)
  const isKnown = found.status === 'ok'
  const { rate, steps, tons, parts, isMinimum, totalMinor } = price
  return {
    ...{ tableId: table.id, table: table.name, validTo: table.valid_to, currency, isMinimum },
    ...{ zoneId: zone.zoneId, zone: zone.name },
    parts: parts.map(({ kind, name, minor }) => ({ kind, name, amount: money(minor) })),
    total: money(totalMinor),
    base: isKnown ? minorToDecimal(minorConverter(currency, frame.base, found.by)(totalMinor), frame.base) : null,
    rate: isKnown ? found.rate : null,
    rateOn: isKnown ? found.rateOn : null,
    rule: {
      ...{ overGrams: rate.overGrams, upToGrams: rate.upToGrams, base: money(rate.baseMinor) },
      ...{ stepGrams: rate.stepGrams, step: minorText(rate.stepMinor, currency), steps },
      ...{ ton: minorText(rate.tonMinor, currency), tons, minimum: money(table.minimum_minor) },
    },
  }
}

/** What is known in base first, the cheapest first; then what has a price at all; then what has none. */
function byPrice(one: QuotedService, other: QuotedService): number {
  return rank(one) - rank(other) || Number(one.price?.base ?? 0) - Number(other.price?.base ?? 0) || byName(one, other)
}

function byDays(one: QuotedService, other: QuotedService): number {
  const isPriced = Number(one.price === null) - Number(other.price === null)
  return isPriced || daysIn(one) - daysIn(other) || byPrice(one, other)
}

function rank({ price }: QuotedService): number {
  if (price === null) return 2
  return price.base === null ? 1 : 0
}

function daysIn({ days }: QuotedService): number {
  return days.p80 ?? days.p50 ?? Number.MAX_SAFE_INTEGER
}

function byName(one: QuotedService, other: QuotedService): number {
  return one.carrier < other.carrier ? -1 : one.carrier > other.carrier ? 1 : one.serviceId - other.serviceId
}
