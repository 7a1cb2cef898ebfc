// The company behind the book, and how the book counts.
import { Select, TextInput } from '@mantine/core'
import type { UseFormReturnType } from '@mantine/form'
import { notifications } from '@mantine/notifications'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useMemo } from 'react'
import { client, trpc } from '#renderer/lib/api.ts'
import { parseFields } from '#renderer/lib/field-problems.ts'
import { useBook } from '#renderer/lib/host-state.ts'
import { useText } from '#renderer/lib/language.ts'
import { newFieldReader } from '#renderer/lib/typed-number.ts'
import { CountrySelect } from '#renderer/ui/country-select.tsx'
import { CurrencySelect } from '#renderer/ui/currency-select.tsx'
import { DecimalInput } from '#renderer/ui/decimal-input.tsx'
import { Facts } from '#renderer/ui/facts.tsx'
import { LoadingState } from '#renderer/ui/loading-state.tsx'
import { Page } from '#renderer/ui/page.tsx'
import { QueryState } from '#renderer/ui/query-state.tsx'
import { FormSection, RecordForm } from '#renderer/ui/record-form/record-form.tsx'
import { type KeptDraft, useDraft } from '#renderer/ui/record-form/use-draft.ts'
import { type FormReading, useRecordForm } from '#renderer/ui/record-form/use-record-form.ts'
import { companyInput } from '#shared/schemas/book.ts'

type CompanyForm = {
  companyName: string
  country: string
  baseCurrency: string
  timeZone: string
  rateMaxAgeDays: string
}
type BookFacts = Omit<CompanyForm, 'rateMaxAgeDays'> & { rateMaxAgeDays: number }

const draftName = 'company'

export function CompanyScreen() {
  const { t } = useText()
  const query = useQuery(trpc.book.facts.queryOptions())
  return (
    <Page title={t('company.title')} subtitle={t('company.subtitle')}>
      <QueryState query={query}>{(facts) => <CompanyDraft facts={facts} />}</QueryState>
    </Page>
  )
}

function CompanyDraft({ facts }: { facts: BookFacts }) {
  const { companyName, country, baseCurrency, timeZone, rateMaxAgeDays } = facts
  const initial = useMemo(
    () => ({ companyName, country, baseCurrency, timeZone, rateMaxAgeDays: String(rateMaxAgeDays) }),
    [companyName, country, baseCurrency, timeZone, rateMaxAgeDays],
  )
  const draft = useDraft(draftName, initial)
  return draft === undefined ? <LoadingState /> : <CompanyEditor initial={initial} draft={draft} />
}

function CompanyEditor({ initial, draft }: { initial: CompanyForm; draft: KeptDraft<CompanyForm> }) {
  const { t } = useText()
  const navigate = useNavigate()
  const state = useRecordForm({
    name: draftName,
    initial,
    draft,
    read: readCompany,
    save: (company) => client.book.saveCompany.mutate(company),
    onSaved: () => notifications.show({ message: t('company.saved') }),
  })
  return (
    <RecordForm state={state} label={t('company.title')} onCancel={() => navigate({ to: '/' })}>
      <CompanyFields form={state.form} />
      <CopyFacts />
    </RecordForm>
  )
}

function readCompany(form: CompanyForm): FormReading<ReturnType<typeof companyInput.parse>> {
  const reader = newFieldReader()
  const rateMaxAgeDays = reader.needed('rateMaxAgeDays', form.rateMaxAgeDays, 'whole')
  const company = parseFields(companyInput, { ...form, rateMaxAgeDays })
  const problems = { ...(company.ok ? {} : company.problems), ...reader.problems }
  return company.ok && Object.keys(problems).length === 0 ? company : { ok: false, problems }
}

function CompanyFields({ form }: { form: UseFormReturnType<CompanyForm> }) {
  const { t } = useText()
  const zones = useMemo(() => ['UTC', ...Intl.supportedValuesOf('timeZone').filter((zone) => zone !== 'UTC')], [])
  return (
    <>
      <FormSection title={t('company.sections.company')}>
        <TextInput label={t('company.fields.companyName')} required {...form.getInputProps('companyName')} />
        <CountrySelect label={t('company.fields.country')} {...form.getInputProps('country')} />
        <Select label={t('company.fields.timeZone')} searchable data={zones} {...form.getInputProps('timeZone')} />
      </FormSection>
      <FormSection title={t('company.sections.counting')}>
        <CurrencySelect
          label={t('company.fields.baseCurrency')}
          description={t('company.hints.baseCurrency')}
          {...form.getInputProps('baseCurrency')}
        />
        <DecimalInput
          label={t('company.fields.rateMaxAgeDays')}
          unit={t('company.fields.days')}
          {...form.getInputProps('rateMaxAgeDays')}
        />
      </FormSection>
    </>
  )
}

function CopyFacts() {
  const { t } = useText()
  const book = useBook()
  return (
    <FormSection title={t('company.sections.copy')}>
      <Facts
        facts={[
          { label: t('company.fields.file'), value: book.fileName },
          { label: t('company.fields.person'), value: book.person?.name },
        ]}
      />
    </FormSection>
  )
}
