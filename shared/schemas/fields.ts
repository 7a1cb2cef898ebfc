// The small pieces that records are made of, as schemas: ids, days, money, text. Error codes, not sentences: the screen
// makes the sentence.
import { z } from 'zod'
import { type Day, isDay } from '#shared/dates.ts'
import { isDecimal } from '#shared/decimal.ts'
import { countryCodes } from '#shared/reference/countries.ts'
import { isCurrency } from '#shared/reference/currencies.ts'

// The pages' security policy allows no code made from text; zod must not try.
z.config({ jitless: true })

export const idField = z.number().int().positive()

/** Text without NUL, at which SQLite and most other programs would take it to end. */
const plainText = () => z.string().overwrite((text) => text.replaceAll('\u0000', ''))

/** One line of text, trimmed at both ends. Empty is allowed: that is "not given". */
export const lineField = (max = 300) => plainText().trim().max(max).default('')
export const requiredLine = (max = 300) => plainText().trim().min(1, 'required').max(max)
export const noteField = plainText().max(20_000).default('')

export const dayField = z
  .string()
  .refine(isDay, 'day')
  .transform((text) => text as Day)

/** A day that plans and forecasts start from: they look years around it, and the calendar of the program ends in 9999. */
export const planDayField = dayField.refine((day) => day >= '1900-01-01' && day <= '2999-12-31', 'day_range')

export const currencyField = z.string().toUpperCase().refine(isCurrency, 'currency')

type Window = { from?: Day | undefined; to?: Day | undefined }

/** Refuses a window of days that ends before it begins, at its last day. Either end may be open. */
export const inDayOrder = {
  check: ({ from, to }: Window) => !from || !to || from <= to,
  problem: { message: 'day_order', path: ['to'] },
}

/** A decimal number as text: money and rates never travel as binary floating point. */
export const decimalField = z.string().trim().refine(isDecimal, 'decimal')

/** A price or cost that may be missing; missing is not zero. */
export const priceField = z
  .object({ amount: decimalField.refine((text) => !text.startsWith('-'), 'negative'), currency: currencyField })
  .nullable()
  .default(null)

/** ISO 3166 code of a country there is, or empty. */
export const countryField = z
  .string()
  .trim()
  .toUpperCase()
  .refine((code) => code === '' || countryCodes.includes(code), 'country')
  .default('')

/** A quantity in the product's unit, to a thousandth. */
export const quantityField = z.number().min(-1e9).max(1e9).refine(isMilli, 'thousandths')

function isMilli(value: number): boolean {
  return Math.abs(value * 1000 - Math.round(value * 1000)) < 1e-6
}

/** A share in percent (13 for 13 %), up to four decimals. */
export const percentField = z.number().min(0).max(100).refine(isTenThousandth, 'ten_thousandths')

function isTenThousandth(value: number): boolean {
  return Math.abs(value * 10_000 - Math.round(value * 10_000)) < 1e-6
}

export const wholeField = z.number().int().min(0).max(1e12)

/** An IANA time zone such as `Asia/Shanghai`. */
export const timeZoneField = z.string().max(60).refine(isTimeZone, 'time_zone').default('UTC')

function isTimeZone(text: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: text }).format(0) !== ''
  } catch {
    // What Intl does not know, no day can be counted in.
    return false
  }
}

/** The weekdays on which work is done as ISO digits, 1 Monday to 7 Sunday: `12345`. Their order makes no difference. */
export const workingDaysField = z
  .string()
  .regex(/^[1-7]{1,7}$/, 'working_days')
  .transform((digits) => [...new Set(digits)].sort().join(''))
  .default('12345')
