// One day of the grid: its number, what it is called, its first entries, and how many more there are.
import { type DragEvent, useState } from 'react'
import { useText } from '#renderer/lib/language.ts'
import { useMayWrite } from '#renderer/lib/may-write.ts'
import type { CalendarDay, CalendarEntry } from '#shared/schemas/calendar.ts'
import classes from './calendar.module.css'
import { draggedTask, EntryLink } from './calendar-entry.tsx'
import gridClasses from './calendar-grid.module.css'
import { type CalendarModel, shownInMonth } from './use-calendar.ts'
import { type MovedTask, useMoveTask } from './use-move-task.ts'

type DayCellProps = { day: CalendarDay; entries: readonly CalendarEntry[]; calendar: CalendarModel; onOpen: () => void }

export function DayCell({ day, entries, calendar, onOpen }: DayCellProps) {
  const { t, format } = useText()
  const { on, today, view } = calendar
  const drop = useDrop(day)
  const isMonth = view === 'month'
  const room = shownInMonth - 1
  const shown = isMonth && day.total > room ? entries.slice(0, room - 1) : entries
  const hidden = day.total - shown.length
  const inWords = format.dayInWords(day.on)
  const name = [
    t('calendar.dayName', { day: inWords, count: day.total, formatted: format.number(day.total) }),
    day.name,
    day.isWorking ? '' : t('calendar.closed'),
  ]
  return (
    <td
      // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: the table is a grid of days
      role="gridcell"
      className={gridClasses.day}
      tabIndex={day.on === on ? 0 : -1}
      aria-selected={day.on === on}
      aria-current={day.on === today ? 'date' : undefined}
      data-day={day.on}
      data-closed={day.isWorking ? undefined : true}
      data-outside={(isMonth && day.on.slice(0, 7) !== on.slice(0, 7)) || undefined}
      data-target={drop.isOver || undefined}
      onClick={(event) => event.target === event.currentTarget && onOpen()}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || event.target !== event.currentTarget) return
        event.preventDefault()
        onOpen()
      }}
      {...drop.handlers}
    >
      <div className={gridClasses.dayHead}>
        <span className={gridClasses.number} data-figure aria-hidden>
          {Number(day.on.slice(8))}
        </span>
        {day.name ? (
          <span className={gridClasses.dayName} aria-hidden>
            {day.name}
          </span>
        ) : null}
        <span className={classes.unseen}>{name.filter(Boolean).join(', ')}</span>
      </div>
      {shown.map((entry) => (
        <EntryLink key={`${entry.kind}-${entry.id}`} entry={entry} today={today} isDetailed={!isMonth} isSkipped />
      ))}
      {hidden > 0 ? (
        <button
          type="button"
          className={classes.more}
          tabIndex={-1}
          title={t('calendar.moreOf', { formatted: format.number(day.total), day: inWords })}
          onClick={onOpen}
        >
          {t('calendar.more', { formatted: format.number(hidden) })}
        </button>
      ) : null}
    </td>
  )
}

/** Takes tasks that are dragged here. */
function useDrop(day: CalendarDay) {
  const move = useMoveTask()
  const { ifMayWrite } = useMayWrite()
  const [isOver, setOver] = useState(false)
  const takes = (event: DragEvent) => event.dataTransfer.types.includes(draggedTask)
  return {
    isOver,
    handlers: {
      onDragOver: (event: DragEvent) => {
        if (!takes(event)) return
        event.preventDefault()
        setOver(true)
      },
      onDragLeave: () => setOver(false),
      onDrop: (event: DragEvent) => {
        setOver(false)
        const text = event.dataTransfer.getData(draggedTask)
        if (text === '') return
        event.preventDefault()
        ifMayWrite(move.mutate)({ task: JSON.parse(text) as MovedTask, day: day.on })
      },
    },
  }
}
