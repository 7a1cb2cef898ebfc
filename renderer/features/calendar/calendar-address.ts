// The calendar's state in the address: `?view=week&on=2026-11-23&kinds=task~orderDue`.
import { type Day, isDay } from '#shared/dates.ts'
import { type CalendarKind, calendarKinds, usualKinds } from '#shared/schemas/calendar.ts'

export const calendarViews = ['month', 'week', 'list'] as const
export type CalendarView = (typeof calendarViews)[number]

export type CalendarAddress = { view?: CalendarView; on?: string; kinds?: string }

export type CalendarState = {
  view: CalendarView
  /** The day the cursor stands on. */
  on: Day
  /** None: the usual ones. */
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

/** What no kind named stands for. */
export function shownKinds(kinds: readonly CalendarKind[]): readonly CalendarKind[] {
  return kinds.length === 0 ? usualKinds : kinds
}

/** Ticks a kind or takes the tick away; the usual ones, and nothing, are said as none. */
export function toggledKinds(kinds: readonly CalendarKind[], kind: CalendarKind): string {
  const shown = shownKinds(kinds)
  const next = calendarKinds.filter((one) => (one === kind) !== shown.includes(one)).join('~')
  return next === usualKinds.join('~') ? '' : next
}
