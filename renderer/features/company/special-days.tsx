// Holidays, and days worked in exchange: a year at a time, spans as one row.
import { Button, Select } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { client, trpc } from '#renderer/lib/api.ts'
import { useBook } from '#renderer/lib/host-state.ts'
import { useText } from '#renderer/lib/language.ts'
import tableClasses from '#renderer/ui/plain-table.module.css'
import { QueryState } from '#renderer/ui/query-state.tsx'
import { FormSection } from '#renderer/ui/record-form/record-form.tsx'
import { sayError } from '#renderer/ui/say-error.ts'
import { StatusBadge } from '#renderer/ui/status-badge.tsx'
import { TableHead } from '#renderer/ui/table-head.tsx'
import { WriteGate } from '#renderer/ui/write-gate.tsx'
import { dayOf, type Instant } from '#shared/dates.ts'
import type { SpecialDay } from '#shared/schemas/special-days.ts'
import classes from './company.module.css'
import { type DaySpan, daySpans, yearOf, yearsOf } from './day-spans.ts'

/** What is asked of the dialogs, which stand outside the company's form. */
export type DaysTask = { do: 'add' } | { do: 'edit'; span: DaySpan } | { do: 'paste' }

export function SpecialDays({ onTask }: { onTask: (task: DaysTask) => void }) {
  const { t } = useText()
  const query = useQuery(trpc.book.specialDays.queryOptions())
  return (
    <FormSection title={t('company.sections.days')} hint={t('company.hints.days')} isWide>
      <QueryState query={query}>{(days) => <DaysOfYear days={days} onTask={onTask} />}</QueryState>
    </FormSection>
  )
}

type DaysProps = { days: readonly SpecialDay[]; onTask: (task: DaysTask) => void }

function DaysOfYear({ days, onTask }: DaysProps) {
  const { t } = useText()
  const { timeZone } = useBook()
  const today = dayOf(Date.now() as Instant, timeZone)
  const [chosen, setChosen] = useState(yearOf(today))
  const years = yearsOf(days, today)
  const year = years.includes(chosen) ? chosen : yearOf(today)
  const ofYear = days.filter((day) => yearOf(day.on) === year)
  return (
    <>
      <div className={classes.daysBar}>
        <Select
          label={t('company.days.year')}
          className={classes.year}
          allowDeselect={false}
          data={years}
          value={year}
          onChange={(next) => next && setChosen(next)}
        />
        <WriteGate>
          <Button onClick={() => onTask({ do: 'add' })}>{t('company.days.add')}</Button>
        </WriteGate>
        <WriteGate>
          <Button onClick={() => onTask({ do: 'paste' })}>{t('company.days.paste')}</Button>
        </WriteGate>
      </div>
      {ofYear.length === 0 ? (
        <p className="q-quiet">{t('company.days.none')}</p>
      ) : (
        <SpanTable spans={daySpans(ofYear)} onEdit={(span) => onTask({ do: 'edit', span })} />
      )}
    </>
  )
}

function SpanTable({ spans, onEdit }: { spans: readonly DaySpan[]; onEdit: (span: DaySpan) => void }) {
  const { t, format } = useText()
  return (
    <table className={`${tableClasses.table} ${classes.days}`} aria-label={t('company.days.list')}>
      <TableHead
        heads={[
          t('company.days.day'),
          t('company.days.name'),
          { numeric: t('company.days.number') },
          t('company.days.isWorked'),
          '',
        ]}
      />
      <tbody>
        {spans.map((span) => (
          <tr key={span.ids[0]}>
            <th scope="row" data-figure>
              {span.from === span.to ? span.from : `${span.from} – ${span.to}`}
            </th>
            <td>{span.name}</td>
            <td data-numeric>{format.number(span.ids.length)}</td>
            <td>
              <StatusBadge tone={span.isWorking ? 'accent' : 'neutral'}>
                {t(span.isWorking ? 'company.days.worked' : 'company.days.off')}
              </StatusBadge>
            </td>
            <td data-numeric>
              <SpanButtons span={span} onEdit={() => onEdit(span)} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** Removing asks once, in its own place: the second click removes. */
function SpanButtons({ span, onEdit }: { span: DaySpan; onEdit: () => void }) {
  const { t, format } = useText()
  const [isAsking, setAsking] = useState(false)
  const count = span.ids.length
  const remove = useMutation({
    mutationFn: () => client.book.removeSpecialDays.mutate({ ids: span.ids }),
    onSuccess: () =>
      notifications.show({ message: t('company.days.removed', { count, formatted: format.number(count) }) }),
    onError: (error) => sayError(t, error),
  })
  const of = `${span.from} ${span.name}`.trim()
  if (isAsking) {
    return (
      <>
        <Button variant="subtle" data-autofocus onClick={() => setAsking(false)}>
          {t('common.cancel')}
        </Button>
        <Button variant="subtle" color="red" loading={remove.isPending} onClick={() => remove.mutate()}>
          {t('company.days.removeSure', { count, formatted: format.number(count) })}
        </Button>
      </>
    )
  }
  return (
    <>
      <WriteGate>
        <Button variant="subtle" aria-label={`${t('common.edit')}: ${of}`} onClick={onEdit}>
          {t('common.edit')}
        </Button>
      </WriteGate>
      <WriteGate>
        <Button variant="subtle" aria-label={`${t('company.days.remove')}: ${of}`} onClick={() => setAsking(true)}>
          {t('company.days.remove')}
        </Button>
      </WriteGate>
    </>
  )
}
