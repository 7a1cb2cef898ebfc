// Writes down what was said, or changes it.
import { Select, Textarea, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { notifications } from '@mantine/notifications'
import { useMutation } from '@tanstack/react-query'
import { client } from '#renderer/lib/api.ts'
import { fieldErrors } from '#renderer/lib/error-message.ts'
import { useText } from '#renderer/lib/language.ts'
import { typedDay } from '#renderer/lib/typed-day.ts'
import { useToday } from '#renderer/lib/use-today.ts'
import { DayInput } from '#renderer/ui/day-input.tsx'
import { FormDialog } from '#renderer/ui/form-dialog.tsx'
import { type Message, messageDirections, messageKinds } from '#shared/schemas/customers.ts'
import type { Party } from '#shared/schemas/parties.ts'
import classes from './sale.module.css'

type Values = Pick<Message, 'kind' | 'direction' | 'subject' | 'text'> & { on: string }

export function MessageDialog({
  party,
  message,
  onClose,
}: {
  party: Party
  message: Message | null
  onClose: () => void
}) {
  const { t } = useText()
  const today = useToday()
  const initial: Values = message ?? { kind: 'message', direction: 'in', subject: '', text: '', on: today }
  const form = useForm<Values>({ initialValues: initial })
  const save = useMutation({
    mutationFn: ({ kind, direction, subject, text, on }: Values) =>
      client.customers.saveMessage.mutate({
        ...(message && { id: message.id }),
        customerId: party.id,
        orderId: message?.orderId ?? null,
        ...{ kind, direction, subject, text },
        on: typedDay(on),
      }),
    onSuccess: () => {
      notifications.show({ message: t('customers.message.saved') })
      onClose()
    },
    onError: (error) => form.setErrors(fieldErrors(t, error, '')),
  })
  const isTold = Object.keys(form.errors).length > 0
  return (
    <FormDialog
      title={t(message ? 'customers.message.edit' : 'customers.message.add')}
      action={t('customers.message.save')}
      error={isTold ? null : save.error}
      isPending={save.isPending}
      onSubmit={() => save.mutate(form.getValues())}
      onClose={onClose}
    >
      <div className={classes.pair}>
        <Select
          label={t('customers.fields.messageKind')}
          allowDeselect={false}
          data={messageKinds.map((value) => ({ value, label: t(`customers.messageKinds.${value}`) }))}
          {...form.getInputProps('kind')}
        />
        <Select
          label={t('customers.fields.direction')}
          allowDeselect={false}
          data={messageDirections.map((value) => ({ value, label: t(`customers.directions.${value}`) }))}
          {...form.getInputProps('direction')}
        />
        <DayInput label={t('customers.fields.on')} {...form.getInputProps('on')} />
      </div>
      <TextInput label={t('customers.fields.subject')} data-autofocus {...form.getInputProps('subject')} />
      <Textarea label={t('customers.fields.text')} autosize minRows={4} {...form.getInputProps('text')} />
    </FormDialog>
  )
}
