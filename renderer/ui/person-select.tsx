// One of the people who use the book, or nobody.
import { Select, type SelectProps } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { trpc } from '#renderer/lib/api.ts'
import { useText } from '#renderer/lib/language.ts'
import { nameIn } from '#renderer/lib/names.ts'
import { takeFirstOption } from './take-first-option.ts'

type PersonSelectProps = Omit<SelectProps, 'data' | 'value' | 'onChange'> & {
  value?: number | null
  onChange: (id: number | null) => void
  /** Someone who is not among those who work now (archived), so that their name can be shown. */
  known?: { id: number; name: string } | null
}

export function PersonSelect({ value = null, onChange, known = null, ...props }: PersonSelectProps) {
  const { language } = useText()
  const { data: people = [] } = useQuery(trpc.people.list.queryOptions())
  const options = people.map((person) => ({ value: String(person.id), label: nameIn(language, person) }))
  if (known && !options.some((option) => option.value === String(known.id)))
    options.push({ value: String(known.id), label: known.name })
  return (
    <Select
      searchable
      clearable
      onKeyDown={takeFirstOption}
      {...props}
      data={options}
      value={value === null ? null : String(value)}
      onChange={(id) => onChange(id === null ? null : Number(id))}
      selectFirstOptionOnChange
    />
  )
}
