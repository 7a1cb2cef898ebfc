// A day of the question: what is typed stays until it is a day, and only then asks anew.
import { useEffect, useState } from 'react'
import { DayInput } from '#renderer/ui/day-input.tsx'
import { type Day, isDay } from '#shared/dates.ts'

type AskedDayProps = { label: string; day: string; width?: number; onChange: (day: Day | undefined) => void }

export function AskedDay({ label, day, width, onChange }: AskedDayProps) {
  const [typed, setTyped] = useState(day)
  useEffect(() => setTyped(day), [day])
  return (
    <DayInput
      w={width}
      aria-label={label}
      value={typed}
      onChange={(text) => {
        setTyped(text)
        if (isDay(text) && text !== day) onChange(text)
      }}
      onBlur={(event) => {
        const text = event.currentTarget.value.trim()
        if (text === '') onChange(undefined)
        else if (!isDay(text)) setTyped(day)
      }}
    />
  )
}
