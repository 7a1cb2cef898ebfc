// Says something of alerts (not now, done, after all), tells that it was said, and offers to take it back.
import { Button } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useMutation } from '@tanstack/react-query'
import { client } from '#renderer/lib/api.ts'
import { errorMessage } from '#renderer/lib/error-message.ts'
import { useText } from '#renderer/lib/language.ts'
import { useToday } from '#renderer/lib/use-today.ts'
import type { Day } from '#shared/dates.ts'
import type { Alert, AlertRef, AlertTargets, MarkedAlerts } from '#shared/schemas/alerts.ts'
import classes from './use-alert-marks.module.css'

/** The alert by what a mark needs to know of it. */
export function refOf({ rule, record, detail, cause }: Alert): AlertRef {
  return { rule, record: record && { kind: record.kind, id: record.id }, detail, cause }
}

export function useAlertMarks() {
  const { t, format } = useText()
  const today = useToday()
  const onError = (error: unknown) => notifications.show({ color: 'red', message: errorMessage(t, error) })
  const unmark = useMutation({
    mutationFn: (alerts: AlertRef[]) => client.alerts.unmark.mutate({ alerts }),
    onError,
  })
  const say = (text: string, { alerts }: MarkedAlerts) =>
    notifications.show({
      message: <Said text={text} onTakeBack={() => unmark.mutate(alerts)} canTakeBack={alerts.length > 0} />,
    })
  const snooze = useMutation({
    mutationFn: (said: { targets: AlertTargets; until: Day }) => client.alerts.snooze.mutate({ today, ...said }),
    onSuccess: (marked, { until }) =>
      say(t('alerts.snoozed', { ...counted(marked.count), day: format.dayInWords(until) }), marked),
    onError,
  })
  const done = useMutation({
    mutationFn: (targets: AlertTargets) => client.alerts.done.mutate({ today, targets }),
    onSuccess: (marked) => say(t('alerts.marked', counted(marked.count)), marked),
    onError,
  })
  const counted = (count: number) => ({ count, formatted: format.number(count) })
  return {
    snooze: (targets: AlertTargets, until: Day) => snooze.mutate({ targets, until }),
    done: (targets: AlertTargets) => done.mutate(targets),
    unmark: (alerts: AlertRef[]) => unmark.mutate(alerts),
    isBusy: snooze.isPending || done.isPending || unmark.isPending,
  }
}

type SaidProps = { text: string; canTakeBack: boolean; onTakeBack: () => void }

function Said({ text, canTakeBack, onTakeBack }: SaidProps) {
  const { t } = useText()
  return (
    <span className={classes.said}>
      {text}
      {canTakeBack ? (
        <Button size="compact-xs" onClick={onTakeBack}>
          {t('alerts.takeBack')}
        </Button>
      ) : null}
    </span>
  )
}
