// The calendar as it travels: what falls on which day, whatever feature it comes from.
import { z } from 'zod'
import { type Day, daysBetween } from '#shared/dates.ts'
import { dayField } from '#shared/schemas/fields.ts'
import type { RecordTitle } from '#shared/schemas/records.ts'

/** In the order in which a day shows them. A new one is a line here and a source in services/calendar/calendar-sources.ts. */
export const calendarKinds = [
  'task',
  'orderDue',
  'orderShipped',
  'purchaseDue',
  'outboundDeparture',
  'outboundArrival',
  'inboundDeparture',
  'inboundArrival',
  'milestoneDue',
  'payableDue',
  'receivableDue',
  'answersDue',
  'certificateExpiry',
  'fileExpiry',
  'customerBirthday',
  'customerSilent',
  'paper',
  'customerHoliday',
] as const
export type CalendarKind = (typeof calendarKinds)[number]

/** Shown only where they are named: what they are read from is large, and not everybody's matter. */
const askedKinds: readonly CalendarKind[] = ['customerHoliday']

/** What is shown where no kind is named. */
export const usualKinds: readonly CalendarKind[] = calendarKinds.filter((kind) => !askedKinds.includes(kind))

const longestDays = 100

export const calendarInput = z
  .object({
    from: dayField,
    /** The last day, that one included. */
    to: dayField,
    /** Only these; none named: the usual ones. */
    kinds: z.array(z.enum(calendarKinds)).max(40).default([]),
    /** Of the names of holidays. */
    language: z.enum(['en', 'zh-CN']).default('en'),
    /** So many entries of each day and kind at most; the days say how many there are. */
    perDay: z.number().int().min(1).max(200).default(20),
  })
  .refine(({ from, to }) => daysBetween(from, to) >= 0 && daysBetween(from, to) < longestDays, {
    message: 'day_order',
    path: ['to'],
  })
export type CalendarInput = z.output<typeof calendarInput>

/** Waiting, dealt with, or of no more effect. */
export type CalendarState = 'open' | 'done' | 'void'

export type CalendarEntry = {
  kind: CalendarKind
  on: Day
  /** The row it comes from: one kind and id is one entry. */
  id: number
  title: string
  /** Whom or what it concerns; empty where that says nothing more. */
  detail: string
  /** The same where it has a Chinese name; else empty. */
  detailZh: string
  state: CalendarState
  /** Of a holiday: where it is one. */
  countries?: readonly string[]
  /** What opens; null: the list of what is worth a word to customers. */
  record: RecordTitle | null
}

export type CalendarDay = {
  on: Day
  isWorking: boolean
  /** Name of the holiday, or of the day worked in exchange for one. */
  name: string
  /** How many entries it has in all. */
  total: number
}

export type CalendarRange = { days: CalendarDay[]; entries: CalendarEntry[] }
