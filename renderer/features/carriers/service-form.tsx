// The form of a carrier's service: whose it is, how it charges, what it takes and how long.
import { Checkbox, Select, Textarea, TextInput } from '@mantine/core'
import type { UseFormReturnType } from '@mantine/form'
import { useText } from '#renderer/lib/language.ts'
import { DecimalInput } from '#renderer/ui/decimal-input.tsx'
import { PartyPicker } from '#renderer/ui/party-picker.tsx'
import { FormSection } from '#renderer/ui/record-form/record-form.tsx'
import { weighings } from '#shared/schemas/carriers.ts'
import { transportModes } from '#shared/schemas/shipment-words.ts'
import type { ServiceForm } from './service-form-values.ts'

type SectionProps = { form: UseFormReturnType<ServiceForm> }

export function ServiceFields({ form }: SectionProps) {
  const { t } = useText()
  return (
    <>
      <FormSection title={t('carriers.sections.who')}>
        <PartyPicker
          partyRole="carrier"
          label={t('carriers.fields.carrier')}
          required
          {...form.getInputProps('carrier')}
        />
        <TextInput label={t('carriers.fields.name')} required {...form.getInputProps('name')} />
        <TextInput label={t('carriers.fields.code')} {...form.getInputProps('code')} />
        <Select
          label={t('carriers.fields.mode')}
          data={transportModes.map((mode) => ({ value: mode, label: t(`shipments.modes.${mode}`) }))}
          clearable
          {...form.getInputProps('mode')}
          value={form.values.mode || null}
          onChange={(mode) => form.setFieldValue('mode', (mode ?? '') as never)}
        />
      </FormSection>
      <ChargeFields form={form} />
      <FormSection title={t('carriers.sections.takes')}>
        <DecimalInput label={t('carriers.fields.maxPiece')} unit="kg" {...form.getInputProps('maxPiece')} />
        <DecimalInput label={t('carriers.fields.maxSide')} unit="cm" {...form.getInputProps('maxSide')} />
        <DecimalInput label={t('carriers.fields.daysMin')} {...form.getInputProps('daysMin')} />
        <DecimalInput label={t('carriers.fields.daysMax')} {...form.getInputProps('daysMax')} />
        <DecimalInput label={t('carriers.fields.storageDays')} {...form.getInputProps('storageDays')} />
      </FormSection>
      <FormSection title={t('carriers.sections.more')} isWide>
        <Textarea label={t('carriers.fields.note')} {...form.getInputProps('note')} />
      </FormSection>
    </>
  )
}

function ChargeFields({ form }: SectionProps) {
  const { t } = useText()
  const isByTons = form.values.weighsBy === 'revenue_ton'
  return (
    <FormSection title={t('carriers.sections.charges')} hint={t('carriers.hints.divisor')}>
      <Select
        label={t('carriers.fields.weighsBy')}
        allowDeselect={false}
        data={weighings.map((way) => ({ value: way, label: t(`carriers.weighings.${way}`) }))}
        {...form.getInputProps('weighsBy')}
      />
      <DecimalInput
        label={t('carriers.fields.divisor')}
        unit="cm³/kg"
        disabled={isByTons}
        {...form.getInputProps('divisor')}
      />
      <DecimalInput
        label={t('carriers.fields.roundUp')}
        unit="kg"
        disabled={isByTons}
        {...form.getInputProps('roundUp')}
      />
      <Checkbox
        label={t('carriers.fields.roundsSides')}
        disabled={isByTons}
        {...form.getInputProps('roundsSides', { type: 'checkbox' })}
      />
    </FormSection>
  )
}
