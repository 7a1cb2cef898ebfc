// An alert that waits as a row: on Home and on the screen of alerts.
import type { ReactNode } from 'react'
import { useText } from '#renderer/lib/language.ts'
import { useToday } from '#renderer/lib/use-today.ts'
import type { Alert } from '#shared/schemas/alerts.ts'
import { RecordLink } from '../record-link.tsx'
import { stepAddress } from './alert-step.ts'
import { alertSays, alertTitle } from './alert-words.ts'
import { SeverityMark } from './severity-mark.tsx'
import { refOf, useAlertMarks } from './use-alert-marks.ts'
import { WaitingRow } from './waiting-row.tsx'

type AlertRowProps = { alert: Alert; lead?: ReactNode }

export function AlertRow({ alert, lead }: AlertRowProps) {
  const { t, format } = useText()
  const today = useToday()
  const marks = useAlertMarks()
  const spoken = { t, format }
  const targets = { alerts: [refOf(alert)] }
  return (
    <WaitingRow
      lead={lead}
      mark={<SeverityMark severity={alert.severity} />}
      name={alert.record && alert.record.kind !== 'company' ? <RecordLink record={alert.record} /> : null}
      says={alertSays(spoken, alert, today)}
      day={alert.dayOn}
      title={alertTitle(spoken, alert, today)}
      step={{ label: t(`alerts.steps.${alert.step.action}`), address: stepAddress(alert) }}
      onSnooze={(until) => marks.snooze(targets, until)}
      onDone={() => marks.done(targets)}
    />
  )
}
