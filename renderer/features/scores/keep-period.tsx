// Keeps a period's scores and grades: the grade of the newest one holds for orders and requests.
import { Button, Popover, TextInput } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useMutation, useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { client, trpc } from '#renderer/lib/api.ts'
import { useText } from '#renderer/lib/language.ts'
import { DayInput } from '#renderer/ui/day-input.tsx'
import { sayError } from '#renderer/ui/say-error.ts'
import { WriteGate } from '#renderer/ui/write-gate.tsx'
import classes from './scores.module.css'

export function KeepPeriod() {
  const { t } = useText()
  const [isOpen, setOpen] = useState(false)
  const next = useQuery({ ...trpc.suppliers.periodToKeep.queryOptions(), enabled: isOpen })
  return (
    <Popover opened={isOpen} onChange={setOpen} width={320} position="bottom-end" trapFocus returnFocus>
      <Popover.Target>
        <WriteGate>
          <Button variant="filled" onClick={() => setOpen((open) => !open)}>
            {t('scores.keep.do')}
          </Button>
        </WriteGate>
      </Popover.Target>
      <Popover.Dropdown>
        {next.data ? <KeepForm key={next.data.to} {...next.data} onDone={() => setOpen(false)} /> : null}
      </Popover.Dropdown>
    </Popover>
  )
}

type KeepFormProps = { from: string; to: string; isKept: boolean; onDone: () => void }

function KeepForm({ from, to, isKept, onDone }: KeepFormProps) {
  const { t } = useText()
  const [asked, setAsked] = useState({ from, to, note: '' })
  const keep = useMutation({
    mutationFn: () => client.suppliers.keepPeriod.mutate(asked),
    onSuccess: () => {
      notifications.show({ message: t('scores.keep.done') })
      onDone()
    },
    onError: (error) => sayError(t, error),
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    keep.mutate()
  }
  return (
    <form className={classes.form} onSubmit={submit} aria-label={t('scores.keep.title')}>
      <p>{t('scores.keep.about')}</p>
      {isKept ? <p className="q-quiet">{t('scores.keep.again')}</p> : null}
      <DayInput
        label={t('scores.keep.from')}
        value={asked.from}
        onChange={(day) => setAsked({ ...asked, from: day })}
      />
      <DayInput label={t('scores.keep.to')} value={asked.to} onChange={(day) => setAsked({ ...asked, to: day })} />
      <TextInput
        label={t('scores.keep.note')}
        maxLength={500}
        value={asked.note}
        onChange={(event) => setAsked({ ...asked, note: event.currentTarget.value })}
        data-autofocus
      />
      <Button type="submit" variant="filled" loading={keep.isPending}>
        {t('scores.keep.save')}
      </Button>
    </form>
  )
}
