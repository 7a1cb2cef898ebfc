// Leaves a clash as it is, with a word why where someone wants to say it.
import { Button, Popover, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { client } from '#renderer/lib/api.ts'
import { useText } from '#renderer/lib/language.ts'
import { sayError } from '#renderer/ui/say-error.ts'
import { sayUndoable } from '#renderer/ui/undo-notice.tsx'
import { WriteGate } from '#renderer/ui/write-gate.tsx'
import type { Clash } from '#shared/schemas/clashes.ts'
import classes from './rule-panel.module.css'

export function LeaveButton({ clash: { rule, key } }: { clash: Clash }) {
  const words = useText()
  const { t } = words
  const [isOpen, setOpen] = useState(false)
  const [note, setNote] = useState('')
  const leave = useMutation({
    mutationFn: () => client.clashes.leave.mutate({ rule, targets: { keys: [key] }, note }),
    onSuccess: ({ operationId }) =>
      sayUndoable(words, t('clashes.leave.done', { count: 1, formatted: '1' }), operationId),
    onError: (error) => sayError(t, error),
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    leave.mutate()
  }
  return (
    <Popover opened={isOpen} onChange={setOpen} trapFocus>
      <Popover.Target>
        <WriteGate>
          <Button variant="subtle" onClick={() => setOpen(!isOpen)}>
            {t('clashes.leave.button')}
          </Button>
        </WriteGate>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('clashes.leave.button')}>
        <form className={classes.leave} onSubmit={submit} noValidate>
          <TextInput
            label={t('clashes.leave.note')}
            data-autofocus
            maxLength={1000}
            value={note}
            onChange={(event) => setNote(event.currentTarget.value)}
          />
          <Button type="submit" variant="filled" loading={leave.isPending}>
            {t('clashes.leave.confirm')}
          </Button>
        </form>
      </Popover.Dropdown>
    </Popover>
  )
}
