// A country by its ISO code, shown and found by its name in the screen's language.
import { Select, type SelectProps } from '@mantine/core'
import { useMemo } from 'react'
import type { Format } from '#renderer/lib/format.ts'
import { useText } from '#renderer/lib/language.ts'
import { countryCodes } from '#shared/reference/countries.ts'
import { takeFirstOption } from './take-first-option.ts'

type CountrySelectProps = Omit<SelectProps, 'data' | 'value' | 'onChange'> & {
  value?: string
  onChange: (code: string) => void
}

export function CountrySelect({ value, onChange, ...props }: CountrySelectProps) {
  const { format, language } = useText()
  const data = useMemo(() => countryOptions(format, language), [format, language])
  return (
    <Select
      searchable
      clearable
      onKeyDown={takeFirstOption}
      {...props}
      data={data}
      value={value || null}
      onChange={(code) => onChange(code ?? '')}
      selectFirstOptionOnChange
    />
  )
}

/** All countries, by name. */
export function countryOptions(format: Format, language: string): { value: string; label: string }[] {
  const order = new Intl.Collator(language)
  return countryCodes
    .map((code) => ({ value: code, label: format.country(code) }))
    .sort((left, right) => order.compare(left.label, right.label))
}
