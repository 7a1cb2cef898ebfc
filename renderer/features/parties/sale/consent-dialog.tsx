// Notes what a customer agreed to, or took back.
import { Select, Textarea, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { notifications } from '@mantine/notifications'
import { useMutation } from '@tanstack/react-query'
import { client } from '#renderer/lib/api.ts'
import { fieldErrors } from '#renderer/lib/error-message.ts'
import { useText } from '#renderer/lib/language.ts'
import { nameIn } from '#renderer/lib/names.ts'
import { typedDay } from '#renderer/lib/typed-day.ts'
import { useToday } from '#renderer/lib/use-today.ts'
import { DayInput } from '#renderer/ui/day-input.tsx'
import { FormDialog } from '#renderer/ui/form-dialog.tsx'
import { type ConsentPurpose, consentPurposes, consentStates } from '#shared/schemas/customers.ts'
import type { Party } from '#shared/schemas/parties.ts'

type Values = {
  purpose: ConsentPurpose
  state: (typeof consentStates)[number]
  on: string
  proof: string
  note: string
}

export function ConsentDialog({ party, onClose }: { party: Party; onClose: () => void }) {
  const { t, language } = useText()
  const today = useToday()
  const form = useForm<Values>({ initialValues: { purpose: 'email', state: 'given', on: today, proof: '', note: '' } })
  const save = useMutation({
    mutationFn: (values: Values) =>
      client.customers.addConsent.mutate({ ...values, customerId: party.id, on: typedDay(values.on) }),
    onSuccess: (_, { purpose }) => {
      notifications.show({ message: t('customers.consent.saved', { purpose: t(`customers.purposes.${purpose}`) }) })
      onClose()
    },
    onError: (error) => form.setErrors(fieldErrors(t, error, '')),
  })
  const isTold = Object.keys(form.errors).length > 0
  return (
    <FormDialog
      title={t('customers.consent.title', { name: nameIn(language, party) })}
      action={t('customers.consent.save')}
      error={isTold ? null : save.error}
      isPending={save.isPending}
      onSubmit={() => save.mutate(form.getValues())}
      onClose={onClose}
    >
      <Select
        label={t('customers.fields.purpose')}
        data-autofocus
        allowDeselect={false}
        data={consentPurposes.map((value) => ({ value, label: t(`customers.purposes.${value}`) }))}
        {...form.getInputProps('purpose')}
      />
      <Select
        label={t('customers.fields.state')}
        allowDeselect={false}
        data={consentStates.map((value) => ({ value, label: t(`customers.consentStates.${value}`) }))}
        {...form.getInputProps('state')}
      />
      <DayInput label={t('customers.fields.on')} {...form.getInputProps('on')} />
      <TextInput
        label={t('customers.fields.proof')}
        description={t('customers.hints.proof')}
        {...form.getInputProps('proof')}
      />
      <Textarea label={t('customers.fields.note')} {...form.getInputProps('note')} />
    </FormDialog>
  )
}
