// The fields of a payment, whoever pays whom: day, amount with its currency and rate, fee, and what to know it by.
import { Select, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { trpc } from '#renderer/lib/api.ts'
import { useBook } from '#renderer/lib/host-state.ts'
import { useText } from '#renderer/lib/language.ts'
import type { TypedPayment } from '#renderer/lib/typed-payment.ts'
import { isDay } from '#shared/dates.ts'
import { paymentMethods } from '#shared/schemas/payments.ts'
import { CurrencySelect } from './currency-select.tsx'
import { DayInput } from './day-input.tsx'
import { DecimalInput } from './decimal-input.tsx'
import classes from './payment-fields.module.css'

type FieldsProps = RateProps & {
  wrong: (field: string) => string | undefined
  amount: { placeholder: string; description?: string }
  fee?: { label: string; description: string } | undefined
  /** More fields, before the way it was paid. */
  children?: ReactNode
}

export function PaymentFields({ form, set, wrong, amount, fee, children }: FieldsProps) {
  const { t } = useText()
  return (
    <div className={classes.fields}>
      <DayInput
        label={t('payments.fields.on')}
        required
        value={form.on}
        onChange={(on) => set({ on })}
        error={wrong('on')}
        data-autofocus
      />
      <CurrencySelect
        label={t('payments.fields.currency')}
        value={form.currency}
        onChange={(currency) => set({ currency })}
      />
      <DecimalInput
        label={t('payments.fields.amount')}
        required
        unit={form.currency}
        {...amount}
        value={form.amount}
        onChange={(typed: string) => set({ amount: typed })}
        error={wrong('amount')}
      />
      <DayRate form={form} set={set} error={wrong('rate')} />
      <DecimalInput
        label={t('payments.fields.fee')}
        {...fee}
        unit={form.currency}
        value={form.fee}
        onChange={(typed: string) => set({ fee: typed })}
        error={wrong('fee')}
      />
      {children}
      <Select
        label={t('payments.fields.method')}
        allowDeselect={false}
        data={paymentMethods.map((value) => ({ value, label: value === '' ? '–' : t(`payments.methods.${value}`) }))}
        value={form.method}
        onChange={(method) => set({ method: (method ?? '') as TypedPayment['method'] })}
      />
      <TextInput
        label={t('payments.fields.reference')}
        value={form.reference}
        onChange={(event) => set({ reference: event.currentTarget.value })}
      />
      <TextInput
        label={t('payments.fields.note')}
        value={form.note}
        onChange={(event) => set({ note: event.currentTarget.value })}
      />
    </div>
  )
}

type RateProps = { form: TypedPayment; set: (part: Partial<TypedPayment>) => void }

/** The rate of the day stands ready where the table knows it; it is asked for where not. */
function DayRate({ form, set, error }: RateProps & { error: string | undefined }) {
  const { t, format } = useText()
  const { baseCurrency: to } = useBook()
  const { currency: from, on } = form
  const isForeign = from !== '' && from !== to
  const options = trpc.rates.convert.queryOptions({ amount: '1', from, to, on })
  const { data } = useQuery({ ...options, enabled: isForeign && isDay(on) })
  if (!isForeign) return null
  const known = data && data.status !== 'missing' ? data : null
  return (
    <DecimalInput
      label={t('payments.rateOf', { from, to })}
      placeholder={known ? format.number(known.rate) : ''}
      description={
        known ? t('purchases.rate.found', { rate: format.number(known.rate), day: known.rateOn }) : undefined
      }
      required={data?.status === 'missing'}
      value={form.rate}
      onChange={(rate: string) => set({ rate })}
      error={error}
    />
  )
}
