// The rate that a document is made with: typed in, else the table's of its day. It is taken once and written down; a later
// rate of the table reaches only documents that have none.
import type { ReadDb } from '#main/db/database.ts'
import { minorConverter } from '#main/domain/rates/conversion.ts'
import { type RateFinder, rateFinder } from '#main/services/rates/rate-finder.ts'
import type { Day } from '#shared/dates.ts'
import { AppError } from '#shared/errors.ts'
import { isRate } from '#shared/rates.ts'

/** 1 of the document's currency = `rate` of the base currency, by the rate of `rateOn`. Both null: not known. */
export type DocumentRate = KnownRate | { rate: null; rateOn: null }
export type KnownRate = { rate: string; rateOn: Day }

/** The table's rate for a document. One older than the book's limit is not taken without being asked for. */
export function tableRate(findRate: RateFinder, currency: string, base: string, on: Day): DocumentRate {
  const found = findRate(currency, base, on)
  return found.status === 'ok' ? { rate: found.rate, rateOn: found.rateOn } : { rate: null, rateOn: null }
}

type Asked = { currency: string; base: string; on: Day /** Empty: none. */; told: string }

/** The rate told, else the table's of the day; `rates/bad-rate` where what was told is no rate. */
export function toldOrTableRate(findRate: RateFinder, { currency, base, on, told }: Asked): DocumentRate {
  if (currency === base) return { rate: '1', rateOn: on }
  if (told === '') return tableRate(findRate, currency, base, on)
  if (!isRate(told)) throw new AppError('rates/bad-rate', { rate: told, field: 'rate' })
  return { rate: told, rateOn: on }
}

type RatedDocument = { currency: string; rate: string; orderedOn: Day }
type RateContext = { base: string; before: { currency: string; rate: string | null; rate_on: string | null } | null }

/**
 * The rate typed in, else the one the document has, else the table's. A rate belongs to its currency: one left over from
 * before the currency was changed is not taken along.
 */
export function documentRate(db: ReadDb, document: RatedDocument, { base, before }: RateContext): DocumentRate {
  const { currency, rate, orderedOn: on } = document
  const kept = before?.currency === currency && currency !== base ? before : null
  if (kept?.rate && (rate === '' || rate === kept.rate)) return { rate: kept.rate, rateOn: kept.rate_on as Day }
  return toldOrTableRate(rateFinder(db), { currency, base, on, told: rate === before?.rate ? '' : rate })
}

/** Amounts in base currency by the document's own rate: for one document, any number of lines. */
export function baseConverter(currency: string, base: string, rate: string | null): (minor: number) => number | null {
  return rate === null ? () => null : minorConverter(currency, base, { multiply: rate, divide: '1' })
}
