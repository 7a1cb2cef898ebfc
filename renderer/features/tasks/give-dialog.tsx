// Asks who is to do some tasks.
import { Button, Modal } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useText } from '#renderer/lib/language.ts'
import { PersonSelect } from '#renderer/ui/person-select.tsx'
import classes from './tasks.module.css'

type GiveDialogProps = { count: number; onGive: (personId: number | null) => void; onClose: () => void }

export function GiveDialog({ count, onGive, onClose }: GiveDialogProps) {
  const { t, format } = useText()
  const [personId, setPersonId] = useState<number | null>(null)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    onGive(personId)
  }
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('tasks.give.title')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <form className={classes.dialog} onSubmit={submit}>
        <p className="q-quiet">{t('tasks.give.text', { count, formatted: format.number(count) })}</p>
        <PersonSelect
          label={t('tasks.fields.person')}
          placeholder={t('tasks.nobody')}
          data-autofocus
          value={personId}
          onChange={setPersonId}
        />
        <div className={classes.actions}>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button type="submit" variant="filled">
            {t('tasks.give.give')}
          </Button>
        </div>
      </form>
    </Modal>
  )
}
