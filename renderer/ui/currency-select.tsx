// A currency by its code; code and name can both be typed.
import { Select, type SelectProps } from '@mantine/core'
import type { Format } from '#renderer/lib/format.ts'
import { useText } from '#renderer/lib/language.ts'
import { currencyCodes } from '#shared/reference/currencies.ts'
import { takeFirstOption } from './take-first-option.ts'

type CurrencySelectProps = Omit<SelectProps, 'data' | 'value' | 'onChange'> & {
  value?: string
  onChange: (code: string) => void
}

/** Shown first: the currencies that most trade is done in. */
const usual = ['USD', 'EUR', 'CNY', 'GBP', 'JPY', 'HKD', 'AUD', 'CAD']
const ordered = [...usual, ...currencyCodes.filter((code) => !usual.includes(code))]

export function CurrencySelect({ value = '', onChange, ...props }: CurrencySelectProps) {
  const { format } = useText()
  return (
    <Select
      searchable
      onKeyDown={takeFirstOption}
      {...props}
      data={currencyOptions(value)}
      value={value || null}
      onChange={(code) => onChange(code ?? '')}
      renderOption={({ option }) => <CurrencyOption code={option.value} name={format.currency(option.value)} />}
      filter={({ options, search }) =>
        options.filter((option) => 'value' in option && fits(option.value, search, format))
      }
      comboboxProps={{ width: 240, position: 'bottom-end' }}
      selectFirstOptionOnChange
    />
  )
}

/** Old books may hold a currency that is no longer in use; it stays choosable where it stands. */
function currencyOptions(value: string) {
  const codes = value && !ordered.includes(value) ? [value, ...ordered] : ordered
  return codes.map((code) => ({ value: code, label: code }))
}

function fits(code: string, search: string, format: Format): boolean {
  const text = search.trim().toLowerCase()
  return code.toLowerCase().startsWith(text) || format.currency(code).toLowerCase().includes(text)
}

function CurrencyOption({ code, name }: { code: string; name: string }) {
  return (
    <span>
      {code} <span className="q-quiet">{name}</span>
    </span>
  )
}
