// A batch beside its list, with what can be set right of it.
import { Button, Textarea, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { notifications } from '@mantine/notifications'
import { useMutation, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { client, trpc } from '#renderer/lib/api.ts'
import { failureOf } from '#renderer/lib/call-failure.ts'
import { errorMessage, fieldErrors, fieldMessages } from '#renderer/lib/error-message.ts'
import { parseFields } from '#renderer/lib/field-problems.ts'
import { useText } from '#renderer/lib/language.ts'
import { typedDay } from '#renderer/lib/typed-day.ts'
import { quantityText } from '#renderer/lib/unit-text.ts'
import { DayInput } from '#renderer/ui/day-input.tsx'
import { Facts } from '#renderer/ui/facts.tsx'
import { QueryState } from '#renderer/ui/query-state.tsx'
import { RecordDrawer } from '#renderer/ui/record-drawer.tsx'
import { RecordHistory } from '#renderer/ui/record-history/record-history.tsx'
import { WriteGate } from '#renderer/ui/write-gate.tsx'
import { type Batch, type BatchInput, batchInput } from '#shared/schemas/batches.ts'
import type { Revised } from '#shared/schemas/records.ts'
import classes from './batches.module.css'

export function BatchDrawer({ id, onClose }: { id: number; onClose: () => void }) {
  const { t } = useText()
  const query = useQuery(trpc.batches.get.queryOptions({ id }))
  const [isEditing, setEditing] = useState(false)
  const batch = query.data
  return (
    <RecordDrawer
      name={batch?.code ?? t('batches.one')}
      title={batch?.code ?? ''}
      subtitle={batch?.sku}
      actions={
        isEditing ? null : (
          <WriteGate>
            <Button onClick={() => setEditing(true)}>{t('common.edit')}</Button>
          </WriteGate>
        )
      }
      onClose={onClose}
    >
      <QueryState query={query}>
        {(found) =>
          isEditing ? (
            <BatchForm key={found.id} batch={found} onDone={() => setEditing(false)} />
          ) : (
            <BatchFacts batch={found} />
          )
        }
      </QueryState>
    </RecordDrawer>
  )
}

function BatchFacts({ batch }: { batch: Batch }) {
  const { t, format } = useText()
  return (
    <div className={classes.drawer}>
      <Facts
        facts={[
          {
            label: t('batches.fields.product'),
            value: (
              <Link className="q-link" to="/products/$id" params={{ id: String(batch.productId) }}>
                {batch.sku}
              </Link>
            ),
          },
          { label: t('batches.fields.onHand'), value: quantityText(format, batch.onHand, batch.unit) },
          { label: t('batches.fields.places'), value: batch.places, optional: true },
          { label: t('batches.fields.madeOn'), value: batch.madeOn, optional: true },
          { label: t('batches.fields.expiresOn'), value: batch.expiresOn },
          { label: t('batches.fields.note'), value: batch.note, optional: true },
        ]}
      />
      <RecordHistory entity="batch" id={batch.id} />
    </div>
  )
}

function BatchForm({ batch, onDone }: { batch: Revised<Batch>; onDone: () => void }) {
  const { t } = useText()
  const { code, madeOn, expiresOn, note } = batch
  const form = useForm({
    mode: 'controlled',
    initialValues: { code, madeOn: madeOn ?? '', expiresOn: expiresOn ?? '', note },
  })
  const saving = useMutation({
    mutationFn: (input: BatchInput) => client.batches.edit.mutate({ id: batch.id, seen: batch.revision, batch: input }),
    onSuccess: (_done, input) => {
      notifications.show({ message: t('batches.saved', { code: input.code }) })
      onDone()
    },
    onError: (error) => {
      const field = failureOf(error).details?.field
      form.setErrors(typeof field === 'string' ? { [field]: errorMessage(t, error) } : fieldErrors(t, error, 'batch'))
    },
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const values = form.getValues()
    const days = { madeOn: typedDay(values.madeOn) || null, expiresOn: typedDay(values.expiresOn) || null }
    const read = parseFields(batchInput, { ...values, ...days })
    if (read.ok) saving.mutate(read.value)
    else form.setErrors(fieldMessages(t, read.problems))
  }
  const isTold = Object.keys(form.errors).length > 0
  return (
    <form onSubmit={submit} className={classes.form} noValidate aria-label={t('batches.edit', { code })}>
      <TextInput label={t('batches.fields.code')} required {...form.getInputProps('code')} />
      <DayInput label={t('batches.fields.madeOn')} {...form.getInputProps('madeOn')} />
      <DayInput label={t('batches.fields.expiresOn')} {...form.getInputProps('expiresOn')} />
      <Textarea label={t('batches.fields.note')} autosize minRows={2} maxRows={8} {...form.getInputProps('note')} />
      {saving.error && !isTold ? <p role="alert">{errorMessage(t, saving.error)}</p> : null}
      <div className={classes.actions}>
        <Button onClick={onDone}>{t('common.cancel')}</Button>
        <Button type="submit" variant="filled" loading={saving.isPending}>
          {t('common.save')}
        </Button>
      </div>
    </form>
  )
}
