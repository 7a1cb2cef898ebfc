// The form of a sales order.
import { Button, Select, Textarea, TextInput } from '@mantine/core'
import type { UseFormReturnType } from '@mantine/form'
import { useQuery } from '@tanstack/react-query'
import { client, trpc } from '#renderer/lib/api.ts'
import { useBook } from '#renderer/lib/host-state.ts'
import { useText } from '#renderer/lib/language.ts'
import { CountrySelect } from '#renderer/ui/country-select.tsx'
import { CurrencySelect } from '#renderer/ui/currency-select.tsx'
import { DayInput } from '#renderer/ui/day-input.tsx'
import { DecimalInput } from '#renderer/ui/decimal-input.tsx'
import { PartyPicker } from '#renderer/ui/party-picker.tsx'
import type { PickerOption } from '#renderer/ui/picker.tsx'
import { FormSection } from '#renderer/ui/record-form/record-form.tsx'
import { isDay } from '#shared/dates.ts'
import { orderPurposes, orderStatuses } from '#shared/schemas/orders.ts'
import { isBlankLine, type OrderForm } from './order-form-values.ts'
import { OrderLinesField } from './order-lines-field.tsx'
import classes from './orders.module.css'

type SectionProps = { form: UseFormReturnType<OrderForm> }

export function OrderFields({ form }: SectionProps) {
  return (
    <>
      <HeadFields form={form} />
      <MoneyFields form={form} />
      <OrderLinesField form={form} />
      <ShippingFields form={form} />
      <MoreFields form={form} />
    </>
  )
}

function HeadFields({ form }: SectionProps) {
  const { t } = useText()
  return (
    <FormSection title={t('orders.sections.head')}>
      <PartyPicker
        partyRole="customer"
        label={t('orders.fields.customer')}
        data-autofocus
        {...form.getInputProps('customerId')}
        onChange={(customer) => chooseCustomer(form, customer)}
      />
      <TextInput
        label={t('orders.fields.number')}
        placeholder={t('orders.hints.number')}
        {...form.getInputProps('number')}
      />
      <Select
        label={t('orders.fields.status')}
        data={orderStatuses.map((status) => ({ value: status, label: t(`orders.statuses.${status}`) }))}
        {...form.getInputProps('status')}
      />
      <Select
        label={t('orders.fields.purpose')}
        description={form.values.purpose === 'sale' ? undefined : t('orders.hints.purpose')}
        data={orderPurposes.map((purpose) => ({ value: purpose, label: t(`orders.purposes.${purpose}`) }))}
        {...form.getInputProps('purpose')}
      />
      <DayInput label={t('orders.fields.orderedOn')} required {...form.getInputProps('orderedOn')} />
      <DayInput label={t('orders.fields.requiredOn')} {...form.getInputProps('requiredOn')} />
      <DayInput label={t('orders.fields.shippedOn')} {...form.getInputProps('shippedOn')} />
    </FormSection>
  )
}

/** A customer brings currency and address, where nothing was written yet. */
async function chooseCustomer(form: UseFormReturnType<OrderForm>, customer: PickerOption | null) {
  form.setFieldValue('customerId', customer as never)
  if (!customer) return
  const party = await client.parties.get.query({ id: customer.id }).catch(() => null)
  const { shipTo, lines, customerId } = form.getValues()
  if (!party || customerId?.id !== customer.id) return
  if (party.currency && lines.every(isBlankLine)) form.setFieldValue('currency', party.currency as never)
  if (Object.values(shipTo).some((text) => text !== '')) return
  const address = party.addresses.find(({ kind }) => kind === 'shipping') ?? party.addresses[0]
  const { street = '', city = '', region = '', postalCode = '', country = party.country } = address ?? {}
  form.setFieldValue('shipTo', { name: party.name, street, city, region, postalCode, country } as never)
}

function MoneyFields({ form }: SectionProps) {
  const { t } = useText()
  const { baseCurrency } = useBook()
  const { currency } = form.values
  return (
    <FormSection title={t('orders.sections.money')}>
      <CurrencySelect label={t('orders.fields.currency')} {...form.getInputProps('currency')} />
      {currency === baseCurrency ? null : (
        <>
          <DecimalInput
            label={t('orders.fields.rateOf', { from: currency, to: baseCurrency })}
            placeholder={t('orders.hints.rate')}
            {...form.getInputProps('rate')}
          />
          <RateHint form={form} />
        </>
      )}
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
  if (data.status === 'missing') {
    return (
      <p className={classes.rateHint} data-warn>
        {t('orders.rate.missing', { from, to })}
      </p>
    )
  }
  const said = { rate: format.number(data.rate), day: data.rateOn }
  if (data.status === 'ok') {
    return (
      <p className={classes.rateHint}>{t(data.isEarlierDay ? 'orders.rate.earlier' : 'orders.rate.found', said)}</p>
    )
  }
  return (
    <p className={classes.rateHint} data-warn>
      {t('orders.rate.old', { day: data.rateOn, days: data.ageDays })}
      <Button onClick={() => form.setFieldValue('rate', data.rate as never)}>{t('orders.rate.useOld', said)}</Button>
    </p>
  )
}

function ShippingFields({ form }: SectionProps) {
  const { t } = useText()
  return (
    <FormSection title={t('orders.sections.shipping')}>
      <PartyPicker partyRole="carrier" label={t('orders.fields.carrier')} {...form.getInputProps('carrierId')} />
      <DecimalInput label={t('orders.fields.freight')} unit={form.values.currency} {...form.getInputProps('freight')} />
      <TextInput label={t('orders.fields.shipToName')} {...form.getInputProps('shipTo.name')} />
      <TextInput label={t('orders.fields.street')} {...form.getInputProps('shipTo.street')} />
      <TextInput label={t('orders.fields.postalCode')} {...form.getInputProps('shipTo.postalCode')} />
      <TextInput label={t('orders.fields.city')} {...form.getInputProps('shipTo.city')} />
      <TextInput label={t('orders.fields.region')} {...form.getInputProps('shipTo.region')} />
      <CountrySelect label={t('common.country')} {...form.getInputProps('shipTo.country')} />
    </FormSection>
  )
}

function MoreFields({ form }: SectionProps) {
  const { t } = useText()
  return (
    <FormSection title={t('orders.sections.more')} isWide>
      <Textarea label={t('orders.fields.note')} {...form.getInputProps('note')} />
    </FormSection>
  )
}
