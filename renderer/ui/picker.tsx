// Chooses one record out of many: asks the book while typing. Holds id and name together, so that it can show what it has.
import { Select, type SelectProps } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useText } from '#renderer/lib/language.ts'
import classes from './picker.module.css'

export type PickerOption = { id: number; name: string /** Quiet text behind the name. */; detail?: string }

type PickerProps = Omit<SelectProps, 'data' | 'value' | 'onChange'> & {
  value?: PickerOption | null
  onChange: (option: PickerOption | null) => void
  /** What is suggested for a text; for the empty text, the first ones. */
  suggest: (text: string) => Promise<PickerOption[]>
  /** Names the suggestions for the cache, such as `products`; starts with the feature that answers. */
  source: readonly [feature: string, ...rest: string[]]
}

const typingPauseMs = 120

export function Picker({ value = null, onChange, suggest, source, ...props }: PickerProps) {
  const { t } = useText()
  const [isOpen, setOpen] = useState(false)
  const [typed, setTyped] = useState('')
  // The field shows the chosen name as its text; that is no search.
  const [text] = useDebouncedValue(value && typed === value.name ? '' : typed, typingPauseMs)
  const query = useQuery({
    queryKey: [source, 'suggest', text],
    queryFn: () => suggest(text),
    enabled: isOpen,
    placeholderData: keepPreviousData,
  })
  const found = query.data ?? []
  const options = value && !found.some((option) => option.id === value.id) ? [value, ...found] : found
  return (
    <Select
      searchable
      clearable
      selectFirstOptionOnChange
      {...props}
      data={options.map((option) => ({ value: String(option.id), label: option.name }))}
      value={value ? String(value.id) : null}
      onChange={(id) => onChange(options.find((option) => String(option.id) === id) ?? null)}
      onSearchChange={setTyped}
      onDropdownOpen={() => setOpen(true)}
      onDropdownClose={() => setOpen(false)}
      filter={({ options: all }) => all}
      nothingFoundMessage={query.isFetching ? t('fields.picker.loading') : t('fields.picker.none', { text: typed })}
      renderOption={({ option }) => <PickerRow option={options.find((known) => String(known.id) === option.value)} />}
      clearButtonProps={{
        'aria-label': t('fields.picker.clear', { label: String(props.label ?? props['aria-label'] ?? '') }),
      }}
    />
  )
}

function PickerRow({ option }: { option: PickerOption | undefined }) {
  if (!option) return null
  return (
    <span className={classes.row}>
      {option.name} {option.detail ? <span className="q-quiet">{option.detail}</span> : null}
    </span>
  )
}
