// Exchange rates as they travel.
import { z } from 'zod'
import { currencyField, dayField, decimalField, idField, lineField } from '#shared/schemas/fields.ts'

export const rateInput = z
  .object({
    from: currencyField,
    to: currencyField,
    on: dayField,
    /** 1 `from` = `rate` `to`. */
    rate: decimalField.refine((text) => !/^-|^0*\.?0*$/.test(text), 'rate'),
    source: lineField(100),
  })
  .refine((rate) => rate.from !== rate.to, { message: 'same_currency', path: ['to'] })

export type RateInput = z.output<typeof rateInput>
export type RateRow = RateInput & { id: number }

export const convertInput = z.object({
  amount: decimalField,
  from: currencyField,
  to: currencyField,
  on: dayField,
  /** Use a rate older than the book's limit all the same. */
  acceptOld: z.boolean().default(false),
})

/**
 * `ok`: the amount, the rate used (1 `from` = `rate` `to`), its day, and whether that is an earlier day than asked for.
 * `old`: the last rate is older than the book's limit and needs a yes. `missing`: a rate must be given.
 */
export type ConvertResult =
  | { status: 'ok'; amount: string; rate: string; rateOn: string; isEarlierDay: boolean; ageDays: number }
  | { status: 'old'; rate: string; rateOn: string; ageDays: number }
  | { status: 'missing'; from: string; to: string }

/** Lines as pasted from a spreadsheet or a bank's page: day, rate; the pair is said once. */
export const pasteRatesInput = z.object({ from: currencyField, to: currencyField, text: z.string().max(2_000_000) })

export const rateEditInput = z.object({ id: idField, rate: rateInput })
