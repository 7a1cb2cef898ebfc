// What the book says of a record that is open: one quiet line for each alert, on top of its page.
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { trpc } from '#renderer/lib/api.ts'
import { useText } from '#renderer/lib/language.ts'
import { useToday } from '#renderer/lib/use-today.ts'
import type { Alert } from '#shared/schemas/alerts.ts'
import type { RecordKind } from '#shared/schemas/records.ts'
import { stepAddress } from './alert-step.ts'
import { alertSays } from './alert-words.ts'
import classes from './record-alerts.module.css'
import { SeverityMark } from './severity-mark.tsx'

/** More than these say too much on a page that is about something else. */
const shown = 3

export function RecordAlerts({ kind, id }: { kind: RecordKind; id: number }) {
  const { t, format } = useText()
  const today = useToday()
  const { data: alerts } = useQuery(trpc.alerts.ofRecord.queryOptions({ today, record: { kind, id } }))
  if (!alerts || alerts.length === 0) return null
  const more = alerts.length - shown
  return (
    <ul className={classes.alerts} aria-label={t('alerts.label')}>
      {alerts.slice(0, shown).map((alert) => (
        <li key={`${alert.rule} ${alert.detail}`} className={classes.alert}>
          <SeverityMark severity={alert.severity} />
          <span className={classes.says}>{alertSays({ t, format }, alert, today)}</span>
          {isHere(alert, kind) ? null : (
            <Link className="q-link" {...(stepAddress(alert) as { to: '/' })}>
              {t(`alerts.steps.${alert.step.action}`)}
            </Link>
          )}
        </li>
      ))}
      {more > 0 ? (
        <li className="q-quiet">{t('alerts.ofRecord', { count: more, formatted: format.number(more) })}</li>
      ) : null}
    </ul>
  )
}

/** Steps that are taken on the page where this stands need no link. */
function isHere({ step }: Alert, kind: RecordKind): boolean {
  return step.place === 'page' || step.place === kind
}
