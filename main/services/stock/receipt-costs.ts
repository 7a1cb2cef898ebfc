// What goods cost that come in, fixed when they are posted: unit cost, the rate of the day, the value in base currency.
import type { WriteTx } from '#main/db/database.ts'
import { costConverter } from '#main/domain/rates/conversion.ts'
import { baseCurrency } from '#main/services/book/book-queries.ts'
import { toldOrTableRate } from '#main/services/rates/document-rate.ts'
import { rateFinder } from '#main/services/rates/rate-finder.ts'
import type { MovementCost } from '#main/services/stock/stock-ledger.ts'
import type { Day } from '#shared/dates.ts'
import { AppError } from '#shared/errors.ts'
import { microsFromDecimal } from '#shared/money.ts'

/** As a line of a form says it. */
export type ToldCost = {
  unitCost: { amount: string; currency: string } | null
  /** Base currency for 1 of the cost's; empty takes the table's of the day. */
  rate: string
}

/** Gives the cost of a quantity (thousandths), null where none was told; `stock/no-rate` where no rate of the day is known. */
export type CostFinder = (told: ToldCost, qtyMilli: number) => MovementCost | null

/** For the lines of one document. */
export function costFinder(tx: WriteTx, on: Day): CostFinder {
  const base = baseCurrency(tx)
  const findRate = rateFinder(tx)
  return ({ unitCost, rate }, qtyMilli) => {
    if (unitCost === null) return null
    const { currency } = unitCost
    const micros = microsFromDecimal(unitCost.amount)
    const known = toldOrTableRate(findRate, { currency, base, on, told: rate })
    // Asked for, never guessed.
    if (known.rate === null) throw new AppError('stock/no-rate', { currency, base, day: on, field: 'rate' })
    const valueMinor = costConverter(base, { multiply: known.rate, divide: '1' })(micros, qtyMilli)
    return { micros, currency, ...known, valueMinor }
  }
}
