// Spans of days named by where they lie from today: kept by name, so that a saved filter stays true tomorrow.
import { addDays, asDay, type Day, dayFromParts } from '#shared/dates.ts'

export const daySpans = [
  'today',
  'last7',
  'last30',
  'last90',
  'thisMonth',
  'lastMonth',
  'thisQuarter',
  'lastQuarter',
  'thisYear',
  'lastYear',
  'next7',
  'next30',
  'past',
  'future',
] as const
export type DaySpan = (typeof daySpans)[number]

/** First and last day, both included; null where the span is open. */
export type SpanOfDays = { from: Day | null; to: Day | null }

export function isDaySpan(text: string): text is DaySpan {
  return (daySpans as readonly string[]).includes(text)
}

/**
 * The days of a span as seen from `today`. The last 7 days end today, the next 7 begin tomorrow; months, quarters and years
 * are whole ones of the calendar; `past` is everything before today, `future` everything after.
 */
export function spanOfDays(span: DaySpan, today: Day): SpanOfDays {
  switch (span) {
    case 'today':
      return { from: today, to: today }
    case 'last7':
    case 'last30':
    case 'last90':
      return { from: addDays(today, 1 - Number(span.slice(4))), to: today }
    case 'next7':
    case 'next30':
      return { from: addDays(today, 1), to: addDays(today, Number(span.slice(4))) }
    case 'past':
      return { from: null, to: addDays(today, -1) }
    case 'future':
      return { from: addDays(today, 1), to: null }
    default:
      return calendarSpan(span, today)
  }
}

type CalendarSpan = 'thisMonth' | 'lastMonth' | 'thisQuarter' | 'lastQuarter' | 'thisYear' | 'lastYear'

const monthsIn = { Month: 1, Quarter: 3, Year: 12 } as const

function calendarSpan(span: CalendarSpan, today: Day): SpanOfDays {
  const length = monthsIn[span.slice(4) as keyof typeof monthsIn]
  const month = monthNumber(today)
  const first = month - (month % length) - (span.startsWith('last') ? length : 0)
  return { from: firstDay(first), to: addDays(firstDay(first + length), -1) }
}

/** Months since the year 0, January of which is 0. */
function monthNumber(day: Day): number {
  return Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1
}

function firstDay(month: number): Day {
  return dayFromParts(Math.floor(month / 12), (month % 12) + 1, 1) ?? asDay('0001-01-01')
}
