// What prices of offers are held side by side by: one unit in base currency, net of VAT that comes back.
import type { ReadDb } from '#main/db/database.ts'
import { unitCost } from '#main/domain/purchases/unit-cost.ts'
import { baseCurrency } from '#main/services/book/book-queries.ts'
import { rateFinder } from '#main/services/rates/rate-finder.ts'
import type { Day } from '#shared/dates.ts'
import { Decimal, roundDecimal } from '#shared/decimal.ts'
import type { Id } from '#shared/ids.ts'
import { microPlaces } from '#shared/money.ts'

export type OfferedUnit = {
  supplierId: Id
  currency: string
  priceMicros: number
  vatIncluded: boolean
  vatPpm: number
}

/** Decimal text with six decimals, at the rate of the day; null where no rate is known. A lookup for one call. */
export function netPrices(db: ReadDb): (unit: OfferedUnit, on: Day) => string | null {
  const base = baseCurrency(db)
  const findRate = rateFinder(db)
  const recoverable = new Map<Id, boolean>()
  const isRecoverable = (supplierId: Id) => {
    const known = recoverable.get(supplierId) ?? vatComesBack(db, supplierId)
    recoverable.set(supplierId, known)
    return known
  }
  return ({ supplierId, currency, priceMicros, vatIncluded, vatPpm }, on) => {
    const rate = findRate(currency, base, on)
    if (rate.status !== 'ok') return null
    const { amount } = unitCost(
      { priceMicros, discountPpm: 0 },
      { currency, vatIncluded, vatPpm, vatRecoverable: isRecoverable(supplierId) },
    )
    return roundDecimal(new Decimal(amount).times(rate.by.multiply).div(rate.by.divide), microPlaces)
  }
}

/** Whether VAT paid to a supplier comes back, as its terms say; so it does where they say nothing. */
export function vatComesBack(db: ReadDb, supplierId: Id): boolean {
  const sql = 'SELECT supply_vat_recoverable AS recoverable FROM parties WHERE id = ?'
  return db.get<{ recoverable: number }>(sql, supplierId)?.recoverable !== 0
}
