// A month or a week as a grid of days: one of them has the focus, the arrows lead to the others.
import { type KeyboardEvent, useEffect, useRef } from 'react'
import { useText } from '#renderer/lib/language.ts'
import { addDays } from '#shared/dates.ts'
import type { CalendarRange } from '#shared/schemas/calendar.ts'
import classes from './calendar-grid.module.css'
import { DayCell } from './day-cell.tsx'
import { type CalendarModel, entriesByDay } from './use-calendar.ts'

type CalendarGridProps = { calendar: CalendarModel; range: CalendarRange; label: string; onOpen: () => void }

export function CalendarGrid({ calendar, range, label, onOpen }: CalendarGridProps) {
  const { on, view, go, byKey } = calendar
  const grid = useRef<HTMLTableElement>(null)
  const isMoved = useRef(false)
  const entries = entriesByDay(range.entries)
  // The focus follows the cursor when a key moved it, also onto another page.
  useEffect(() => {
    if (!isMoved.current) return
    const cell = grid.current?.querySelector<HTMLElement>(`[data-day="${on}"]`)
    if (!cell) return
    cell.focus()
    isMoved.current = false
  })
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const next = byKey(event.key)
    if (next === null) return
    event.preventDefault()
    event.stopPropagation()
    isMoved.current = true
    go(next)
  }
  return (
    // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a grid whose rows and heads are those of a table
    <table ref={grid} className={classes.grid} data-view={view} role="grid" aria-label={label} onKeyDown={onKeyDown}>
      <Weekdays calendar={calendar} />
      <tbody>
        {weeksOf(range).map((week) => (
          <tr key={week[0]?.on}>
            {week.map((day) => (
              <DayCell
                key={day.on}
                day={day}
                entries={entries.get(day.on) ?? []}
                calendar={calendar}
                onOpen={() => {
                  go(day.on)
                  onOpen()
                }}
              />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Weekdays({ calendar: { span } }: { calendar: CalendarModel }) {
  const { language } = useText()
  const short = new Intl.DateTimeFormat(language, { weekday: 'short', timeZone: 'UTC' })
  const long = new Intl.DateTimeFormat(language, { weekday: 'long', timeZone: 'UTC' })
  const days = Array.from({ length: 7 }, (_, at) => Date.parse(`${addDays(span.from, at)}T00:00:00Z`))
  return (
    <thead>
      <tr>
        {days.map((day) => (
          <th key={day} scope="col" abbr={long.format(day)}>
            {short.format(day)}
          </th>
        ))}
      </tr>
    </thead>
  )
}

function weeksOf({ days }: CalendarRange): CalendarRange['days'][] {
  const weeks: CalendarRange['days'][] = []
  for (let at = 0; at < days.length; at += 7) weeks.push(days.slice(at, at + 7))
  return weeks
}
