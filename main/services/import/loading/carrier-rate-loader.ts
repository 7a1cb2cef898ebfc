// What carriers charge, from a file: one row is one price. Services, zones and tables that the book does not know are made; a
// table that is still open ends the day before a newer one of the file begins. The carrier must be known, or is made with the rest.
import { readPlaceWords } from '#main/domain/carriers/place-words.ts'
import { servicesWithCode, tablesBeside } from '#main/services/carriers/service-rows.ts'
import { applyColumns, type Columns, withDefaults } from '#main/services/import/loading/apply-columns.ts'
import {
  type LoadContext,
  type Loader,
  merged,
  moneyOf,
  numberOf,
  type Outcome,
  problem,
  type Refused,
  type TypedRow,
  textOf,
} from '#main/services/import/loading/loader.ts'
import { partyFor } from '#main/services/import/loading/party-loader.ts'
import { milliIn } from '#main/services/import/loading/purchase-line-money.ts'
import { addDays, type Day } from '#shared/dates.ts'
import type { Id } from '#shared/ids.ts'
import { minorFromDecimal } from '#shared/money.ts'

export function carrierRateLoader(context: LoadContext): Loader {
  return {
    // Services, zones and tables are made before a price may be refused.
    writesAhead: true,
    take: (row) => takeRate(context, row),
  }
}

function takeRate(context: LoadContext, row: TypedRow): Outcome {
  const price = priceOf(context, row)
  if ('problems' in price) return price
  const serviceId = serviceFor(context, row, price.isByTons)
  if (typeof serviceId === 'object') return serviceId
  const zone = zoneFor(context, serviceId, row)
  if ('problems' in zone) return zone
  const table = tableFor(context, { serviceId, row, currency: price.currency })
  if ('problems' in table) return table
  const kept = keepRate(context, { tableId: table.id, zoneId: zone.id, row }, price.columns)
  return typeof kept === 'object' ? kept : merged(kept, zone.outcome, table.outcome)
}

type Priced = { columns: Columns; currency: string; isByTons: boolean }

function priceOf(context: LoadContext, row: TypedRow): Priced | Refused {
  const money = {
    price: moneyOf(row, 'price'),
    stepPrice: moneyOf(row, 'stepPrice'),
    tonPrice: moneyOf(row, 'tonPrice'),
  }
  if (!money.price && !money.tonPrice) return problem('price', '', 'required')
  const below = Object.entries(money).find(([, cell]) => cell?.amount.startsWith('-'))
  if (below) return problem(below[0], below[1]?.amount ?? '', 'not-negative')
  const currency = (money.price ?? money.tonPrice)?.currency ?? textOf(row, 'currency') ?? context.currency
  const stepGrams = numberOf(row, 'stepWeight')
  if ((stepGrams === undefined) !== (money.stepPrice === undefined))
    return problem(stepGrams === undefined ? 'stepWeight' : 'stepPrice', '', 'required')
  const tons = milliIn(row, 'minimumTons')
  if (tons !== null && typeof tons === 'object') return tons
  const minor = (cell: { amount: string } | undefined) => cell && minorFromDecimal(cell.amount, currency)
  return {
    currency,
    isByTons: money.tonPrice !== undefined,
    columns: {
      base_minor: minor(money.price) ?? 0,
      ...(money.stepPrice && { step_grams: stepGrams, step_minor: minor(money.stepPrice) }),
      ...(money.tonPrice && { ton_minor: minor(money.tonPrice), minimum_tons_milli: tons ?? undefined }),
    },
  }
}

function serviceFor(context: LoadContext, row: TypedRow, isByTons: boolean): Id | Refused {
  const { tx } = context
  const [carrier, code = ''] = [textOf(row, 'carrier'), textOf(row, 'serviceCode')]
  const name = textOf(row, 'service') ?? code
  if (!carrier) return problem('carrier', '', 'required')
  if (name === '') return problem('service', '', 'required')
  const carrierId = partyFor(context, 'carrier', carrier)
  if (carrierId === null) return problem('carrier', carrier, 'known-carrier')
  const byName = `SELECT id FROM carrier_services INDEXED BY carrier_services_by_carrier
    WHERE carrier_id = ? AND name = ? COLLATE NOCASE AND deleted = 0 ORDER BY id LIMIT 1`
  const known = servicesWithCode(tx, carrierId, code)[0] ?? tx.get<{ id: Id }>(byName, carrierId, name)?.id
  if (known !== undefined) return known
  const weighs_by = isByTons ? 'revenue_ton' : 'shipment'
  return tx.insert('carrier_services', { carrier_id: carrierId, code, name, weighs_by })
}

type Found = { id: Id | null; outcome: 'changed' | 'unchanged' }

/** By its name; without one, by the countries that it holds. Countries that it does not hold yet come to it. */
function zoneFor({ tx }: LoadContext, serviceId: Id, row: TypedRow): Found | Refused {
  const countries = textOf(row, 'countries') ?? ''
  const { places, unknown } = readPlaceWords(countries)
  if (unknown.length > 0) return problem('countries', unknown.join(' '), 'country')
  const name = textOf(row, 'zone') ?? countries.slice(0, 60)
  if (name === '') return { id: null, outcome: 'unchanged' }
  const sql = `SELECT id FROM carrier_zones INDEXED BY carrier_zones_by_service
    WHERE service_id = ? AND name = ? COLLATE NOCASE AND deleted = 0 ORDER BY id LIMIT 1`
  const known = tx.get<{ id: Id }>(sql, serviceId, name)?.id
  const id = known ?? tx.insert('carrier_zones', { service_id: serviceId, name, position: nextPosition(tx, serviceId) })
  let outcome: Found['outcome'] = known === undefined ? 'changed' : 'unchanged'
  for (const { country, postalPrefix } of places) {
    const place = 'zone_id = ? AND country = ? AND postal_prefix = ?'
    const held = tx.get(`SELECT 1 FROM live_carrier_zone_places WHERE ${place}`, id, country, postalPrefix)
    if (held) continue
    tx.insert('carrier_zone_places', { zone_id: id, country, postal_prefix: postalPrefix })
    outcome = 'changed'
  }
  return { id, outcome }
}

function nextPosition(tx: LoadContext['tx'], serviceId: Id): number {
  const sql = 'SELECT coalesce(max(position), 0) + 1 AS n FROM live_carrier_zones WHERE service_id = ?'
  return tx.get<{ n: number }>(sql, serviceId)?.n ?? 1
}

type Wanted = { serviceId: Id; row: TypedRow; currency: string }

function tableFor(
  { tx, today }: LoadContext,
  { serviceId, row, currency }: Wanted,
): { id: Id; outcome: Found['outcome'] } | Refused {
  const validFrom = (textOf(row, 'validFrom') ?? today) as Day
  const validTo = (textOf(row, 'validTo') as Day | undefined) ?? null
  if (validTo !== null && validTo < validFrom) return problem('validTo', validTo, 'day-after-start')
  const beside = tablesBeside(tx, { serviceId, validFrom, validTo }, null)
  const same = beside.find((table) => table.valid_from === validFrom && table.currency === currency)
  if (same) {
    const ends = validTo === null ? undefined : validTo
    return { id: same.id, outcome: applyColumns(tx, 'rate_tables', same.id, { valid_to: ends }) }
  }
  for (const { id, valid_from, valid_to } of beside) {
    if (valid_to !== null || valid_from >= validFrom) return problem('validFrom', validFrom, 'free-rate-days')
    tx.update('rate_tables', id, { valid_to: addDays(validFrom, -1) })
  }
  const id = tx.insert('rate_tables', { service_id: serviceId, currency, valid_from: validFrom, valid_to: validTo })
  return { id, outcome: 'changed' }
}

type Place = { tableId: Id; zoneId: Id | null; row: TypedRow }

type Kept = 'new' | 'changed' | 'unchanged' | Refused

/** A row that only tells up to which weight it holds begins where the one below it ends. */
function keepRate({ tx }: LoadContext, { tableId, zoneId, row }: Place, columns: Columns): Kept {
  const upTo = numberOf(row, 'weightTo') ?? null
  const own = 'table_id = ? AND zone_id IS ? AND deleted = 0'
  const before = `SELECT max(up_to_grams) AS grams FROM carrier_rates INDEXED BY carrier_rates_by_table
    WHERE ${own} AND up_to_grams < coalesce(?, 9e15)`
  const over =
    numberOf(row, 'weightFrom') ?? tx.get<{ grams: number | null }>(before, tableId, zoneId, upTo)?.grams ?? 0
  if (upTo !== null && upTo <= over) return problem('weightTo', String(upTo / 1000), 'weight-above-start')
  const sql = `SELECT id FROM carrier_rates INDEXED BY carrier_rates_by_table
    WHERE ${own} AND over_grams = ? ORDER BY id LIMIT 1`
  const known = tx.get<{ id: Id }>(sql, tableId, zoneId, over)
  if (known) return applyColumns(tx, 'carrier_rates', known.id, { up_to_grams: upTo ?? undefined, ...columns })
  tx.insert(
    'carrier_rates',
    withDefaults({ table_id: tableId, zone_id: zoneId, over_grams: over, up_to_grams: upTo }, columns),
  )
  return 'new'
}
