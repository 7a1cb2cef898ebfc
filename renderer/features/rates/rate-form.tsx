// The few fields of one rate.
import { Button, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useMutation } from '@tanstack/react-query'
import type { FormEvent, ReactNode } from 'react'
import { errorMessage, fieldErrors, fieldMessages } from '#renderer/lib/error-message.ts'
import { parseFields } from '#renderer/lib/field-problems.ts'
import { useText } from '#renderer/lib/language.ts'
import { typedDay } from '#renderer/lib/typed-day.ts'
import { typedDecimal } from '#renderer/lib/typed-number.ts'
import { CurrencySelect } from '#renderer/ui/currency-select.tsx'
import { DayInput } from '#renderer/ui/day-input.tsx'
import { DecimalInput } from '#renderer/ui/decimal-input.tsx'
import { WriteGate } from '#renderer/ui/write-gate.tsx'
import { type RateInput, rateInput } from '#shared/schemas/rates.ts'
import classes from './rates.module.css'

export type RateValues = { from: string; to: string; on: string; rate: string; source: string }

export type RateEffect = { ordersFilled: number }

type RateFormProps = {
  initial: RateValues
  save: (rate: RateInput) => Promise<RateEffect>
  onSaved: (effect: RateEffect) => void
  /** Beside the button that saves. */
  children?: ReactNode
}

export function RateForm({ initial, save, onSaved, children }: RateFormProps) {
  const { t } = useText()
  const form = useForm<RateValues>({ mode: 'controlled', initialValues: initial })
  const saving = useMutation({
    mutationFn: save,
    onSuccess: onSaved,
    onError: (error) => form.setErrors(fieldErrors(t, error, 'rate')),
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const read = parseFields(rateInput, {
      ...form.values,
      on: typedDay(form.values.on),
      rate: typedDecimal(form.values.rate),
    })
    if (read.ok) saving.mutate(read.value)
    else form.setErrors(fieldMessages(t, read.problems))
  }
  const { from, to } = form.values
  return (
    <form onSubmit={submit} className={classes.form} noValidate aria-label={t('rates.fields.rate')}>
      <div className={classes.row}>
        <CurrencySelect label={t('rates.fields.from')} {...form.getInputProps('from')} />
        <CurrencySelect label={t('rates.fields.to')} {...form.getInputProps('to')} />
        <DayInput label={t('rates.fields.on')} {...form.getInputProps('on')} />
        <DecimalInput
          label={from && to ? t('rates.fields.direction', { from, rate: '…', to }) : t('rates.fields.rate')}
          data-autofocus
          {...form.getInputProps('rate')}
        />
        <TextInput label={t('rates.fields.source')} {...form.getInputProps('source')} />
      </div>
      {saving.error ? <p role="alert">{errorMessage(t, saving.error)}</p> : null}
      <div className={classes.actions}>
        {children}
        <WriteGate>
          <Button type="submit" variant="filled" loading={saving.isPending}>
            {t('common.save')}
          </Button>
        </WriteGate>
      </div>
    </form>
  )
}
