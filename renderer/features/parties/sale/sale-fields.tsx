// What a party is as a customer, in its form.
import { Autocomplete, Select, TagsInput, TextInput } from '@mantine/core'
import type { UseFormReturnType } from '@mantine/form'
import { useQuery } from '@tanstack/react-query'
import { trpc } from '#renderer/lib/api.ts'
import { useText } from '#renderer/lib/language.ts'
import { isDoubtfulEori } from '#renderer/lib/tax-numbers.ts'
import { DayInput } from '#renderer/ui/day-input.tsx'
import { DecimalInput } from '#renderer/ui/decimal-input.tsx'
import { MoneyInput } from '#renderer/ui/money-input.tsx'
import { PersonSelect } from '#renderer/ui/person-select.tsx'
import { FormSection } from '#renderer/ui/record-form/record-form.tsx'
import type { Day } from '#shared/dates.ts'
import { creditActions, customerKinds } from '#shared/schemas/parties.ts'
import { saleDueFroms } from '#shared/schemas/sale-terms.ts'
import { isSupplying, type PartyForm } from '../party-form-values.ts'

/** A hint that comes and goes must not push the field away from under the hand. */
const hintBelow: ('label' | 'input' | 'description' | 'error')[] = ['label', 'input', 'description', 'error']

type SectionProps = { form: UseFormReturnType<PartyForm> }

export function SaleFields({ form }: SectionProps) {
  const { t } = useText()
  const { data: words } = useQuery(trpc.customers.words.queryOptions())
  const { sale } = form.values
  const born = sale.kind === 'person' ? 'bornOn' : sale.kind === 'company' ? 'foundedOn' : 'born'
  return (
    <>
      <FormSection title={t('customers.sections.sale')}>
        <Select
          label={t('customers.fields.kind')}
          allowDeselect={false}
          data={customerKinds.map((value) => ({ value, label: t(`customers.kinds.${value || 'none'}`) }))}
          {...form.getInputProps('sale.kind')}
        />
        <Autocomplete
          label={t('customers.fields.tier')}
          data={words?.tiers ?? []}
          {...form.getInputProps('sale.tier')}
        />
        <Autocomplete
          label={t('customers.fields.source')}
          data={words?.sources ?? []}
          {...form.getInputProps('sale.source')}
        />
        <Autocomplete
          label={t('customers.fields.channel')}
          data={words?.channels ?? []}
          {...form.getInputProps('sale.channel')}
        />
        <PersonSelect
          label={t('customers.fields.owner')}
          value={sale.ownerId === null ? null : Number(sale.ownerId)}
          onChange={(id) => form.setFieldValue('sale.ownerId', id === null ? null : String(id))}
        />
        <DayInput
          label={t(`customers.fields.${born}`)}
          {...form.getInputProps('sale.bornOn')}
          value={sale.bornOn ?? ''}
          onChange={(day) => form.setFieldValue('sale.bornOn', day === '' ? null : (day as Day))}
        />
        <TextInput
          label={t('customers.fields.eori')}
          description={isDoubtfulEori(sale.eori) ? t('customers.hints.eori') : undefined}
          inputWrapperOrder={hintBelow}
          {...form.getInputProps('sale.eori')}
        />
        {isSupplying(form.values.roles) ? null : (
          <TagsInput
            label={t('customers.fields.tags')}
            placeholder={t('customers.hints.tags')}
            data={words?.tags ?? []}
            {...form.getInputProps('tags')}
          />
        )}
      </FormSection>
      <TermsFields form={form} />
    </>
  )
}

function TermsFields({ form }: SectionProps) {
  const { t } = useText()
  const { sale, currency } = form.values
  return (
    <FormSection title={t('customers.sections.terms')}>
      <DecimalInput label={t('customers.fields.deposit')} unit="%" {...form.getInputProps('sale.depositPercent')} />
      <DecimalInput
        label={t('customers.fields.dueDays')}
        unit={t('customers.care.days')}
        {...form.getInputProps('sale.dueDays')}
      />
      <Select
        label={t('customers.fields.dueFrom')}
        allowDeselect={false}
        data={saleDueFroms.map((value) => ({ value, label: t(`customers.dueFroms.${value}`) }))}
        {...form.getInputProps('sale.dueFrom')}
      />
      <MoneyInput
        label={t('customers.fields.limit')}
        description={t('customers.hints.limit')}
        value={{ amount: sale.limitAmount, currency: sale.limitCurrency }}
        error={form.errors['sale.limitAmount']}
        currencyError={form.errors['sale.limitCurrency']}
        onChange={(limit) => {
          form.setFieldValue('sale.limitAmount', limit.amount)
          // Whoever types an amount means the currency that the customer trades in, until they say otherwise.
          form.setFieldValue('sale.limitCurrency', limit.currency || (limit.amount === '' ? '' : currency))
        }}
      />
      <Select
        label={t('customers.fields.creditAction')}
        allowDeselect={false}
        data={creditActions.map((value) => ({ value, label: t(`customers.creditActions.${value || 'none'}`) }))}
        {...form.getInputProps('sale.creditAction')}
      />
    </FormSection>
  )
}
