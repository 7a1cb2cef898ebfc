// The form of a request for quotation: the goods, and who is asked for them.
import { ActionIcon, Button, Textarea, TextInput } from '@mantine/core'
import type { UseFormReturnType } from '@mantine/form'
import { notifications } from '@mantine/notifications'
import { IconX } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { client } from '#renderer/lib/api.ts'
import { useText } from '#renderer/lib/language.ts'
import { nameIn } from '#renderer/lib/names.ts'
import { DayInput } from '#renderer/ui/day-input.tsx'
import { PartyPicker } from '#renderer/ui/party-picker.tsx'
import type { PickerOption } from '#renderer/ui/picker.tsx'
import { FormSection } from '#renderer/ui/record-form/record-form.tsx'
import { sayError } from '#renderer/ui/say-error.ts'
import type { RequestForm } from './request-form-values.ts'
import { RequestLinesField } from './request-lines-field.tsx'
import classes from './sourcing.module.css'

type SectionProps = { form: UseFormReturnType<RequestForm> }

export function RequestFields({ form }: SectionProps) {
  const { t } = useText()
  return (
    <>
      <FormSection title={t('sourcing.requests.sections.head')}>
        <TextInput label={t('sourcing.request.title')} data-autofocus {...form.getInputProps('title')} />
        <TextInput
          label={t('sourcing.request.number')}
          placeholder={t('sourcing.requests.hints.number')}
          {...form.getInputProps('number')}
        />
        <DayInput label={t('sourcing.request.requestedOn')} required {...form.getInputProps('requestedOn')} />
        <DayInput label={t('sourcing.request.answerBy')} {...form.getInputProps('answerBy')} />
        <DayInput label={t('sourcing.request.neededOn')} {...form.getInputProps('neededOn')} />
        <TextInput label={t('sourcing.request.incoterm')} {...form.getInputProps('incoterm')} />
        <TextInput label={t('sourcing.request.place')} {...form.getInputProps('place')} />
      </FormSection>
      <RequestLinesField form={form} />
      <AskedField form={form} />
      <FormSection title={t('sourcing.requests.sections.more')} isWide>
        <Textarea label={t('sourcing.request.note')} {...form.getInputProps('note')} />
      </FormSection>
    </>
  )
}

function AskedField({ form }: SectionProps) {
  const { t, language } = useText()
  const { suppliers, lines } = form.values
  const add = (more: readonly PickerOption[]) => {
    const known = new Set(suppliers.map(({ id }) => id))
    const fresh = more.filter(({ id }) => !known.has(id)).map(({ id, name }) => ({ id, name }))
    form.setFieldValue('suppliers', [...suppliers, ...fresh])
    return fresh.length
  }
  const products = [...new Set(lines.flatMap(({ product }) => product?.id ?? []))]
  const propose = useMutation({
    mutationFn: () =>
      client.requests.propose.query({ lines: products.map((productId) => ({ productId, quantity: 1 })) }),
    onSuccess: ({ suppliers: found }) => {
      const added = add(found.map((supplier) => ({ id: supplier.id, name: nameIn(language, supplier) })))
      if (added === 0) notifications.show({ message: t('sourcing.requests.ask.proposedNone') })
    },
    onError: (error) => sayError(t, error),
  })
  return (
    <FormSection title={t('sourcing.requests.sections.suppliers')} isWide>
      {suppliers.length === 0 ? <p className="q-quiet">{t('sourcing.requests.ask.none')}</p> : null}
      <ul className={classes.asked} aria-label={t('sourcing.requests.sections.suppliers')}>
        {suppliers.map(({ id, name }, index) => (
          <li key={id}>
            {name}
            <ActionIcon
              size={22}
              aria-label={t('sourcing.requests.ask.remove', { name })}
              onClick={() => form.removeListItem('suppliers', index)}
            >
              <IconX size={13} stroke={1.5} />
            </ActionIcon>
          </li>
        ))}
      </ul>
      <div className={classes.bar}>
        <PartyPicker
          partyRole="supplier"
          w={280}
          label={t('sourcing.requests.ask.add')}
          placeholder={t('sourcing.requests.hints.suppliers')}
          value={null}
          onChange={(supplier) => supplier && add([supplier])}
          error={form.errors.supplierIds}
        />
        <Button onClick={() => propose.mutate()} loading={propose.isPending} disabled={products.length === 0}>
          {t('sourcing.requests.ask.propose')}
        </Button>
      </div>
    </FormSection>
  )
}
