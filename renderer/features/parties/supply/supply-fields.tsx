// What a party is as a supplier, in its form. Where it stands is changed on its page, with a reason.
import { Checkbox, Select, TagsInput, TextInput } from '@mantine/core'
import type { UseFormReturnType } from '@mantine/form'
import { useQuery } from '@tanstack/react-query'
import { trpc } from '#renderer/lib/api.ts'
import { useText } from '#renderer/lib/language.ts'
import { DecimalInput } from '#renderer/ui/decimal-input.tsx'
import { FormSection } from '#renderer/ui/record-form/record-form.tsx'
import { dueFroms } from '#shared/schemas/purchases.ts'
import { supplyKinds } from '#shared/schemas/supply-settings.ts'
import type { PartyForm } from '../party-form-values.ts'

export function SupplyFields({ form }: { form: UseFormReturnType<PartyForm> }) {
  const { t } = useText()
  const { data: tags = [] } = useQuery(trpc.suppliers.tags.queryOptions())
  const days = t('sourcing.requests.answers.days')
  return (
    <>
      <FormSection title={t('suppliers.sections.supply')}>
        <Select
          label={t('suppliers.fields.kind')}
          allowDeselect={false}
          data={supplyKinds.map((value) => ({
            value,
            label: value === '' ? t('suppliers.noKind') : t(`suppliers.kinds.${value}`),
          }))}
          {...form.getInputProps('supply.kind')}
        />
        <DecimalInput
          label={t('suppliers.fields.leadTimeDays')}
          unit={days}
          {...form.getInputProps('supply.leadTimeDays')}
        />
        <TextInput
          label={t('suppliers.fields.capacity')}
          description={t('suppliers.hints.capacity')}
          {...form.getInputProps('supply.capacity')}
        />
        <TextInput label={t('suppliers.fields.incoterm')} {...form.getInputProps('supply.incoterm')} />
        <TextInput label={t('suppliers.fields.place')} {...form.getInputProps('supply.place')} />
        <TagsInput
          label={t('suppliers.fields.tags')}
          placeholder={t('suppliers.hints.tags')}
          data={tags}
          {...form.getInputProps('tags')}
        />
      </FormSection>
      <FormSection title={t('suppliers.sections.terms')}>
        <DecimalInput label={t('suppliers.fields.deposit')} unit="%" {...form.getInputProps('supply.depositPercent')} />
        <DecimalInput label={t('suppliers.fields.dueDays')} unit={days} {...form.getInputProps('supply.dueDays')} />
        <Select
          label={t('suppliers.fields.dueFrom')}
          allowDeselect={false}
          data={dueFroms.map((value) => ({ value, label: t(`suppliers.dueFroms.${value}`) }))}
          {...form.getInputProps('supply.dueFrom')}
        />
        <DecimalInput label={t('suppliers.fields.vat')} unit="%" {...form.getInputProps('supply.vatPercent')} />
        <Checkbox
          mt={24}
          label={t('suppliers.fields.vatIncluded')}
          {...form.getInputProps('supply.vatIncluded', { type: 'checkbox' })}
        />
        <Checkbox
          mt={24}
          label={t('suppliers.fields.vatRecoverable')}
          description={t('suppliers.hints.vatRecoverable')}
          {...form.getInputProps('supply.vatRecoverable', { type: 'checkbox' })}
        />
      </FormSection>
    </>
  )
}
