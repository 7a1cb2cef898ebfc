// What the book says of the record now: how much, among everything else; each in words where alerts are asked for.
import { useQuery } from '@tanstack/react-query'
import { trpc } from '#renderer/lib/api.ts'
import { useText } from '#renderer/lib/language.ts'
import { useToday } from '#renderer/lib/use-today.ts'
import { alertSays } from '#renderer/ui/alerts/alert-words.ts'
import { SeverityMark } from '#renderer/ui/alerts/severity-mark.tsx'
import type { RecordRef } from '#shared/schemas/records.ts'
import classes from './timeline.module.css'

export function AlertsNow({ record }: { record: RecordRef }) {
  const { t, format } = useText()
  const today = useToday()
  const alerts = useAlerts(record)
  if (!alerts) return null
  if (alerts.length === 0) return <p className="q-quiet">{t('timeline.noAlerts')}</p>
  return (
    <ul className={classes.alerts} aria-label={t('timeline.alerts')}>
      {alerts.map((alert) => (
        <li key={`${alert.rule} ${alert.detail}`} className={classes.alert}>
          <SeverityMark severity={alert.severity} />
          <span className={classes.what}>{alertSays({ t, format }, alert, today)}</span>
        </li>
      ))}
    </ul>
  )
}

/** One line for all of them, as pressing as the most pressing: pages say them in full on their own top. */
export function AlertsSummary({ record, onShow }: { record: RecordRef; onShow: () => void }) {
  const { t } = useText()
  const alerts = useAlerts(record)
  const first = alerts?.[0]
  if (!alerts || !first) return null
  return (
    <p className={classes.summary}>
      <SeverityMark severity={first.severity} />
      <button type="button" className="q-explains" onClick={onShow}>
        {t('timeline.alertCount', { count: alerts.length })}
      </button>
    </p>
  )
}

function useAlerts(record: RecordRef) {
  const today = useToday()
  return useQuery(trpc.alerts.ofRecord.queryOptions({ today, record })).data
}
