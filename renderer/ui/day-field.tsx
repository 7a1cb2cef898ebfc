// A day that narrows what is shown: taken as soon as it is whole, or gone; what is typed meanwhile narrows nothing.
import { useState } from 'react'
import { isDay } from '#shared/dates.ts'
import { DayInput, type DayInputProps } from './day-input.tsx'

type DayFieldProps = Omit<DayInputProps, 'value' | 'onChange'> & {
  value: string | undefined
  /** An empty field is no day. */
  onChange: (day: string | undefined) => void
}

export function DayField({ value = '', onChange, ...props }: DayFieldProps) {
  const [typed, setTyped] = useState<string | null>(null)
  const change = (text: string) => {
    const isDone = isDay(text) || text === ''
    setTyped(isDone ? null : text)
    if (isDone) onChange(text || undefined)
  }
  return <DayInput w={128} {...props} value={typed ?? value} onChange={change} />
}
