// Amounts in base currency at the rates of one day; null where none is known.
import type { ReadDb } from '#main/db/database.ts'
import { minorConverter } from '#main/domain/rates/conversion.ts'
import { baseCurrency } from '#main/services/book/book-queries.ts'
import { rateFinder } from '#main/services/rates/rate-finder.ts'
import type { Day } from '#shared/dates.ts'

export type InBase = (minor: number, currency: string) => number | null

export function worthOn(db: ReadDb, on: Day, to: string = baseCurrency(db)): InBase {
  const find = rateFinder(db)
  const converters = new Map<string, ((minor: number) => number) | null>()
  return (minor, currency) => {
    let convert = converters.get(currency)
    if (convert === undefined) {
      const found = find(currency, to, on)
      convert = found.status === 'ok' ? minorConverter(currency, to, found.by) : null
      converters.set(currency, convert)
    }
    return convert === null ? null : convert(minor)
  }
}
