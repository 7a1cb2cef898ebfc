// What the book says of the record now: on top of its timeline while the cause stands.
import { useQuery } from '@tanstack/react-query'
import { trpc } from '#renderer/lib/api.ts'
import { useText } from '#renderer/lib/language.ts'
import { useToday } from '#renderer/lib/use-today.ts'
import { alertSays } from '#renderer/ui/alerts/alert-words.ts'
import { SeverityMark } from '#renderer/ui/alerts/severity-mark.tsx'
import type { RecordRef } from '#shared/schemas/records.ts'
import classes from './timeline.module.css'

/** Among everything else only the most pressing; all where alerts are what was asked for. */
const shownAmongOthers = 3

export function AlertsNow({ record, isAlone }: { record: RecordRef; isAlone: boolean }) {
  const { t, format } = useText()
  const today = useToday()
  const { data: alerts } = useQuery(trpc.alerts.ofRecord.queryOptions({ today, record }))
  if (!alerts) return null
  if (alerts.length === 0) return isAlone ? <p className="q-quiet">{t('timeline.noAlerts')}</p> : null
  return (
    <ul className={classes.alerts} aria-label={t('timeline.alerts')}>
      {(isAlone ? alerts : alerts.slice(0, shownAmongOthers)).map((alert) => (
        <li key={`${alert.rule} ${alert.detail}`} className={classes.alert}>
          <SeverityMark severity={alert.severity} />
          <span className={classes.what}>{alertSays({ t, format }, alert, today)}</span>
        </li>
      ))}
    </ul>
  )
}
