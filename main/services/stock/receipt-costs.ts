// What goods cost that come in, fixed when they are posted: unit cost, the rate of the day, the value in base currency.
import type { WriteTx } from '#main/db/database.ts'
import { costConverter } from '#main/domain/rates/conversion.ts'
import { baseCurrency } from '#main/services/book/book-queries.ts'
import { type RateFinder, rateFinder } from '#main/services/rates/rate-finder.ts'
import type { MovementCost } from '#main/services/stock/stock-ledger.ts'
import type { Day } from '#shared/dates.ts'
import { AppError } from '#shared/errors.ts'
import { microsFromDecimal } from '#shared/money.ts'
import { isRate } from '#shared/rates.ts'

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
    const known = currency === base ? { rate: '1', rateOn: on } : rateOf(findRate, { currency, base, on, rate })
    const valueMinor = costConverter(base, { multiply: known.rate, divide: '1' })(micros, qtyMilli)
    return { micros, currency, ...known, valueMinor }
  }
}

type Asked = { currency: string; base: string; on: Day; rate: string }

/** No rate known: asked for, never guessed. */
function rateOf(findRate: RateFinder, { currency, base, on, rate }: Asked): { rate: string; rateOn: Day } {
  if (rate !== '') {
    if (!isRate(rate)) throw new AppError('orders/bad-rate', { rate, field: 'rate' })
    return { rate, rateOn: on }
  }
  const found = findRate(currency, base, on)
  if (found.status !== 'ok') throw new AppError('stock/no-rate', { currency, base, day: on, field: 'rate' })
  return { rate: found.rate, rateOn: found.rateOn }
}
