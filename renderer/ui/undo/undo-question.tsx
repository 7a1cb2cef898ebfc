// Asks before a key takes back something large or old. One question at a time.
import { Button, Modal } from '@mantine/core'
import { useSyncExternalStore } from 'react'
import { useText } from '#renderer/lib/language.ts'
import { nameIn } from '#renderer/lib/names.ts'
import { operationName } from '#renderer/ui/record-history/operation-name.ts'
import type { NextUndo } from '#shared/schemas/history.ts'
import classes from './undo.module.css'

export type Direction = 'undo' | 'redo'
export type UndoDoubt = 'large' | 'old'

type Question = { next: NextUndo; direction: Direction; doubt: UndoDoubt; answer: (isYes: boolean) => void }

let question: Question | null = null
const listeners = new Set<() => void>()

function set(next: Question | null) {
  question = next
  for (const listener of listeners) listener()
}

/** True where the answer is yes. */
export function askBefore(asked: Omit<Question, 'answer'>): Promise<boolean> {
  question?.answer(false)
  return new Promise((resolve) => {
    set({
      ...asked,
      answer: (isYes) => {
        set(null)
        resolve(isYes)
      },
    })
  })
}

export function UndoQuestion() {
  const asked = useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => question,
  )
  return asked ? <Asked {...asked} /> : null
}

function Asked({ next, direction, doubt, answer }: Question) {
  const { t, format } = useText()
  const what = operationName(t, next.name)
  return (
    <Modal
      opened
      onClose={() => answer(false)}
      title={t(direction === 'undo' ? 'history.keys.askUndo' : 'history.keys.askRedo')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <div className={classes.question}>
        <p>{t('history.keys.what', { what, time: format.instant(next.at) })}</p>
        {next.record ? (
          <p className={classes.record}>
            {[next.record.code, nameIn(format.language, next.record)].filter(Boolean).join(' · ')}
          </p>
        ) : null}
        <p className="q-quiet">
          {doubt === 'large'
            ? t('history.keys.large', { count: next.rows, formatted: format.number(next.rows) })
            : t('history.keys.old')}
        </p>
        <div className={classes.actions}>
          <Button onClick={() => answer(false)}>{t('common.cancel')}</Button>
          <Button variant="filled" data-autofocus onClick={() => answer(true)}>
            {t(`history.keys.${direction}`)}
          </Button>
        </div>
      </div>
    </Modal>
  )
}
