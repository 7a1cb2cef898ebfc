// Adds a special day or a span of them, or changes one.
import { Button, Checkbox, Modal, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useHotkeys } from '@mantine/hooks'
import { notifications } from '@mantine/notifications'
import { useMutation } from '@tanstack/react-query'
import type { FormEvent } from 'react'
import { client } from '#renderer/lib/api.ts'
import { failureOf } from '#renderer/lib/call-failure.ts'
import { errorMessage, fieldErrors, fieldMessages } from '#renderer/lib/error-message.ts'
import { parseFields } from '#renderer/lib/field-problems.ts'
import { useText } from '#renderer/lib/language.ts'
import { typedDay } from '#renderer/lib/typed-day.ts'
import { DayInput } from '#renderer/ui/day-input.tsx'
import { type SpecialDaysInput, specialDaysInput } from '#shared/schemas/special-days.ts'
import classes from './company.module.css'
import type { DaySpan } from './day-spans.ts'

type DialogProps = { span: DaySpan | null; onClose: () => void }

export function SpecialDaysDialog({ span, onClose }: DialogProps) {
  const { t } = useText()
  const { form, submit, saving } = useDaysForm(span, onClose)
  return (
    <Modal
      opened
      onClose={onClose}
      title={t(span ? 'company.days.edit' : 'company.days.add')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <form onSubmit={submit} className={classes.dialogForm} noValidate>
        <div className={classes.pair}>
          <DayInput label={t('company.days.from')} required data-autofocus {...form.getInputProps('from')} />
          <DayInput
            label={t('company.days.to')}
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            description={t('company.days.toHint')}
            {...form.getInputProps('to')}
          />
        </div>
        <TextInput
          label={t('company.days.name')}
          placeholder={t('company.days.nameExample')}
          {...form.getInputProps('name')}
        />
        <Checkbox label={t('company.days.isWorking')} {...form.getInputProps('isWorking', { type: 'checkbox' })} />
        {saving.error && !isOfDay(saving.error) ? <p role="alert">{errorMessage(t, saving.error)}</p> : null}
        <div className={classes.dialogActions}>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button type="submit" variant="filled" loading={saving.isPending}>
            {t('common.save')}
          </Button>
        </div>
      </form>
    </Modal>
  )
}

const isOfDay = (error: unknown) => failureOf(error).code === 'book/special-day-taken'

function useDaysForm(span: DaySpan | null, onClose: () => void) {
  const { t, format } = useText()
  const { from = '', to = '', name = '', isWorking = false } = span ?? {}
  const form = useForm({
    mode: 'controlled',
    initialValues: { from: String(from), to: from === to ? '' : String(to), name, isWorking },
  })
  const saving = useMutation({
    mutationFn: async (days: SpecialDaysInput) => {
      if (span) return client.book.editSpecialDays.mutate({ ids: span.ids, days })
      const { added, changed, unchanged } = await client.book.addSpecialDays.mutate(days)
      return added + changed + unchanged
    },
    onSuccess: (count) => {
      const message =
        typeof count === 'number'
          ? t('company.days.saved', { count, formatted: format.number(count) })
          : t('company.days.changed')
      notifications.show({ message })
      onClose()
    },
    onError: (error) =>
      form.setErrors(isOfDay(error) ? { from: errorMessage(t, error) } : fieldErrors(t, error, 'days')),
  })
  const submit = (event?: FormEvent) => {
    event?.preventDefault()
    if (saving.isPending) return
    const values = form.getValues()
    const first = typedDay(values.from)
    const read = parseFields(specialDaysInput, { ...values, from: first, to: typedDay(values.to) || first })
    if (read.ok) saving.mutate(read.value)
    else form.setErrors(fieldMessages(t, read.problems))
  }
  useHotkeys([['mod+S', () => submit()]], [])
  return { form, submit, saving }
}
