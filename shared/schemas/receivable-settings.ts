// What selling is told about credit, letters to who is late, and what may never come.
import { z } from 'zod'
import { decimalField, noteField } from '#shared/schemas/fields.ts'

const days = z.number().int().min(0).max(3650)
const notNegative = decimalField.refine((text) => !text.startsWith('-'), 'negative')

const creditSetting = z
  .object({
    /** What an order over the limit does where the customer's record says nothing. */
    action: z.enum(['warn', 'stop']).default('warn'),
    /** Also warned of once something is overdue by more than so many days; null: never. */
    overdueDays: days.nullable().default(30),
    /** Mean days late, by amount, up to which a customer is graded A, B and C; later is D. */
    gradeDays: z
      .tuple([days, days, days])
      .default([3, 15, 45])
      .refine(([a, b, c]) => a <= b && b <= c, 'order'),
    /** Fewer orders give no grade. */
    gradeCases: z.number().int().min(1).max(1000).default(3),
    gradeMonths: z.number().int().min(1).max(120).default(24),
  })
  .prefault({})
export type CreditSetting = z.output<typeof creditSetting>

const dunningStep = z.object({
  /** Days overdue from which the letter is due. */
  afterDays: days,
  /** In base currency; charged in the letter's by the rate of its day. */
  fee: notNegative.default('0'),
  /** Days from the letter within which it asks for payment. */
  payDays: days.default(10),
  /** By language of papers; empty: the usual text of the step. */
  texts: z.object({ en: noteField, 'zh-CN': noteField }).prefault({}),
})

const dunningSetting = z
  .object({
    steps: z
      .array(dunningStep)
      .min(1)
      .max(9)
      .refine(
        (steps) => steps.every((step, at) => at === 0 || (steps[at - 1]?.afterDays ?? 0) < step.afterDays),
        'order',
      )
      .prefault([{ afterDays: 7 }, { afterDays: 21 }, { afterDays: 42, payDays: 7 }]),
    /** At least so many days between two letters. */
    gapDays: days.default(10),
  })
  .prefault({})
export type DunningSetting = z.output<typeof dunningSetting>

const percent = z.number().min(0).max(100)

const allowanceSetting = z
  .object({
    /** Percent of each bucket that is expected not to come: not due, 1-30, 31-60, 61-90, more than 90 days overdue. */
    percents: z.tuple([percent, percent, percent, percent, percent]).default([0.5, 1, 3, 8, 11]),
    /** Set aside before, in base currency. */
    existing: notNegative.default('0'),
    /** Days of sales that days outstanding are worked out over. */
    dsoDays: z.number().int().min(1).max(3650).default(365),
  })
  .prefault({})
export type AllowanceSetting = z.output<typeof allowanceSetting>

export const receivableSettings = {
  credit: creditSetting,
  dunning: dunningSetting,
  allowance: allowanceSetting,
} as const
