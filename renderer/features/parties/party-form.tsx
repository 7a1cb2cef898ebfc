// The form of a customer, supplier or carrier.
import { ActionIcon, MultiSelect, Select, Textarea, TextInput } from '@mantine/core'
import type { UseFormReturnType } from '@mantine/form'
import { IconTrash } from '@tabler/icons-react'
import { useText } from '#renderer/lib/language.ts'
import { isDoubtfulTaxNumber } from '#renderer/lib/tax-numbers.ts'
import { CountrySelect } from '#renderer/ui/country-select.tsx'
import { CurrencySelect } from '#renderer/ui/currency-select.tsx'
import { DayInput } from '#renderer/ui/day-input.tsx'
import { FormSection } from '#renderer/ui/record-form/record-form.tsx'
import type { Day } from '#shared/dates.ts'
import { partyRoles, partyStatuses } from '#shared/schemas/parties.ts'
import { AddButton } from './add-button.tsx'
import { AddressFields } from './address-fields.tsx'
import { AlikeParties } from './alike-parties.tsx'
import { CarrierFields } from './carrier-fields.tsx'
import classes from './parties.module.css'
import { isCarrying, isSupplying, newContact, type PartyForm } from './party-form-values.ts'
import { SaleFields } from './sale/sale-fields.tsx'
import { SupplyFields } from './supply/supply-fields.tsx'

type SectionProps = { form: UseFormReturnType<PartyForm> }

export function PartyFields({ form, id }: SectionProps & { id: number | null }) {
  const { t } = useText()
  return (
    <>
      <IdentityFields form={form} />
      {form.values.roles.includes('customer') ? <SaleFields form={form} /> : null}
      {isSupplying(form.values.roles) ? <SupplyFields form={form} /> : null}
      {isCarrying(form.values.roles) ? <CarrierFields form={form} /> : null}
      <ReachFields form={form} />
      <ContactFields form={form} />
      <AddressFields form={form} />
      <FormSection title={t('parties.sections.more')} isWide>
        <Textarea label={t('parties.fields.note')} {...form.getInputProps('note')} />
      </FormSection>
      <AlikeParties form={form.values} exceptId={id} />
    </>
  )
}

/** A hint that comes and goes must not push the field away from under the hand. */
const hintBelow: ('label' | 'input' | 'description' | 'error')[] = ['label', 'input', 'description', 'error']

function IdentityFields({ form }: SectionProps) {
  const { t, format } = useText()
  const isDoubtful = isDoubtfulTaxNumber(form.values.taxNumber, form.values.country)
  return (
    <FormSection title={t('parties.sections.who')}>
      <TextInput label={t('parties.fields.name')} required data-autofocus {...form.getInputProps('name')} />
      <TextInput label={t('parties.fields.nameZh')} lang="zh-CN" {...form.getInputProps('nameZh')} />
      <TextInput label={t('parties.fields.code')} {...form.getInputProps('code')} />
      <MultiSelect
        label={t('parties.fields.roles')}
        data={partyRoles.map((role) => ({ value: role, label: t(`parties.roles.${role}`) }))}
        {...form.getInputProps('roles')}
      />
      <CountrySelect label={t('parties.fields.country')} {...form.getInputProps('country')} />
      <Select
        label={t('parties.fields.status')}
        data={partyStatuses.map((status) => ({ value: status, label: t(`parties.statuses.${status}`) }))}
        {...form.getInputProps('status')}
      />
      <CurrencySelect label={t('parties.fields.currency')} clearable {...form.getInputProps('currency')} />
      <Select
        label={t('parties.fields.language')}
        data={[
          { value: '', label: t('parties.languages.none') },
          { value: 'en', label: t('parties.languages.en') },
          { value: 'zh-CN', label: t('parties.languages.zh-CN') },
        ]}
        {...form.getInputProps('language')}
      />
      <TextInput
        label={t('parties.fields.taxNumber')}
        description={
          isDoubtful ? t('customers.hints.tax', { country: format.country(form.values.country) }) : undefined
        }
        inputWrapperOrder={hintBelow}
        {...form.getInputProps('taxNumber')}
      />
    </FormSection>
  )
}

function ReachFields({ form }: SectionProps) {
  const { t } = useText()
  return (
    <FormSection title={t('parties.sections.reach')}>
      <TextInput type="email" label={t('parties.fields.email')} {...form.getInputProps('email')} />
      <TextInput type="tel" label={t('parties.fields.phone')} {...form.getInputProps('phone')} />
      <TextInput type="tel" label={t('parties.fields.fax')} {...form.getInputProps('fax')} />
      <TextInput type="url" label={t('parties.fields.website')} {...form.getInputProps('website')} />
    </FormSection>
  )
}

function ContactFields({ form }: SectionProps) {
  const { t } = useText()
  const { contacts } = form.values
  return (
    <FormSection title={t('parties.sections.contacts')} isWide>
      {contacts.length === 0 ? <p className="q-quiet">{t('parties.contact.none')}</p> : null}
      {contacts.map((contact, index) => (
        // biome-ignore lint/a11y/useSemanticElements: a fieldset inside a fieldset brings its own frame
        <div
          key={contact.key}
          className={classes.entry}
          role="group"
          aria-label={t('parties.contact.nth', { number: index + 1 })}
        >
          <div className={classes.entryFields}>
            <TextInput
              label={t('parties.fields.contactName')}
              required
              {...form.getInputProps(`contacts.${index}.name`)}
            />
            <TextInput label={t('parties.fields.contactTitle')} {...form.getInputProps(`contacts.${index}.title`)} />
            <TextInput
              type="email"
              label={t('parties.fields.email')}
              {...form.getInputProps(`contacts.${index}.email`)}
            />
            <TextInput
              type="tel"
              label={t('parties.fields.phone')}
              {...form.getInputProps(`contacts.${index}.phone`)}
            />
            <TextInput type="tel" label={t('parties.fields.fax')} {...form.getInputProps(`contacts.${index}.fax`)} />
            <DayInput
              label={t('customers.fields.contactBorn')}
              {...form.getInputProps(`contacts.${index}.bornOn`)}
              value={contact.bornOn ?? ''}
              onChange={(day) => form.setFieldValue(`contacts.${index}.bornOn`, day === '' ? null : (day as Day))}
            />
            <TextInput
              label={t('customers.fields.contactLanguage')}
              placeholder={t('customers.hints.language')}
              {...form.getInputProps(`contacts.${index}.language`)}
            />
          </div>
          <ActionIcon
            aria-label={t('parties.contact.remove', { number: index + 1 })}
            onClick={() => form.removeListItem('contacts', index)}
          >
            <IconTrash size={15} stroke={1.5} />
          </ActionIcon>
        </div>
      ))}
      <AddButton
        label={t('parties.contact.add')}
        onClick={() => form.insertListItem('contacts', newContact(crypto.randomUUID()))}
      />
    </FormSection>
  )
}
