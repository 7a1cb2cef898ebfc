// Exceptions from what a grade does: why, and until when.
import { Button, TextInput } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { client } from '#renderer/lib/api.ts'
import { useText } from '#renderer/lib/language.ts'
import { useToday } from '#renderer/lib/use-today.ts'
import { DayInput } from '#renderer/ui/day-input.tsx'
import plain from '#renderer/ui/plain-table.module.css'
import { sayError } from '#renderer/ui/say-error.ts'
import { SectionTitle } from '#renderer/ui/section-title.tsx'
import { sayUndoable } from '#renderer/ui/undo-notice.tsx'
import { WriteGate } from '#renderer/ui/write-gate.tsx'
import { addDays } from '#shared/dates.ts'
import type { GradeException } from '#shared/schemas/score-records.ts'
import classes from './scores.module.css'

type CardExceptionsProps = { supplierId: number; exceptions: readonly GradeException[] }

export function CardExceptions({ supplierId, exceptions }: CardExceptionsProps) {
  const text = useText()
  const { t } = text
  const today = useToday()
  const end = useMutation({
    mutationFn: (id: number) => client.suppliers.endException.mutate({ id }),
    onSuccess: ({ operationId }) => sayUndoable(text, t('scores.except.ended'), operationId),
    onError: (error) => sayError(t, error),
  })
  return (
    <section>
      <SectionTitle>{t('scores.except.title')}</SectionTitle>
      <p className="q-quiet">{t('scores.except.about')}</p>
      <ExceptForm supplierId={supplierId} />
      {exceptions.length === 0 ? <p className="q-quiet">{t('scores.except.none')}</p> : null}
      <table className={plain.table} aria-label={t('scores.except.title')}>
        <tbody>
          {exceptions.map((one) => (
            <tr key={one.id}>
              <th scope="row">{one.reason}</th>
              <td>{`${one.givenOn} – ${one.untilOn}`}</td>
              <td data-numeric>
                {one.untilOn >= today ? (
                  <WriteGate>
                    <Button size="compact-xs" variant="subtle" onClick={() => end.mutate(one.id)}>
                      {t('scores.except.end')}
                    </Button>
                  </WriteGate>
                ) : null}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

/** Until when an exception is offered; any other day can be written. */
const usualDays = 30

function ExceptForm({ supplierId }: { supplierId: number }) {
  const { t } = useText()
  const today = useToday()
  const empty = { reason: '', untilOn: addDays(today, usualDays) as string }
  const [form, setForm] = useState(empty)
  const add = useMutation({
    mutationFn: () => client.suppliers.addException.mutate({ supplierId, givenOn: today, ...form }),
    onSuccess: () => {
      notifications.show({ message: t('scores.except.added', { day: form.untilOn }) })
      setForm(empty)
    },
    onError: (error) => sayError(t, error),
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    add.mutate()
  }
  return (
    <form className={classes.row} onSubmit={submit} aria-label={t('scores.except.title')} noValidate>
      <TextInput
        className={classes.grow}
        label={t('scores.except.reason')}
        value={form.reason}
        onChange={(event) => setForm({ ...form, reason: event.currentTarget.value })}
      />
      <DayInput
        w={148}
        label={t('scores.except.until')}
        value={form.untilOn}
        onChange={(untilOn) => setForm((now) => ({ ...now, untilOn }))}
      />
      <WriteGate>
        <Button type="submit" loading={add.isPending} disabled={form.reason.trim() === ''}>
          {t('scores.except.add')}
        </Button>
      </WriteGate>
    </form>
  )
}
