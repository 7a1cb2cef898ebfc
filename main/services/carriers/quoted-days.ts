// How long a service takes, for a quote: measured on own shipments, else as the carrier tells it; and how often it was on time
// within the last year.
import type { ReadDb } from '#main/db/database.ts'
import { laneDays, measuredDays } from '#main/services/lanes/measured-days.ts'
import { performance } from '#main/services/lanes/performance.ts'
import { addDays, type Day } from '#shared/dates.ts'
import type { Id } from '#shared/ids.ts'
import type { CarrierServiceRow } from '#shared/schemas/carriers.ts'
import type { QuotedDays } from '#shared/schemas/freight-quotes.ts'

export type DaysFinder = (service: CarrierServiceRow) => QuotedDays

type Lane = { fromCountry: string; country: string; on: Day }

const daysOfYear = 365

export function daysFinder(db: ReadDb, { fromCountry, country, on }: Lane): DaysFinder {
  const lanes = laneDays(db)
  const onTime = onTimeRates(db, on)
  return ({ id, carrierId, mode, daysMin, daysMax }) => {
    const question = { carrierId, serviceId: id, mode, fromCountry, toCountry: country }
    const measured = measuredDays(db, question, lanes)
    const onTimeRate = onTime.get(id) ?? null
    if (measured.step !== null) {
      const { p50, p80, n, step } = measured
      return { source: 'measured', p50, p80, onTimeRate, n, why: null, basis: step }
    }
    const rest = { onTimeRate, n: measured.n, why: measured.why, basis: null }
    if (daysMin === null) return { source: 'none', p50: null, p80: null, ...rest }
    return { source: 'told', p50: daysMin, p80: daysMax ?? daysMin, ...rest }
  }
}

function onTimeRates(db: ReadDb, on: Day): Map<Id, number | null> {
  if (!db.get('SELECT 1 FROM shipments INDEXED BY shipments_by_service WHERE service_id IS NOT NULL LIMIT 1')) {
    return new Map()
  }
  const { rows } = performance(db, { by: 'service', from: addDays(on, -daysOfYear), to: on })
  return new Map(rows.flatMap(({ id, onTimeRate }) => (id === null ? [] : [[id, onTimeRate]])))
}
