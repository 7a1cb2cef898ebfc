// What can be said of the chosen alerts at once.
import { Button } from '@mantine/core'
import { useText } from '#renderer/lib/language.ts'
import { SnoozeMenu } from '#renderer/ui/alerts/snooze-menu.tsx'
import { refOf, useAlertMarks } from '#renderer/ui/alerts/use-alert-marks.ts'
import { WriteGate } from '#renderer/ui/write-gate.tsx'
import type { Alert, AlertState } from '#shared/schemas/alerts.ts'

type SelectionActionsProps = { state: AlertState; alerts: readonly Alert[]; onDone: () => void }

export function SelectionActions({ state, alerts, onDone }: SelectionActionsProps) {
  const { t, format } = useText()
  const marks = useAlertMarks()
  const refs = alerts.map(refOf)
  const then = (work: () => void) => () => {
    work()
    onDone()
  }
  const count = { count: alerts.length, formatted: format.number(alerts.length) }
  return (
    <>
      <span role="status">{t('alerts.selected', count)}</span>
      {state === 'waiting' ? (
        <>
          <SnoozeMenu
            title={t('alerts.snooze')}
            onSnooze={(until) => then(() => marks.snooze({ alerts: refs }, until))()}
          >
            <Button size="compact-sm">{t('alerts.snooze')}</Button>
          </SnoozeMenu>
          <WriteGate>
            <Button size="compact-sm" onClick={then(() => marks.done({ alerts: refs }))}>
              {t('alerts.done')}
            </Button>
          </WriteGate>
        </>
      ) : (
        <WriteGate>
          <Button size="compact-sm" onClick={then(() => marks.unmark(refs))}>
            {t('alerts.unmark')}
          </Button>
        </WriteGate>
      )}
    </>
  )
}
