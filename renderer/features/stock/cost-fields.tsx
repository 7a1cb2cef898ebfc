// The currency that goods received were paid in, and the rate of the day that makes base currency of it.
import { Button } from '@mantine/core'
import type { UseFormReturnType } from '@mantine/form'
import { useQuery } from '@tanstack/react-query'
import { trpc } from '#renderer/lib/api.ts'
import { useBook } from '#renderer/lib/host-state.ts'
import { useText } from '#renderer/lib/language.ts'
import { CurrencySelect } from '#renderer/ui/currency-select.tsx'
import { DecimalInput } from '#renderer/ui/decimal-input.tsx'
import { FormSection } from '#renderer/ui/record-form/record-form.tsx'
import { isDay } from '#shared/dates.ts'
import classes from './stock.module.css'
import type { StockForm } from './stock-form-values.ts'

type FormProps = { form: UseFormReturnType<StockForm> }

export function CostFields({ form }: FormProps) {
  const { t } = useText()
  const { baseCurrency } = useBook()
  const { currency } = form.values
  return (
    <FormSection title={t('stock.form.costs')} hint={t('stock.form.costsHint')}>
      <CurrencySelect label={t('stock.fields.currency')} {...form.getInputProps('currency')} />
      {currency === baseCurrency ? null : (
        <>
          <DecimalInput
            label={t('stock.fields.rateOf', { from: currency, to: baseCurrency })}
            placeholder={t('stock.hints.rate')}
            {...form.getInputProps('rate')}
          />
          <RateHint form={form} />
        </>
      )}
    </FormSection>
  )
}

/** What the rate table would give for the day; never taken without being seen. */
function RateHint({ form }: FormProps) {
  const { t, format } = useText()
  const { baseCurrency: to } = useBook()
  const { currency: from, on, rate } = form.values
  const options = trpc.rates.convert.queryOptions({ amount: '1', from, to, on })
  const { data } = useQuery({ ...options, enabled: isDay(on) && rate.trim() === '' })
  if (!data || rate.trim() !== '') return null
  if (data.status === 'missing') {
    return (
      <p className={classes.hint} data-warn>
        {t('orders.rate.missing', { from, to })}
      </p>
    )
  }
  const said = { rate: format.number(data.rate), day: data.rateOn }
  if (data.status === 'ok') {
    return <p className={classes.hint}>{t(data.isEarlierDay ? 'orders.rate.earlier' : 'orders.rate.found', said)}</p>
  }
  return (
    <p className={classes.hint} data-warn>
      {t('orders.rate.old', { day: data.rateOn, days: data.ageDays })}
      <Button onClick={() => form.setFieldValue('rate', data.rate)}>{t('orders.rate.useOld', said)}</Button>
    </p>
  )
}
