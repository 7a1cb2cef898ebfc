// One page of alerts. Each page is a question of its own, so that "show more" never asks again for what is shown.
import { ActionIcon, Checkbox, Tooltip } from '@mantine/core'
import { IconArrowBackUp } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { trpc } from '#renderer/lib/api.ts'
import { useText } from '#renderer/lib/language.ts'
import { useToday } from '#renderer/lib/use-today.ts'
import { AlertRow } from '#renderer/ui/alerts/alert-row.tsx'
import { alertSays, alertTitle } from '#renderer/ui/alerts/alert-words.ts'
import { controlOf } from '#renderer/ui/alerts/row-keys.ts'
import { SeverityMark } from '#renderer/ui/alerts/severity-mark.tsx'
import { refOf, useAlertMarks } from '#renderer/ui/alerts/use-alert-marks.ts'
import { WaitingRow } from '#renderer/ui/alerts/waiting-row.tsx'
import { RecordLink } from '#renderer/ui/record-link.tsx'
import { WriteGate } from '#renderer/ui/write-gate.tsx'
import type { Alert, AlertRuleId, AlertState } from '#shared/schemas/alerts.ts'
import { type ChosenAlerts, keyOf } from './use-chosen-alerts.ts'

export const pageSize = 100

type AlertPageProps = { state: AlertState; rule: AlertRuleId | undefined; page: number; chosen: ChosenAlerts }

export function AlertPage({ state, rule, page, chosen }: AlertPageProps) {
  const today = useToday()
  const input = { today, state, rule, limit: pageSize, ...(page > 0 && { offset: page * pageSize }) }
  const { data } = useQuery(trpc.alerts.list.queryOptions(input))
  const Row = state === 'waiting' ? AlertRow : MarkedRow
  return data?.rows.map((alert) => (
    <Row key={keyOf(alert)} alert={alert} lead={<Choice alert={alert} chosen={chosen} />} />
  ))
}

function Choice({ alert, chosen }: { alert: Alert; chosen: ChosenAlerts }) {
  const { t, format } = useText()
  const today = useToday()
  return (
    <Checkbox
      aria-label={t('alerts.select', { what: alertTitle({ t, format }, alert, today) })}
      checked={chosen.has(alert)}
      onChange={() => chosen.toggle(alert)}
    />
  )
}

/** Put aside or done: until when, and the way back. */
function MarkedRow({ alert, lead }: { alert: Alert; lead: ReactNode }) {
  const { t, format } = useText()
  const today = useToday()
  const marks = useAlertMarks()
  const title = alertTitle({ t, format }, alert, today)
  return (
    <WaitingRow
      lead={lead}
      mark={<SeverityMark severity={alert.severity} />}
      name={alert.record ? <RecordLink record={alert.record} /> : null}
      says={alertSays({ t, format }, alert, today)}
      day={alert.dayOn}
      title={title}
      step={null}
      actions={
        <>
          {alert.mark?.untilOn ? (
            <span className="q-quiet">{t('alerts.until', { day: alert.mark.untilOn })}</span>
          ) : null}
          <WriteGate>
            <Tooltip label={t('alerts.unmark')}>
              <ActionIcon
                variant="subtle"
                aria-label={t('alerts.unmarkOne', { what: title })}
                onClick={() => marks.unmark([refOf(alert)])}
                {...controlOf('step')}
              >
                <IconArrowBackUp size={16} stroke={1.6} />
              </ActionIcon>
            </Tooltip>
          </WriteGate>
        </>
      }
    />
  )
}
