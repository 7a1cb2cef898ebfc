// Keeps the analysis as it stands, so that the next one can be compared with it.
import { Button, Popover, TextInput } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { client } from '#renderer/lib/api.ts'
import { useText } from '#renderer/lib/language.ts'
import { sayError } from '#renderer/ui/say-error.ts'
import { WriteGate } from '#renderer/ui/write-gate.tsx'
import type { ClassesInput } from '#shared/schemas/classes.ts'
import classes from './keep-run.module.css'

export function KeepRun({ question, isEmpty }: { question: ClassesInput; isEmpty: boolean }) {
  const { t, format } = useText()
  const [isOpen, setOpen] = useState(false)
  const [note, setNote] = useState('')
  const keep = useMutation({
    mutationFn: () => client.classes.keep.mutate({ ...question, note }),
    onSuccess: ({ moved }) => {
      setOpen(false)
      setNote('')
      notifications.show({ message: t('classes.keep.done', { count: moved, formatted: format.number(moved) }) })
    },
    onError: (error) => sayError(t, error),
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    keep.mutate()
  }
  return (
    <Popover opened={isOpen} onChange={setOpen} width={320} position="bottom-end" trapFocus returnFocus>
      <Popover.Target>
        <WriteGate>
          <Button variant="filled" disabled={isEmpty} onClick={() => setOpen((open) => !open)}>
            {t('classes.keep.do')}
          </Button>
        </WriteGate>
      </Popover.Target>
      <Popover.Dropdown>
        <form className={classes.form} onSubmit={submit} aria-label={t('classes.keep.title')}>
          <p>{t('classes.keep.about')}</p>
          <TextInput
            label={t('classes.keep.note')}
            maxLength={500}
            value={note}
            onChange={(event) => setNote(event.currentTarget.value)}
            data-autofocus
          />
          <Button type="submit" variant="filled" loading={keep.isPending}>
            {t('classes.keep.save')}
          </Button>
        </form>
      </Popover.Dropdown>
    </Popover>
  )
}
