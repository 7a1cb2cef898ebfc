// The first and the last day of a report; from the beginning of the year where nobody says otherwise.
import { useMemo } from 'react'
import { useText } from '#renderer/lib/language.ts'
import { useToday } from '#renderer/lib/use-today.ts'
import { DayField } from '#renderer/ui/day-field.tsx'
import report from '#renderer/ui/report.module.css'
import type { ReportsAddress } from './reports-address.ts'
import type { ReportsState } from './use-reports.ts'

type Span = { from: string; to: string }

/** In order: a first day behind the last one is taken as that one. */
export function useDaySpan({ from, to }: ReportsAddress): Span {
  const today = useToday()
  return useMemo(() => {
    const last = to ?? today
    const first = from ?? `${last.slice(0, 4)}-01-01`
    return { from: first > last ? last : first, to: last }
  }, [from, to, today])
}

export function DaySpan({ span, change }: { span: Span; change: ReportsState['change'] }) {
  const { t } = useText()
  return (
    <span className={report.days}>
      <DayField aria-label={t('stockReports.from')} value={span.from} onChange={(from) => change({ from })} />
      –
      <DayField aria-label={t('stockReports.to')} value={span.to} onChange={(to) => change({ to })} />
    </span>
  )
}
