// Names, addresses and how to reach the company; and how its book counts.
import { Select, TextInput } from '@mantine/core'
import type { UseFormReturnType } from '@mantine/form'
import { useMemo } from 'react'
import { useText } from '#renderer/lib/language.ts'
import { CountrySelect } from '#renderer/ui/country-select.tsx'
import { CurrencySelect } from '#renderer/ui/currency-select.tsx'
import { DecimalInput } from '#renderer/ui/decimal-input.tsx'
import { FormSection } from '#renderer/ui/record-form/record-form.tsx'
import type { CompanyForm } from './company-form-values.ts'
import { WeekdaysInput } from './weekdays-input.tsx'

type SectionProps = { form: UseFormReturnType<CompanyForm> }

export function CompanyFields({ form }: SectionProps) {
  const { t } = useText()
  return (
    <>
      <FormSection title={t('company.sections.company')}>
        <TextInput label={t('company.fields.companyName')} required {...form.getInputProps('companyName')} />
        <TextInput label={t('company.fields.street')} {...form.getInputProps('street')} />
        <TextInput label={t('company.fields.city')} {...form.getInputProps('city')} />
        <TextInput label={t('company.fields.region')} {...form.getInputProps('region')} />
        <TextInput label={t('company.fields.postalCode')} {...form.getInputProps('postalCode')} />
        <CountrySelect label={t('company.fields.country')} {...form.getInputProps('country')} />
      </FormSection>
      <FormSection title={t('company.sections.companyZh')}>
        <TextInput label={t('company.fields.companyNameZh')} lang="zh-CN" {...form.getInputProps('companyNameZh')} />
        <TextInput label={t('company.fields.regionZh')} lang="zh-CN" {...form.getInputProps('regionZh')} />
        <TextInput label={t('company.fields.cityZh')} lang="zh-CN" {...form.getInputProps('cityZh')} />
        <TextInput label={t('company.fields.streetZh')} lang="zh-CN" {...form.getInputProps('streetZh')} />
      </FormSection>
      <FormSection title={t('company.sections.reach')}>
        <TextInput type="tel" label={t('company.fields.phone')} {...form.getInputProps('phone')} />
        <TextInput type="email" label={t('company.fields.email')} {...form.getInputProps('email')} />
        <TextInput type="url" label={t('company.fields.website')} {...form.getInputProps('website')} />
      </FormSection>
    </>
  )
}

export function CountingFields({ form }: SectionProps) {
  const { t, format } = useText()
  const zones = useMemo(() => ['UTC', ...Intl.supportedValuesOf('timeZone').filter((zone) => zone !== 'UTC')], [])
  const months = Array.from({ length: 12 }, (_, index) => ({
    value: String(index + 1),
    label: format.monthName(index + 1),
  }))
  return (
    <FormSection title={t('company.sections.counting')}>
      <CurrencySelect
        label={t('company.fields.baseCurrency')}
        description={t('company.hints.baseCurrency')}
        {...form.getInputProps('baseCurrency')}
      />
      <Select
        label={t('company.fields.timeZone')}
        description={t('company.hints.timeZone')}
        searchable
        allowDeselect={false}
        data={zones}
        {...form.getInputProps('timeZone')}
      />
      <DecimalInput
        label={t('company.fields.rateMaxAgeDays')}
        unit={t('company.fields.days')}
        {...form.getInputProps('rateMaxAgeDays')}
      />
      <Select
        label={t('company.fields.financialYearMonth')}
        allowDeselect={false}
        data={months}
        {...form.getInputProps('financialYearMonth')}
      />
      <WeekdaysInput
        label={t('company.fields.workingDays')}
        description={t('company.hints.workingDays')}
        {...form.getInputProps('workingDays')}
      />
    </FormSection>
  )
}
