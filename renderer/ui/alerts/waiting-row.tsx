// One thing that waits, be it alert or task: how pressing, what, when, and what can be done about it.
import { ActionIcon, Tooltip } from '@mantine/core'
import { IconCheck, IconClockPause } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useText } from '#renderer/lib/language.ts'
import { LinkButton } from '#renderer/ui/link-button.tsx'
import { WriteGate } from '#renderer/ui/write-gate.tsx'
import type { Day } from '#shared/dates.ts'
import type { StepAddress } from './alert-step.ts'
import { controlOf, rowMark } from './row-keys.ts'
import { SnoozeMenu } from './snooze-menu.tsx'
import classes from './waiting-row.module.css'

type WaitingRowProps = {
  mark: ReactNode
  /** Before the mark: a checkbox. */
  lead?: ReactNode
  /** The record or title, as a link. */
  name: ReactNode
  says: ReactNode
  day: Day | null
  /** The whole in one line, for controls that are heard without their row. */
  title: string
  step: { label: string; address: StepAddress } | null
  onSnooze?: (until: Day) => void
  onDone?: () => void
  /** Instead of putting aside and done. */
  actions?: ReactNode
}

export function WaitingRow({ mark, lead, name, says, day, title, step, onSnooze, onDone, actions }: WaitingRowProps) {
  const { t } = useText()
  return (
    <li className={classes.row} {...{ [rowMark]: '' }}>
      {lead}
      <span className={classes.mark}>{mark}</span>
      <span className={classes.what}>
        {name ? (
          <span className={classes.name} {...controlOf('open')}>
            {name}
          </span>
        ) : null}
        <span className={name ? classes.says : classes.alone}>{says}</span>
      </span>
      <span className={classes.day} data-numeric>
        {day}
      </span>
      <span className={classes.actions}>
        {step ? (
          <LinkButton
            {...(step.address as { to: '/' })}
            size="compact-sm"
            className={classes.step}
            aria-label={t('common.named', { name: step.label, said: title })}
            {...controlOf('step')}
          >
            {step.label}
          </LinkButton>
        ) : null}
        {onSnooze ? <SnoozeButton title={title} onSnooze={onSnooze} /> : null}
        {onDone ? <DoneButton title={title} onDone={onDone} /> : null}
        {actions}
      </span>
    </li>
  )
}

function SnoozeButton({ title, onSnooze }: { title: string; onSnooze: (until: Day) => void }) {
  const { t } = useText()
  const label = t('alerts.snoozeOne', { what: title })
  return (
    <SnoozeMenu title={label} onSnooze={onSnooze}>
      <Tooltip label={`${t('alerts.snooze')} (S)`}>
        <ActionIcon variant="subtle" aria-label={label} {...controlOf('snooze')}>
          <IconClockPause size={16} stroke={1.6} />
        </ActionIcon>
      </Tooltip>
    </SnoozeMenu>
  )
}

function DoneButton({ title, onDone }: { title: string; onDone: () => void }) {
  const { t } = useText()
  return (
    <WriteGate>
      <Tooltip label={`${t('alerts.done')} (D)`}>
        <ActionIcon
          variant="subtle"
          aria-label={t('alerts.doneOne', { what: title })}
          onClick={onDone}
          {...controlOf('done')}
        >
          <IconCheck size={16} stroke={1.8} />
        </ActionIcon>
      </Tooltip>
    </WriteGate>
  )
}
