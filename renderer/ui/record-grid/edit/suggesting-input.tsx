// A record by its name or code, with suggestions while typing; the text itself where none is chosen.
import { Autocomplete, type AutocompleteProps } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { Suggest } from '../grid-column.ts'

const typingPauseMs = 100

type SuggestingInputProps = Omit<AutocompleteProps, 'data' | 'filter' | 'renderOption' | 'value'> & {
  suggest: Suggest
  /** Which field asks: what is suggested for one is not shown for another. */
  asker: string
  value: string
}

export function SuggestingInput({ suggest, asker, value, ...props }: SuggestingInputProps) {
  const [asked] = useDebouncedValue(value, typingPauseMs)
  const { data } = useQuery({
    queryKey: [[suggest.feature, 'suggest'], asker, asked],
    queryFn: () => suggest.ask(asked),
    placeholderData: keepPreviousData,
  })
  const options = new Map((data ?? []).map((option) => [option.text, option]))
  return (
    <Autocomplete
      {...props}
      value={value}
      data={[...options.keys()]}
      // The book has found them already, in more ways than by their text.
      filter={({ options: all }) => all}
      renderOption={({ option }) => {
        const known = options.get(option.value)
        return (
          <>
            {known?.name ?? option.value} {known?.detail ? <span className="q-quiet">{known.detail}</span> : null}
          </>
        )
      }}
    />
  )
}
