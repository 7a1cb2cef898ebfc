// The addresses of a party in its form: each with the fields of its country, in the order in which people write them there.
import { ActionIcon, Select, TextInput } from '@mantine/core'
import type { UseFormReturnType } from '@mantine/form'
import { IconTrash } from '@tabler/icons-react'
import { type AddressPart, addressLayout } from '#renderer/lib/address-layout.ts'
import { useText } from '#renderer/lib/language.ts'
import { CountrySelect } from '#renderer/ui/country-select.tsx'
import { FormSection } from '#renderer/ui/record-form/record-form.tsx'
import { isLikelyPostalCode, postalName, regionName } from '#shared/reference/postal-codes.ts'
import { addressKinds } from '#shared/schemas/parties.ts'
import { AddButton } from './add-button.tsx'
import classes from './parties.module.css'
import { type AddressForm, newAddress, type PartyForm } from './party-form-values.ts'

type SectionProps = { form: UseFormReturnType<PartyForm> }

export function AddressFields({ form }: SectionProps) {
  const { t } = useText()
  const { addresses, country } = form.values
  const add = () => form.insertListItem('addresses', newAddress(crypto.randomUUID(), country))
  return (
    <FormSection title={t('parties.sections.addresses')} isWide>
      {addresses.length === 0 ? <p className="q-quiet">{t('parties.address.none')}</p> : null}
      {addresses.map((address, index) => (
        <AddressEntry key={address.key} form={form} address={address} index={index} />
      ))}
      <AddButton label={t('parties.address.add')} onClick={add} />
    </FormSection>
  )
}

type EntryProps = SectionProps & { address: AddressForm; index: number }

function AddressEntry({ form, address, index }: EntryProps) {
  const { t } = useText()
  const { parts, rest } = addressLayout(address.country)
  // What the country's addresses do not have is still shown where an old record holds it.
  const shown = [...parts, ...rest.filter((part) => address[part] !== '')]
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset inside a fieldset brings its own frame
    <div className={classes.entry} role="group" aria-label={t('parties.address.nth', { number: index + 1 })}>
      <div className={classes.entryFields}>
        <Select
          label={t('parties.fields.addressKind')}
          data={addressKinds.map((kind) => ({ value: kind, label: t(`parties.addressKinds.${kind}`) }))}
          {...form.getInputProps(`addresses.${index}.kind`)}
        />
        <CountrySelect label={t('parties.fields.country')} {...form.getInputProps(`addresses.${index}.country`)} />
        {shown.map((part) => (
          <PartField key={part} part={part} form={form} address={address} index={index} />
        ))}
        <TextInput
          type="tel"
          label={t('customers.fields.addressPhone')}
          {...form.getInputProps(`addresses.${index}.phone`)}
        />
      </div>
      <ActionIcon
        aria-label={t('parties.address.remove', { number: index + 1 })}
        onClick={() => form.removeListItem('addresses', index)}
      >
        <IconTrash size={15} stroke={1.5} />
      </ActionIcon>
    </div>
  )
}

function PartField({ part, form, address, index }: EntryProps & { part: AddressPart }) {
  const { t, format } = useText()
  const { country, postalCode } = address
  const props = form.getInputProps(`addresses.${index}.${part}`)
  const isDoubtful = part === 'postalCode' && !isLikelyPostalCode(postalCode, country)
  const label = {
    recipient: t('customers.fields.recipient'),
    street: t('parties.fields.street'),
    city: t('parties.fields.city'),
    region: t(`customers.regionNames.${regionName(country)}`),
    postalCode: t(`customers.postalNames.${postalName(country)}`),
  }[part]
  const hint = isDoubtful ? t('customers.hints.postal', { country: format.country(country) }) : undefined
  return <TextInput label={label} description={hint} inputWrapperOrder={hintBelow} {...props} />
}

/** A hint that comes and goes must not push the field away from under the hand. */
const hintBelow: ('label' | 'input' | 'description' | 'error')[] = ['label', 'input', 'description', 'error']
