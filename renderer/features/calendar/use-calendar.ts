// What the calendar keeps together: the address, the days it shows, their entries.
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { trpc } from '#renderer/lib/api.ts'
import { useText } from '#renderer/lib/language.ts'
import { useToday } from '#renderer/lib/use-today.ts'
import type { Day } from '#shared/dates.ts'
import type { CalendarEntry } from '#shared/schemas/calendar.ts'
import { type CalendarAddress, stateOfAddress } from './calendar-address.ts'
import { dayByKey, firstWeekdayIn, monthOf, monthSpan, weekSpan } from './calendar-days.ts'

export type CalendarModel = ReturnType<typeof useCalendar>

export function useCalendar(isNarrow: boolean) {
  const { language } = useText()
  const today = useToday()
  const navigate = useNavigate()
  const state = stateOfAddress(useSearch({ strict: false }) as CalendarAddress, today)
  const view = isNarrow ? 'list' : state.view
  const { on, kinds } = state
  const firstWeekday = firstWeekdayIn(language)
  const span =
    view === 'week' ? weekSpan(on, firstWeekday) : view === 'list' ? monthOf(on) : monthSpan(on, firstWeekday)
  const query = useQuery({
    ...trpc.calendar.range.queryOptions({ ...span, kinds, language, perDay: view === 'month' ? shownInMonth : 100 }),
    placeholderData: keepPreviousData,
  })
  const change = (address: CalendarAddress) =>
    navigate({ to: '/calendar', search: { view: state.view, on, kinds: kinds.join('~'), ...address }, replace: true })
  const go = (day: Day | null) => void (day && change({ on: day }))
  return {
    view,
    on,
    kinds,
    span,
    today,
    firstWeekday,
    query,
    change,
    go,
    byKey: (key: string) => dayByKey(on, key, { firstWeekday, isMonth: view !== 'week' }),
  }
}

/** Lines of a day in the month; one more than fits tells that there are more. */
export const shownInMonth = 5

/** Entries by day, in their order. */
export function entriesByDay(entries: readonly CalendarEntry[]): ReadonlyMap<Day, CalendarEntry[]> {
  return Map.groupBy(entries, (entry) => entry.on)
}
