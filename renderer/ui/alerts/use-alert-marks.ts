// Says something of alerts (not now, done, after all), tells that it was said, and offers to take it back.
import { useMutation } from '@tanstack/react-query'
import { client } from '#renderer/lib/api.ts'
import { useText } from '#renderer/lib/language.ts'
import { useToday } from '#renderer/lib/use-today.ts'
import { sayError } from '#renderer/ui/say-error.ts'
import type { Day } from '#shared/dates.ts'
import type { Alert, AlertRef, AlertTargets } from '#shared/schemas/alerts.ts'
import { sayUndoable } from '../undo-notice.tsx'

/** The alert by what a mark needs to know of it. */
export function refOf({ rule, record, detail, cause }: Alert): AlertRef {
  return { rule, record: record && { kind: record.kind, id: record.id }, detail, cause }
}

export function useAlertMarks() {
  const { t, format } = useText()
  const today = useToday()
  const counted = (count: number) => ({ count, formatted: format.number(count) })
  const onError = (error: unknown) => sayError(t, error)
  const snooze = useMutation({
    mutationFn: (said: { targets: AlertTargets; until: Day }) => client.alerts.snooze.mutate({ today, ...said }),
    onSuccess: ({ result, operationId }, { until }) => {
      const text = t('alerts.snoozed', { ...counted(result), day: format.dayInWords(until) })
      sayUndoable({ t }, text, operationId)
    },
    onError,
  })
  const done = useMutation({
    mutationFn: (targets: AlertTargets) => client.alerts.done.mutate({ today, targets }),
    onSuccess: ({ result, operationId }) => sayUndoable({ t }, t('alerts.marked', counted(result)), operationId),
    onError,
  })
  const unmark = useMutation({
    mutationFn: (alerts: AlertRef[]) => client.alerts.unmark.mutate({ alerts }),
    onSuccess: ({ operationId }, alerts) =>
      sayUndoable({ t }, t('alerts.unmarked', counted(alerts.length)), operationId),
    onError,
  })
  return {
    snooze: (targets: AlertTargets, until: Day) => snooze.mutate({ targets, until }),
    done: (targets: AlertTargets) => done.mutate(targets),
    unmark: (alerts: AlertRef[]) => unmark.mutate(alerts),
  }
}
