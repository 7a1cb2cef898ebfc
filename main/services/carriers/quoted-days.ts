// How long a service takes, for a quote: as the carrier tells it.
import type { ReadDb } from '#main/db/database.ts'
import type { CarrierServiceRow } from '#shared/schemas/carriers.ts'
import type { QuotedDays } from '#shared/schemas/freight-quotes.ts'

export type DaysFinder = (service: CarrierServiceRow) => QuotedDays

/** `fromCountry` empty: nobody said. */
export function daysFinder(_db: ReadDb, _lane: { fromCountry: string; country: string }): DaysFinder {
  return ({ daysMin, daysMax }) => {
    const rest = { onTimeRate: null, n: 0, why: 'too_few', basis: null }
    const p80 = daysMax ?? daysMin
    return p80 === null
      ? { source: 'none', p50: null, p80: null, ...rest }
      : { source: 'told', p50: daysMin, p80, ...rest }
  }
}
