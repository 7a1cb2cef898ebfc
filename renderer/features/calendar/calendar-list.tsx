// The days of a month one below the other: for narrow windows, and for those who listen.
import { useText } from '#renderer/lib/language.ts'
import { EmptyState } from '#renderer/ui/empty-state.tsx'
import type { Day } from '#shared/dates.ts'
import type { CalendarRange } from '#shared/schemas/calendar.ts'
import classes from './calendar.module.css'
import { EntryLink } from './calendar-entry.tsx'
import listClasses from './calendar-list.module.css'
import { type CalendarModel, entriesByDay } from './use-calendar.ts'

type CalendarListProps = { calendar: CalendarModel; range: CalendarRange; onOpen: (day: Day) => void }

export function CalendarList({ calendar: { today }, range, onOpen }: CalendarListProps) {
  const { t, format } = useText()
  const entries = entriesByDay(range.entries)
  const days = range.days.filter((day) => day.total > 0 || day.name !== '')
  if (days.length === 0) return <EmptyState title={t('calendar.emptyList')} />
  return (
    <div className={listClasses.list}>
      {days.map((day) => {
        const found = entries.get(day.on) ?? []
        const hidden = day.total - found.length
        return (
          <section key={day.on} className={listClasses.listDay} aria-label={format.dayInWords(day.on)}>
            <h2 className={listClasses.listHead} data-today={day.on === today || undefined}>
              <button type="button" className={listClasses.listDate} onClick={() => onOpen(day.on)}>
                {format.dayInWords(day.on)}
              </button>
              {day.name ? <span className="q-quiet">{day.name}</span> : null}
              {day.isWorking ? null : <span className="q-quiet">{t('calendar.closed')}</span>}
            </h2>
            <ul className={classes.entries}>
              {found.map((entry) => (
                <li key={`${entry.kind}-${entry.id}`}>
                  <EntryLink entry={entry} today={today} isDetailed saysKind />
                </li>
              ))}
            </ul>
            {hidden > 0 ? (
              <button type="button" className={classes.more} onClick={() => onOpen(day.on)}>
                {t('calendar.more', { formatted: format.number(hidden) })}
              </button>
            ) : null}
          </section>
        )
      })}
    </div>
  )
}
