// Not now: until tomorrow, next week, next month or a day of one's own. For alerts and tasks alike.
import { Button, Menu, Modal } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { type FormEvent, type ReactElement, useState } from 'react'
import { useText } from '#renderer/lib/language.ts'
import { useMayWrite } from '#renderer/lib/may-write.ts'
import { useToday } from '#renderer/lib/use-today.ts'
import { addDays, type Day, isDay } from '#shared/dates.ts'
import { DayInput } from '../day-input.tsx'
import { WriteGate } from '../write-gate.tsx'
import { snoozeChoices, snoozeDay } from './snooze-days.ts'
import classes from './snooze-menu.module.css'

type SnoozeMenuProps = {
  /** What it hangs on: a button. */
  children: ReactElement<Record<string, unknown>>
  /** Named by what is put aside. */
  title: string
  onSnooze: (until: Day) => void
}

export function SnoozeMenu({ children, title, onSnooze }: SnoozeMenuProps) {
  const { t } = useText()
  const today = useToday()
  const { mayWrite } = useMayWrite()
  const [isAsking, ask] = useDisclosure(false)
  if (!mayWrite) return <WriteGate>{children}</WriteGate>
  return (
    <>
      <Menu position="bottom-end" width={220}>
        <Menu.Target>{children}</Menu.Target>
        <Menu.Dropdown>
          <Menu.Label>{t('alerts.snoozeUntil')}</Menu.Label>
          {snoozeChoices.map((choice) => (
            <Menu.Item
              key={choice}
              onClick={() => onSnooze(snoozeDay(choice, today))}
              rightSection={<span className={classes.day}>{snoozeDay(choice, today)}</span>}
            >
              {t(`alerts.${choice}`)}
            </Menu.Item>
          ))}
          <Menu.Item onClick={ask.open}>{t('alerts.aDay')} …</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {isAsking ? <DayQuestion title={title} today={today} onClose={ask.close} onSnooze={onSnooze} /> : null}
    </>
  )
}

type DayQuestionProps = { title: string; today: Day; onClose: () => void; onSnooze: (until: Day) => void }

function DayQuestion({ title, today, onClose, onSnooze }: DayQuestionProps) {
  const { t } = useText()
  const [day, setDay] = useState<string>(addDays(today, 7))
  const problem = isDay(day) && day > today ? null : t('errors.alerts/snooze-in-past')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!isDay(day) || problem) return
    onSnooze(day)
    onClose()
  }
  return (
    <Modal opened onClose={onClose} title={title} size="sm" closeButtonProps={{ 'aria-label': t('common.close') }}>
      <form onSubmit={submit} className={classes.question}>
        <DayInput label={t('alerts.snoozeUntil')} value={day} onChange={setDay} error={problem} data-autofocus />
        <div className={classes.buttons}>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button variant="filled" type="submit">
            {t('alerts.snooze')}
          </Button>
        </div>
      </form>
    </Modal>
  )
}
