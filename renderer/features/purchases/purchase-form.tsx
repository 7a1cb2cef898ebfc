// The form of a purchase order.
import { Checkbox, Select, Textarea, TextInput } from '@mantine/core'
import type { UseFormReturnType } from '@mantine/form'
import { useQuery } from '@tanstack/react-query'
import { client, trpc } from '#renderer/lib/api.ts'
import { useBook } from '#renderer/lib/host-state.ts'
import { useText } from '#renderer/lib/language.ts'
import { placeName, transitPlace } from '#renderer/lib/place-name.ts'
import { numberToText } from '#renderer/lib/typed-number.ts'
import { CountrySelect } from '#renderer/ui/country-select.tsx'
import { CurrencySelect } from '#renderer/ui/currency-select.tsx'
import { DayInput } from '#renderer/ui/day-input.tsx'
import { DecimalInput } from '#renderer/ui/decimal-input.tsx'
import { PartyPicker } from '#renderer/ui/party-picker.tsx'
import type { PickerOption } from '#renderer/ui/picker.tsx'
import { FormSection } from '#renderer/ui/record-form/record-form.tsx'
import { isDay } from '#shared/dates.ts'
import { dueFroms, purchaseModes } from '#shared/schemas/purchases.ts'
import { isBlankLine, type PurchaseForm } from './purchase-form-values.ts'
import { PurchaseLinesField } from './purchase-lines-field.tsx'
import classes from './purchases.module.css'

type SectionProps = { form: UseFormReturnType<PurchaseForm> }

export function PurchaseFields({ form }: SectionProps) {
  return (
    <>
      <HeadFields form={form} />
      <MoneyFields form={form} />
      <PurchaseLinesField form={form} />
      <TermFields form={form} />
      <MoreFields form={form} />
    </>
  )
}

function HeadFields({ form }: SectionProps) {
  const { t } = useText()
  const places = useQuery(trpc.warehouses.list.queryOptions({ archived: false })).data ?? []
  const choices = places
    .filter(({ id }) => id !== transitPlace)
    .map((place) => ({ value: String(place.id), label: placeName(t, place) }))
  return (
    <FormSection title={t('purchases.sections.head')}>
      <PartyPicker
        partyRole="supplier"
        label={t('purchases.fields.supplier')}
        data-autofocus
        {...form.getInputProps('supplierId')}
        onChange={(supplier) => chooseSupplier(form, supplier)}
      />
      <TextInput
        label={t('purchases.fields.number')}
        placeholder={t('purchases.hints.number')}
        {...form.getInputProps('number')}
      />
      <DayInput label={t('purchases.fields.orderedOn')} required {...form.getInputProps('orderedOn')} />
      <DayInput
        label={t('purchases.fields.promisedOn')}
        description={t('purchases.hints.promised')}
        {...form.getInputProps('promisedOn')}
      />
      <Select label={t('purchases.fields.warehouse')} clearable data={choices} {...form.getInputProps('warehouseId')} />
      <TextInput label={t('purchases.fields.reference')} {...form.getInputProps('reference')} />
    </FormSection>
  )
}

/** A supplier brings the terms that orders with them begin with, where nothing was written yet. */
async function chooseSupplier(form: UseFormReturnType<PurchaseForm>, supplier: PickerOption | null) {
  form.setFieldValue('supplierId', supplier)
  if (!supplier) return
  const terms = await client.purchases.terms.query({ supplierId: supplier.id }).catch(() => null)
  const values = form.getValues()
  if (!terms || values.supplierId?.id !== supplier.id || !values.lines.every(isBlankLine)) return
  const { currency, vatIncluded, vatRecoverable, incoterm, place, dueFrom } = terms
  form.setValues({
    ...{ currency, vatIncluded, vatRecoverable, incoterm, place, dueFrom },
    vatPercent: terms.vatPercent === 0 ? '' : numberToText(terms.vatPercent, 'percent'),
    depositPercent: terms.depositPercent === 0 ? '' : numberToText(terms.depositPercent, 'percent'),
    dueDays: terms.dueDays === 0 ? '' : String(terms.dueDays),
  })
}

function MoneyFields({ form }: SectionProps) {
  const { t } = useText()
  const { baseCurrency } = useBook()
  const { currency } = form.values
  return (
    <FormSection title={t('purchases.sections.money')}>
      <CurrencySelect label={t('purchases.fields.currency')} {...form.getInputProps('currency')} />
      {currency === baseCurrency ? null : (
        <>
          <DecimalInput
            label={t('orders.fields.rateOf', { from: currency, to: baseCurrency })}
            placeholder={t('purchases.hints.rate')}
            {...form.getInputProps('rate')}
          />
          <RateHint form={form} />
        </>
      )}
      <DecimalInput label={t('purchases.fields.freight')} unit={currency} {...form.getInputProps('freight')} />
      <DecimalInput label={t('purchases.fields.vat')} unit="%" {...form.getInputProps('vatPercent')} />
      <Checkbox
        className={classes.check ?? ''}
        label={t('purchases.fields.vatIncluded')}
        {...form.getInputProps('vatIncluded', { type: 'checkbox' })}
      />
      <Checkbox
        className={classes.check ?? ''}
        label={t('purchases.fields.vatRecoverable')}
        {...form.getInputProps('vatRecoverable', { type: 'checkbox' })}
      />
    </FormSection>
  )
}

/** What the rate table would give for the order's day; never taken without being seen. */
function RateHint({ form }: SectionProps) {
  const { t, format } = useText()
  const { baseCurrency: to } = useBook()
  const { currency: from, orderedOn: on, rate } = form.values
  const options = trpc.rates.convert.queryOptions({ amount: '1', from, to, on })
  const { data } = useQuery({ ...options, enabled: isDay(on) && rate.trim() === '' })
  if (!data || rate.trim() !== '') return null
  return (
    <p className={classes.rateHint} data-warn={data.status === 'missing' || undefined}>
      {data.status === 'missing'
        ? t('purchases.rate.missing', { from, to })
        : t('purchases.rate.found', { rate: format.number(data.rate), day: data.rateOn })}
    </p>
  )
}

function TermFields({ form }: SectionProps) {
  const { t } = useText()
  return (
    <FormSection title={t('purchases.sections.terms')}>
      <TextInput label={t('purchases.fields.incoterm')} {...form.getInputProps('incoterm')} />
      <TextInput
        label={t('purchases.fields.place')}
        placeholder={t('purchases.hints.place')}
        {...form.getInputProps('place')}
      />
      <Select
        label={t('purchases.fields.mode')}
        data={purchaseModes.map((mode) => ({ value: mode, label: mode === '' ? '–' : t(`purchases.modes.${mode}`) }))}
        {...form.getInputProps('mode')}
      />
      <CountrySelect label={t('purchases.fields.country')} {...form.getInputProps('country')} />
      <DecimalInput label={t('purchases.fields.deposit')} unit="%" {...form.getInputProps('depositPercent')} />
      <Select
        label={t('purchases.fields.dueFrom')}
        allowDeselect={false}
        data={dueFroms.map((from) => ({ value: from, label: t(`purchases.dueFroms.${from}`) }))}
        {...form.getInputProps('dueFrom')}
      />
      <DecimalInput label={t('purchases.fields.dueDays')} {...form.getInputProps('dueDays')} />
      <DecimalInput label={t('purchases.fields.under')} unit="%" {...form.getInputProps('underPercent')} />
      <DecimalInput label={t('purchases.fields.over')} unit="%" {...form.getInputProps('overPercent')} />
    </FormSection>
  )
}

function MoreFields({ form }: SectionProps) {
  const { t } = useText()
  return (
    <FormSection title={t('purchases.sections.more')} isWide>
      <Textarea label={t('purchases.fields.note')} {...form.getInputProps('note')} />
    </FormSection>
  )
}
