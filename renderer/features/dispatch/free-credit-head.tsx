// Whom something is given back to without an order, when, why, in which currency.
import { Checkbox, TextInput } from '@mantine/core'
import { fieldMessage } from '#renderer/lib/error-message.ts'
import { useText } from '#renderer/lib/language.ts'
import { CurrencySelect } from '#renderer/ui/currency-select.tsx'
import { DayInput } from '#renderer/ui/day-input.tsx'
import { DecimalInput } from '#renderer/ui/decimal-input.tsx'
import { PartyPicker } from '#renderer/ui/party-picker.tsx'
import { PlaceFields } from './credit-head.tsx'
import classes from './dispatch.module.css'
import type { FreeCreditForm } from './free-credit-values.ts'
import { ReasonSelect } from './reason-select.tsx'

type HeadProps = {
  form: FreeCreditForm
  set: (part: Partial<FreeCreditForm>) => void
  problems: Record<string, string>
  baseCurrency: string
}

export function FreeCreditHead({ form, set, problems, baseCurrency }: HeadProps) {
  const { t } = useText()
  return (
    <div className={classes.fields}>
      <PartyPicker
        label={t('dispatch.credit.customer')}
        partyRole="customer"
        value={form.customer}
        onChange={(customer) => set({ customer })}
      />
      <DayInput
        label={t('dispatch.credit.on')}
        required
        value={form.on}
        onChange={(on) => set({ on })}
        error={problems.on && fieldMessage(t, problems.on)}
      />
      <ReasonSelect value={form.reason} onChange={(reason) => set({ reason })} />
      <CurrencySelect
        label={t('dispatch.credit.currency')}
        value={form.currency}
        onChange={(currency) => currency && set({ currency })}
      />
      {form.currency === baseCurrency ? null : (
        <DecimalInput
          label={t('dispatch.credit.rate', { from: form.currency, to: baseCurrency })}
          value={form.rate}
          onChange={(rate: string) => set({ rate })}
          error={problems.rate && fieldMessage(t, problems.rate)}
        />
      )}
      <TextInput
        label={t('dispatch.credit.customerReference')}
        value={form.customerReference}
        onChange={(event) => set({ customerReference: event.currentTarget.value })}
      />
      {form.rows.some(({ goods }) => goods !== 'none') ? <PlaceFields form={form} set={set} /> : null}
      <TextInput
        label={t('dispatch.credit.note')}
        value={form.note}
        onChange={(event) => set({ note: event.currentTarget.value })}
      />
      <Checkbox
        className={classes.wide ?? ''}
        label={t('dispatch.credit.taxIncluded')}
        checked={form.taxIncluded}
        onChange={(event) => set({ taxIncluded: event.currentTarget.checked })}
      />
    </div>
  )
}
