// The form of an offer.
import { Checkbox, Textarea, TextInput } from '@mantine/core'
import type { UseFormReturnType } from '@mantine/form'
import { client } from '#renderer/lib/api.ts'
import { useText } from '#renderer/lib/language.ts'
import { numberToText } from '#renderer/lib/typed-number.ts'
import { CurrencySelect } from '#renderer/ui/currency-select.tsx'
import { DayInput } from '#renderer/ui/day-input.tsx'
import { DecimalInput } from '#renderer/ui/decimal-input.tsx'
import { PartyPicker } from '#renderer/ui/party-picker.tsx'
import type { PickerOption } from '#renderer/ui/picker.tsx'
import { ProductPicker } from '#renderer/ui/product-picker.tsx'
import { FormSection } from '#renderer/ui/record-form/record-form.tsx'
import { OfferBreaksField } from './offer-breaks-field.tsx'
import type { OfferForm } from './offer-form-values.ts'

type SectionProps = { form: UseFormReturnType<OfferForm> }

export function OfferFields({ form }: SectionProps) {
  const { t } = useText()
  return (
    <>
      <FormSection title={t('sourcing.offers.sections.what')}>
        <ProductPicker
          label={t('sourcing.offer.product')}
          required
          data-autofocus
          {...form.getInputProps('productId')}
        />
        <PartyPicker
          partyRole="supplier"
          label={t('sourcing.offer.supplier')}
          required
          {...form.getInputProps('supplierId')}
          onChange={(supplier) => chooseSupplier(form, supplier)}
        />
        <DayInput
          label={t('sourcing.offer.validFrom')}
          description={t('sourcing.offers.hints.validFrom')}
          required
          {...form.getInputProps('validFrom')}
        />
        <DayInput
          label={t('sourcing.offer.validTo')}
          description={t('sourcing.offers.hints.validTo')}
          {...form.getInputProps('validTo')}
        />
        <TextInput label={t('sourcing.offer.supplierCode')} {...form.getInputProps('supplierCode')} />
        <TextInput label={t('sourcing.offer.supplierName')} {...form.getInputProps('supplierName')} />
      </FormSection>
      <OfferBreaksField form={form} />
      <TermFields form={form} />
      <FormSection title={t('sourcing.offers.sections.more')} isWide>
        <Textarea label={t('sourcing.offer.note')} {...form.getInputProps('note')} />
      </FormSection>
    </>
  )
}

function TermFields({ form }: SectionProps) {
  const { t } = useText()
  return (
    <FormSection title={t('sourcing.offers.sections.terms')}>
      <CurrencySelect label={t('sourcing.offer.currency')} {...form.getInputProps('currency')} />
      <DecimalInput label={t('sourcing.offer.vat')} unit="%" {...form.getInputProps('vatPercent')} />
      <Checkbox
        mt={24}
        label={t('sourcing.offer.vatIncluded')}
        {...form.getInputProps('vatIncluded', { type: 'checkbox' })}
      />
      <DecimalInput label={t('sourcing.offer.minOrder')} {...form.getInputProps('minOrder')} />
      <DecimalInput label={t('sourcing.offer.carton')} {...form.getInputProps('carton')} />
      <DecimalInput
        label={t('sourcing.offer.leadTimeDays')}
        unit={t('sourcing.requests.answers.days')}
        {...form.getInputProps('leadTimeDays')}
      />
      <TextInput label={t('sourcing.offer.incoterm')} {...form.getInputProps('incoterm')} />
      <TextInput label={t('sourcing.offer.place')} {...form.getInputProps('place')} />
      <TextInput label={t('sourcing.offer.source')} {...form.getInputProps('source')} />
    </FormSection>
  )
}

/** A supplier brings what it usually asks for, where nothing was written yet. */
async function chooseSupplier(form: UseFormReturnType<OfferForm>, supplier: PickerOption | null) {
  form.setFieldValue('supplierId', supplier)
  if (!supplier) return
  const party = await client.parties.get.query({ id: supplier.id }).catch(() => null)
  const { supplierId, prices, incoterm, place, leadTimeDays, vatPercent } = form.getValues()
  if (!party || supplierId?.id !== supplier.id || prices.some(({ price }) => price.trim() !== '')) return
  const { supply } = party
  if (party.currency) form.setFieldValue('currency', party.currency)
  if (incoterm === '' && place === '') {
    form.setFieldValue('incoterm', supply.incoterm)
    form.setFieldValue('place', supply.place)
  }
  if (leadTimeDays === '') form.setFieldValue('leadTimeDays', numberToText(supply.leadTimeDays, 'whole'))
  if (vatPercent === '' && supply.vatPercent > 0) {
    form.setFieldValue('vatPercent', numberToText(supply.vatPercent, 'percent'))
    form.setFieldValue('vatIncluded', supply.vatIncluded)
  }
}
