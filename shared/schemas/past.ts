// The book as it was on a day.
import { z } from 'zod'
import type { Day } from '#shared/dates.ts'
import { dayField } from '#shared/schemas/fields.ts'

export const openPastInput = z.object({ day: dayField, jobId: z.string().min(1).max(100) })
export type OpenPastInput = z.output<typeof openPastInput>

/** The book's first day, and the day it is: the days between can be looked at. */
export type PastBounds = { first: Day; today: Day }
