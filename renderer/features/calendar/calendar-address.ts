// The calendar's state in the address: `?view=week&on=2026-11-23&kinds=task~orderDue`.
import { type Day, isDay } from '#shared/dates.ts'
import { type CalendarKind, calendarKinds } from '#shared/schemas/calendar.ts'

export const calendarViews = ['month', 'week', 'list'] as const
export type CalendarView = (typeof calendarViews)[number]

export type CalendarAddress = { view?: CalendarView; on?: string; kinds?: string }

export type CalendarState = {
  view: CalendarView
  /** The day the cursor stands on. */
  on: Day
  /** None: all. */
  kinds: CalendarKind[]
}

/** Takes from an address what belongs to the calendar; what is not understood is left out. */
export function readCalendarAddress(raw: Record<string, unknown>): CalendarAddress {
  const view = calendarViews.find((one) => one === raw.view)
  const on = typeof raw.on === 'string' && isDay(raw.on) ? raw.on : undefined
  const kinds = kindsOf(raw.kinds).join('~')
  return { ...(view && { view }), ...(on && { on }), ...(kinds && { kinds }) }
}

export function stateOfAddress({ view, on, kinds }: CalendarAddress, today: Day): CalendarState {
  return { view: view ?? 'month', on: on !== undefined && isDay(on) ? on : today, kinds: kindsOf(kinds) }
}

function kindsOf(text: unknown): CalendarKind[] {
  const named = typeof text === 'string' ? text.split('~') : []
  return calendarKinds.filter((kind) => named.includes(kind))
}

/** Ticks a kind or takes the tick away; all of them are said as none. */
export function toggledKinds(kinds: readonly CalendarKind[], kind: CalendarKind): string {
  const shown = kinds.length === 0 ? calendarKinds : kinds
  const next = calendarKinds.filter((one) => (one === kind) !== shown.includes(one))
  return next.length === calendarKinds.length || next.length === 0 ? '' : next.join('~')
}
