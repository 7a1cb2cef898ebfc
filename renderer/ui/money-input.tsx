// An amount and its currency beside each other: one without the other means nothing.
import { useText } from '#renderer/lib/language.ts'
import { CurrencySelect } from './currency-select.tsx'
import classes from './decimal-input.module.css'
import { DecimalInput } from './decimal-input.tsx'

export type MoneyText = { amount: string; currency: string }

type MoneyInputProps = {
  label: string
  value: MoneyText
  onChange: (value: MoneyText) => void
  error?: React.ReactNode
  currencyError?: React.ReactNode
  description?: React.ReactNode
}

export function MoneyInput({ label, value, onChange, error, currencyError, description }: MoneyInputProps) {
  const { t } = useText()
  return (
    <div className={classes.pair}>
      <DecimalInput
        label={label}
        description={description}
        value={value.amount}
        error={error}
        onChange={(amount) => onChange({ ...value, amount })}
      />
      <CurrencySelect
        className={classes.currency}
        aria-label={t('fields.currencyOf', { label })}
        value={value.currency}
        error={currencyError}
        onChange={(currency) => onChange({ ...value, currency })}
      />
    </div>
  )
}
