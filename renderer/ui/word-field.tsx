// What a report or a list of its own kind is searched by; `/` leads to it.
import { CloseButton, TextInput } from '@mantine/core'
import { useDebouncedCallback, useHotkeys } from '@mantine/hooks'
import { IconSearch } from '@tabler/icons-react'
import { useRef, useState } from 'react'
import { useText } from '#renderer/lib/language.ts'

/** Asked once nobody has typed for a moment. */
const typingPauseMs = 250

type WordFieldProps = { placeholder: string; value: string; onChange: (text: string) => void }

export function WordField({ placeholder, value, onChange }: WordFieldProps) {
  const { t } = useText()
  const [typed, setTyped] = useState(value)
  const field = useRef<HTMLInputElement>(null)
  useHotkeys([['/', () => field.current?.focus()]])
  const ask = useDebouncedCallback(onChange, typingPauseMs)
  const type = (text: string) => {
    setTyped(text)
    ask(text)
  }
  return (
    <TextInput
      ref={field}
      w={220}
      aria-label={t('lists.find')}
      placeholder={placeholder}
      leftSection={<IconSearch size={14} stroke={1.5} />}
      rightSection={typed ? <CloseButton aria-label={t('common.clear')} onClick={() => type('')} /> : null}
      value={typed}
      onChange={(event) => type(event.currentTarget.value)}
    />
  )
}
