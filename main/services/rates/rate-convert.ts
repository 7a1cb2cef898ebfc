// An amount turned into another currency, with the rate said: or the question that must be answered first.
import type { z } from 'zod'
import type { ReadDb } from '#main/db/database.ts'
import { rateFor } from '#main/services/rates/rate-finder.ts'
import { Decimal, roundDecimal } from '#shared/decimal.ts'
import { currencyDigits } from '#shared/reference/currencies.ts'
import type { ConvertResult, convertInput } from '#shared/schemas/rates.ts'

/** Converts decimal text; rounded once, to the digits of `to`. */
export function convertAmount(db: ReadDb, input: z.output<typeof convertInput>): ConvertResult {
  const { amount, from, to, on, acceptOld } = input
  const found = rateFor(db, from, to, on)
  if (found.status === 'missing') return { status: 'missing', from, to }
  const { by, rate, rateOn, ageDays } = found
  if (found.status === 'old' && !acceptOld) return { status: 'old', rate, rateOn, ageDays }
  const exact = new Decimal(amount).times(by.multiply).div(by.divide)
  return {
    status: 'ok',
    amount: roundDecimal(exact, currencyDigits(to)),
    rate,
    rateOn,
    isEarlierDay: ageDays > 0,
    ageDays,
  }
}
