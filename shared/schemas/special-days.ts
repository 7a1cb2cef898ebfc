// Days that differ from the working week, as they travel.
import { z } from 'zod'
import { type Day, daysBetween } from '#shared/dates.ts'
import { dayField, lineField } from '#shared/schemas/fields.ts'

/** The longest span of special days at once. */
export const maxSpanDays = 400

export const specialDaysInput = z
  .object({ from: dayField, to: dayField, isWorking: z.boolean().default(false), name: lineField(200) })
  .refine(({ from, to }) => from <= to, { message: 'day_order', path: ['to'] })
  .refine(({ from, to }) => daysBetween(from, to) < maxSpanDays, { message: 'too_big', path: ['to'] })
export type SpecialDaysInput = z.output<typeof specialDaysInput>

export const pastedDaysInput = z.object({ text: z.string().max(200_000) })

export type SpecialDay = { id: number; on: Day; isWorking: boolean; name: string }

/** What a line lacks; the screen has a sentence for each. */
export type DayExpectation = 'day' | 'day-order' | 'span' | 'one-a-day'

export type PastedDays = {
  rows: (Omit<SpecialDay, 'id'> & { line: number; effect: 'added' | 'changed' | 'unchanged' })[]
  /** The first of those that cannot be read. */
  refused: { line: number; text: string; expected: DayExpectation }[]
  refusedCount: number
}
