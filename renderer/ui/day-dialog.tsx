// Asks for another day for tasks: the usual ones by a click, any other one written.
import { Button, Modal } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { fieldMessage } from '#renderer/lib/error-message.ts'
import { useText } from '#renderer/lib/language.ts'
import { typedDay } from '#renderer/lib/typed-day.ts'
import { useToday } from '#renderer/lib/use-today.ts'
import { addDays, type Day, isDay } from '#shared/dates.ts'
import classes from './day-dialog.module.css'
import { DayInput } from './day-input.tsx'

type DayDialogProps = { count: number; initial?: string; onMove: (day: Day) => void; onClose: () => void }

export function DayDialog({ count, initial = '', onMove, onClose }: DayDialogProps) {
  const { t, format } = useText()
  const today = useToday()
  const [typed, setTyped] = useState(initial)
  const [problem, setProblem] = useState('')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const day = typedDay(typed)
    if (isDay(day)) onMove(day)
    else setProblem(fieldMessage(t, 'day'))
  }
  const usual = [
    ['today', today],
    ['tomorrow', addDays(today, 1)],
    ['nextWeek', addDays(today, 7)],
  ] as const
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('tasks.moveTo.title')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <form className={classes.dialog} onSubmit={submit} noValidate>
        <p className="q-quiet">{t('tasks.moveTo.text', { count, formatted: format.number(count) })}</p>
        <DayInput
          label={t('tasks.moveTo.day')}
          data-autofocus
          value={typed}
          error={problem}
          onChange={(day) => {
            setProblem('')
            setTyped(day)
          }}
        />
        <div className={classes.choices}>
          {usual.map(([key, day]) => (
            <Button key={key} onClick={() => onMove(day)}>
              {t(`tasks.moveTo.${key}`)}
            </Button>
          ))}
        </div>
        <div className={classes.actions}>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button type="submit" variant="filled">
            {t('tasks.moveTo.move')}
          </Button>
        </div>
      </form>
    </Modal>
  )
}
