// How pressing something is: a sign and a word, of which the colour only repeats what they say.
import { IconAlertTriangle, IconCheckbox, IconFlame, IconInfoCircle } from '@tabler/icons-react'
import { useText } from '#renderer/lib/language.ts'
import type { AlertSeverity } from '#shared/schemas/alerts.ts'
import classes from './severity-mark.module.css'

const icons = { urgent: IconFlame, warning: IconAlertTriangle, info: IconInfoCircle }

export function SeverityMark({ severity }: { severity: AlertSeverity }) {
  const { t } = useText()
  const Icon = icons[severity]
  return (
    <span className={classes.mark} data-severity={severity}>
      <Icon size={14} stroke={1.8} aria-hidden />
      {t(`alerts.severity.${severity}`)}
    </span>
  )
}

/** The same for a task, beside alerts. */
export function TaskMark({ isOverdue }: { isOverdue: boolean }) {
  const { t } = useText()
  return (
    <span className={classes.mark} data-severity={isOverdue ? 'urgent' : 'task'}>
      <IconCheckbox size={14} stroke={1.8} aria-hidden />
      {t(isOverdue ? 'today.taskOverdue' : 'today.task')}
    </span>
  )
}
