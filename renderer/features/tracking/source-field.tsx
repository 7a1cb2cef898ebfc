// Chooses who tells of an event: by name from those that are known, or as it was typed (a carrier of a file calls itself anything).
import { Select } from '@mantine/core'
import { useState } from 'react'
import { useText } from '#renderer/lib/language.ts'
import { useSources } from './source-names.ts'

type FieldProps = { label: string; source: string; onChange: (source: string) => void }

const longest = 60

export function SourceField({ label, source, onChange }: FieldProps) {
  const { t } = useText()
  const known = useSources().map(({ code, name }) => ({ value: code, label: name }))
  const [typed, setTyped] = useState('')
  const own = [...new Set([source, typed.trim().slice(0, longest)])]
  const others = own.filter(
    (text) => text !== '' && known.every(({ value, label }) => value !== text && label !== text),
  )
  return (
    <Select
      label={label}
      placeholder={t('tracking.rules.anySource')}
      clearable
      searchable
      limit={100}
      data={[...known, ...others.map((text) => ({ value: text, label: text }))]}
      value={source || null}
      onChange={(chosen) => onChange(chosen ?? '')}
      searchValue={typed}
      onSearchChange={setTyped}
    />
  )
}
