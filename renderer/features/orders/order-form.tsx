// The form of a sales order.
import { Button, Checkbox, Select, Textarea, TextInput } from '@mantine/core'
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
import { type OrderTerms, orderPurposes, orderSides, saleDueFroms } from '#shared/schemas/orders.ts'
import { CreditNotice } from './credit-notice.tsx'
import { isBlankLine, type OrderForm } from './order-form-values.ts'
import { OrderLinesField } from './order-lines-field.tsx'
import { OrderPicker } from './order-picker.tsx'
import classes from './orders.module.css'

type SectionProps = { form: UseFormReturnType<OrderForm> }

type OrderFieldsProps = SectionProps & {
  orderId: number | null
  /** Of what is confirmed a part may be cancelled; before that one simply asks for less. */
  isConfirmed: boolean
}

export function OrderFields({ form, orderId, isConfirmed }: OrderFieldsProps) {
  return (
    <>
      <HeadFields form={form} />
      <MoneyFields form={form} />
      <OrderLinesField form={form} isConfirmed={isConfirmed} />
      <CreditNotice form={form} orderId={orderId} />
      <TermFields form={form} />
      <ShippingFields form={form} />
      <ChannelFields form={form} />
      <MoreFields form={form} />
    </>
  )
}

function HeadFields({ form }: SectionProps) {
  const { t } = useText()
  const { purpose } = form.values
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
      <TextInput
        label={t('orders.fields.customerReference')}
        placeholder={t('orders.hints.customerReference')}
        {...form.getInputProps('customerReference')}
      />
      <Select
        label={t('orders.fields.purpose')}
        description={purpose === 'sale' ? undefined : t('orders.hints.purpose')}
        data={orderPurposes.map((value) => ({ value, label: t(`orders.purposes.${value}`) }))}
        {...form.getInputProps('purpose')}
      />
      {purpose === 'sample' ? (
        <OrderPicker
          label={t('orders.fields.serves')}
          description={t('orders.hints.sampleFor')}
          {...form.getInputProps('servesId')}
        />
      ) : null}
      <DayInput label={t('orders.fields.orderedOn')} required {...form.getInputProps('orderedOn')} />
      <DayInput label={t('orders.fields.requiredOn')} {...form.getInputProps('requiredOn')} />
    </FormSection>
  )
}

/** A customer brings terms and address, where nothing was written yet. */
async function chooseCustomer(form: UseFormReturnType<OrderForm>, customer: PickerOption | null) {
  form.setFieldValue('customerId', customer)
  if (!customer) return
  const [party, terms] = await Promise.all([
    client.parties.get.query({ id: customer.id }).catch(() => null),
    client.orders.terms.query({ customerId: customer.id }).catch(() => null),
  ])
  const { shipTo, lines, customerId, channel } = form.getValues()
  if (!party || customerId?.id !== customer.id) return
  if (terms && lines.every(isBlankLine)) takeTerms(form, terms, { isNew: channel === '' })
  if (Object.values(shipTo).some((text) => text !== '')) return
  const address = party.addresses.find(({ kind }) => kind === 'shipping') ?? party.addresses[0]
  const { street = '', city = '', region = '', postalCode = '', country = party.country } = address ?? {}
  const name = address?.recipient || party.name
  const phone = address?.phone || ''
  form.setFieldValue('shipTo', { name, street, city, region, postalCode, country, phone })
}

function takeTerms(form: UseFormReturnType<OrderForm>, terms: OrderTerms, { isNew }: { isNew: boolean }) {
  const { currency, dueFrom, depositPercent, dueDays, channel } = terms
  form.setValues({
    ...{ currency, dueFrom },
    depositPercent: depositPercent === 0 ? '' : numberToText(depositPercent, 'percent'),
    dueDays: dueDays === 0 ? '' : String(dueDays),
    ...(isNew ? { channel } : {}),
  })
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
      <Checkbox
        className={classes.check ?? ''}
        label={t('orders.fields.taxIncluded')}
        {...form.getInputProps('taxIncluded', { type: 'checkbox' })}
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
      <Button onClick={() => form.setFieldValue('rate', data.rate)}>{t('orders.rate.useOld', said)}</Button>
    </p>
  )
}

function TermFields({ form }: SectionProps) {
  const { t } = useText()
  const { currency } = form.values
  return (
    <FormSection title={t('orders.sections.terms')}>
      <DecimalInput label={t('orders.fields.freight')} unit={currency} {...form.getInputProps('freight')} />
      <DecimalInput label={t('orders.fields.freightTax')} unit={currency} {...form.getInputProps('freightTax')} />
      <DecimalInput label={t('orders.fields.other')} unit={currency} {...form.getInputProps('other')} />
      <DecimalInput label={t('orders.fields.depositPercent')} unit="%" {...form.getInputProps('depositPercent')} />
      <Select
        label={t('orders.fields.dueFrom')}
        data={saleDueFroms.map((value) => ({ value, label: t(`orders.dueFroms.${value}`) }))}
        {...form.getInputProps('dueFrom')}
      />
      <DecimalInput label={t('orders.fields.dueDays')} {...form.getInputProps('dueDays')} />
    </FormSection>
  )
}

function ShippingFields({ form }: SectionProps) {
  const { t } = useText()
  const places = useQuery(trpc.warehouses.list.queryOptions({ archived: false })).data ?? []
  const choices = places
    .filter(({ id }) => id !== transitPlace)
    .map((place) => ({ value: String(place.id), label: placeName(t, place) }))
  return (
    <FormSection title={t('orders.sections.shipping')}>
      <Select label={t('orders.fields.warehouse')} clearable data={choices} {...form.getInputProps('warehouseId')} />
      <PartyPicker partyRole="carrier" label={t('orders.fields.carrier')} {...form.getInputProps('carrierId')} />
      <TextInput label={t('orders.fields.shippingService')} {...form.getInputProps('shippingService')} />
      <TextInput label={t('orders.fields.shipToName')} {...form.getInputProps('shipTo.name')} />
      <TextInput label={t('orders.fields.street')} {...form.getInputProps('shipTo.street')} />
      <TextInput label={t('orders.fields.postalCode')} {...form.getInputProps('shipTo.postalCode')} />
      <TextInput label={t('orders.fields.city')} {...form.getInputProps('shipTo.city')} />
      <TextInput label={t('orders.fields.region')} {...form.getInputProps('shipTo.region')} />
      <CountrySelect label={t('common.country')} {...form.getInputProps('shipTo.country')} />
      <TextInput label={t('orders.fields.phone')} {...form.getInputProps('shipTo.phone')} />
    </FormSection>
  )
}

/** Where it came from; who does what for the customer is asked only of an order that came through a channel. */
function ChannelFields({ form }: SectionProps) {
  const { t } = useText()
  const sides = orderSides.map((value) => ({ value, label: t(`orders.sides.${value}`) }))
  const hasChannel = form.values.channel.trim() !== ''
  return (
    <FormSection title={t('orders.sections.channel')}>
      <TextInput label={t('orders.fields.channel')} {...form.getInputProps('channel')} />
      {hasChannel ? (
        <>
          <TextInput label={t('orders.fields.externalId')} {...form.getInputProps('externalId')} />
          {(['fulfilledBy', 'collectedBy', 'taxBy'] as const).map((field) => (
            <Select key={field} label={t(`orders.fields.${field}`)} data={sides} {...form.getInputProps(field)} />
          ))}
        </>
      ) : null}
    </FormSection>
  )
}

function MoreFields({ form }: SectionProps) {
  const { t } = useText()
  return (
    <FormSection title={t('orders.sections.more')} isWide>
      <Textarea label={t('orders.fields.note')} {...form.getInputProps('note')} />
      <Textarea label={t('orders.fields.packingNote')} {...form.getInputProps('packingNote')} />
    </FormSection>
  )
}
