// A calendar day; the browser's own field, which writes ISO text and brings its own calendar and keys.
import { TextInput, type TextInputProps } from '@mantine/core'

type DayInputProps = Omit<TextInputProps, 'value' | 'onChange' | 'type'> & {
  /** ISO text, or empty. */
  value?: string
  onChange: (day: string) => void
}

export function DayInput({ value = '', onChange, ...props }: DayInputProps) {
  return (
    <TextInput
      {...props}
      type="date"
      max="9999-12-31"
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  )
}
