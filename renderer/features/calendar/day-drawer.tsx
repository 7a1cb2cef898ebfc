// All of one day beside the calendar: every entry, a new task, and another day for the tasks there are.
import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { trpc } from '#renderer/lib/api.ts'
import { useText } from '#renderer/lib/language.ts'
import { DayDialog } from '#renderer/ui/day-dialog.tsx'
import { LinkButton } from '#renderer/ui/link-button.tsx'
import { QueryState } from '#renderer/ui/query-state.tsx'
import { RecordDrawer } from '#renderer/ui/record-drawer.tsx'
import { SeeDayButton } from '#renderer/ui/see-day-button.tsx'
import { WriteGate } from '#renderer/ui/write-gate.tsx'
import type { Day } from '#shared/dates.ts'
import { type CalendarEntry, calendarKinds } from '#shared/schemas/calendar.ts'
import classes from './calendar.module.css'
import { EntryLink } from './calendar-entry.tsx'
import type { CalendarModel } from './use-calendar.ts'
import { type MovedTask, useMoveTask } from './use-move-task.ts'

const most = 200

export function DayDrawer({ calendar, day, onClose }: { calendar: CalendarModel; day: Day; onClose: () => void }) {
  const { t, format, language } = useText()
  const { kinds, today } = calendar
  const query = useQuery(trpc.calendar.range.queryOptions({ from: day, to: day, kinds, language, perDay: most }))
  const [moving, setMoving] = useState<MovedTask | null>(null)
  const move = useMoveTask()
  const found = query.data?.days[0]
  const said = found ? [found.name, found.isWorking ? '' : t('calendar.closed')].filter(Boolean).join(' · ') : ''
  return (
    <RecordDrawer
      name={format.dayInWords(day)}
      title={format.dayInWords(day)}
      subtitle={said}
      actions={
        <>
          <WriteGate>
            <LinkButton to="/tasks/new" search={{ due: day }}>
              {t('calendar.addTask')}
            </LinkButton>
          </WriteGate>
          <SeeDayButton day={day} />
        </>
      }
      onClose={onClose}
    >
      <QueryState query={query}>
        {({ entries }) =>
          entries.length === 0 ? (
            <p className="q-quiet">{t('calendar.noneOfDay')}</p>
          ) : (
            calendarKinds.map((kind) => (
              <KindEntries
                key={kind}
                entries={entries.filter((entry) => entry.kind === kind)}
                today={today}
                onMove={setMoving}
              />
            ))
          )
        }
      </QueryState>
      {moving ? (
        <DayDialog
          count={1}
          initial={day}
          onMove={(to) => {
            setMoving(null)
            move.mutate({ task: moving, day: to })
          }}
          onClose={() => setMoving(null)}
        />
      ) : null}
    </RecordDrawer>
  )
}

type KindEntriesProps = { entries: readonly CalendarEntry[]; today: Day; onMove: (task: MovedTask) => void }

function KindEntries({ entries, today, onMove }: KindEntriesProps) {
  const { t } = useText()
  const kind = entries[0]?.kind
  if (kind === undefined) return null
  return (
    <section className={classes.kind} aria-label={t(`calendar.kinds.${kind}`)}>
      <h3 className={classes.kindName}>{t(`calendar.kinds.${kind}`)}</h3>
      <ul className={classes.entries}>
        {entries.map((entry) => (
          <li key={entry.id} className={classes.dayEntry}>
            <EntryLink entry={entry} today={today} isDetailed />
            {kind === 'task' && entry.state === 'open' ? (
              <WriteGate>
                <Button
                  variant="subtle"
                  size="compact-xs"
                  title={t('common.named', { name: t('calendar.move'), said: entry.title })}
                  onClick={() => onMove({ id: entry.id, title: entry.title })}
                >
                  {t('calendar.move')}
                  <span className={classes.unseen}>{t('common.named', { name: '', said: entry.title })}</span>
                </Button>
              </WriteGate>
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  )
}
