// The rates of services as a file: a row for each price, as an import reads it again. Weights in kilograms.
import type { ReadDb } from '#main/db/database.ts'
import type { ExportRow } from '#main/services/exports/export-source.ts'
import { fromUnits, trimZeros } from '#shared/decimal.ts'
import type { Id } from '#shared/ids.ts'
import { minorText } from '#shared/money.ts'

type Row = {
  carrier: string
  carrierZh: string
  service: string
  code: string
  zone: string
  countries: string
  overGrams: number
  upToGrams: number | null
  stepGrams: number | null
  baseMinor: number
  stepMinor: number | null
  tonMinor: number | null
  tonsMilli: number | null
  currency: string
  validFrom: string
  validTo: string | null
}

/** By service in the order of `ids`, its tables from the oldest. Places with a postal code are written `GB-BT`. */
export function rateExportRows(db: ReadDb, ids: readonly Id[]): ExportRow[] {
  const rows = db.all<Row>(
    `SELECT p.name AS carrier, p.name_zh AS carrierZh, s.name AS service, s.code, coalesce(z.name, '') AS zone,
       coalesce((SELECT group_concat(c.country || iif(c.postal_prefix = '', '', '-' || c.postal_prefix), ' ' ORDER BY c.country,
         c.postal_prefix) FROM carrier_zone_places c INDEXED BY carrier_zone_places_by_zone
         WHERE c.zone_id = z.id AND c.deleted = 0), '') AS countries,
       r.over_grams AS overGrams, r.up_to_grams AS upToGrams, r.step_grams AS stepGrams, r.base_minor AS baseMinor,
       r.step_minor AS stepMinor, r.ton_minor AS tonMinor, r.minimum_tons_milli AS tonsMilli, t.currency,
       t.valid_from AS validFrom, t.valid_to AS validTo
     FROM json_each(?) j CROSS JOIN carrier_services s ON s.id = j.value
     CROSS JOIN rate_tables t INDEXED BY rate_tables_by_service ON t.service_id = s.id
     CROSS JOIN carrier_rates r INDEXED BY carrier_rates_by_table ON r.table_id = t.id
     JOIN parties p ON p.id = s.carrier_id LEFT JOIN carrier_zones z ON z.id = r.zone_id
     WHERE t.deleted = 0 AND r.deleted = 0 ORDER BY j.key, t.valid_from, t.id, z.position, r.over_grams, r.id`,
    JSON.stringify(ids),
  )
  return rows.map((row) => ({
    ...{ carrier: row.carrier, service: row.service, code: row.code, zone: row.zone, countries: row.countries },
    ...{
      weightFrom: kilograms(row.overGrams),
      weightTo: kilograms(row.upToGrams),
      stepWeight: kilograms(row.stepGrams),
    },
    ...{ price: minorText(row.baseMinor, row.currency), stepPrice: minorText(row.stepMinor, row.currency) },
    ...{ tonPrice: minorText(row.tonMinor, row.currency), minimumTons: kilograms(row.tonsMilli) },
    ...{ currency: row.currency, validFrom: row.validFrom, validTo: row.validTo },
  }))
}

/** Thousandths as a plain number. */
function kilograms(grams: number | null): number | null {
  return grams === null ? null : Number(trimZeros(fromUnits(grams, 3)))
}
