// The calendar: what falls on which day, from every feature that has days.
import { ActionIcon, Button, SegmentedControl } from '@mantine/core'
import { useHotkeys, useMediaQuery } from '@mantine/hooks'
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useText } from '#renderer/lib/language.ts'
import { useMayWrite } from '#renderer/lib/may-write.ts'
import { Page } from '#renderer/ui/page.tsx'
import { QueryState } from '#renderer/ui/query-state.tsx'
import { useEscape } from '#renderer/ui/use-escape.ts'
import { addDays } from '#shared/dates.ts'
import classes from './calendar.module.css'
import { type CalendarView, calendarViews } from './calendar-address.ts'
import { weekNumber } from './calendar-days.ts'
import { CalendarGrid } from './calendar-grid.tsx'
import { KindMenu } from './calendar-kinds.tsx'
import { CalendarList } from './calendar-list.tsx'
import { DayDrawer } from './day-drawer.tsx'
import { type CalendarModel, useCalendar } from './use-calendar.ts'

export function CalendarScreen() {
  const { t } = useText()
  const navigate = useNavigate()
  const { ifMayWrite } = useMayWrite()
  const isNarrow = useMediaQuery('(max-width: 700px)') ?? false
  const calendar = useCalendar(isNarrow)
  const { on, today, view, go, byKey } = calendar
  const [isOpen, setOpen] = useState(false)
  const title = useSpanTitle(calendar)
  useHotkeys([
    ['T', () => go(today)],
    ['N', ifMayWrite(() => navigate({ to: '/tasks/new', search: { due: on } }))],
    ['PageUp', () => go(byKey('PageUp'))],
    ['PageDown', () => go(byKey('PageDown'))],
  ])
  useEscape(() => setOpen(false))
  return (
    <Page name={t('calendar.title')} title={title} actions={<Tools calendar={calendar} isNarrow={isNarrow} />} fills>
      <div className={classes.split}>
        <div className={classes.main}>
          <QueryState query={calendar.query}>
            {(range) =>
              view === 'list' ? (
                <CalendarList
                  calendar={calendar}
                  range={range}
                  onOpen={(day) => {
                    go(day)
                    setOpen(true)
                  }}
                />
              ) : (
                <CalendarGrid
                  calendar={calendar}
                  range={range}
                  label={t('calendar.gridLabel', { span: title })}
                  onOpen={() => setOpen(true)}
                />
              )
            }
          </QueryState>
          {view === 'list' ? null : <p className={classes.hint}>{t('calendar.keysHint')}</p>}
        </div>
        {isOpen ? <DayDrawer calendar={calendar} day={on} onClose={() => setOpen(false)} /> : null}
      </div>
    </Page>
  )
}

function useSpanTitle({ view, on, span }: CalendarModel): string {
  const { t, format } = useText()
  if (view !== 'week') return format.monthInWords(on)
  return t('calendar.week', { number: format.number(weekNumber(addDays(span.from, 3))), from: span.from, to: span.to })
}

function Tools({ calendar, isNarrow }: { calendar: CalendarModel; isNarrow: boolean }) {
  const { t } = useText()
  const { view, today, go, byKey, change, kinds } = calendar
  return (
    <>
      <ActionIcon variant="default" onClick={() => go(byKey('PageUp'))} aria-label={t('calendar.previous')}>
        <IconChevronLeft size={16} stroke={1.5} />
      </ActionIcon>
      <Button onClick={() => go(today)}>{t('calendar.today')}</Button>
      <ActionIcon variant="default" onClick={() => go(byKey('PageDown'))} aria-label={t('calendar.next')}>
        <IconChevronRight size={16} stroke={1.5} />
      </ActionIcon>
      <KindMenu kinds={kinds} change={change} />
      {isNarrow ? null : (
        <SegmentedControl
          aria-label={t('calendar.view')}
          value={view}
          onChange={(value) => change({ view: value as CalendarView })}
          data={calendarViews.map((one) => ({ value: one, label: t(`calendar.views.${one}`) }))}
        />
      )}
    </>
  )
}
