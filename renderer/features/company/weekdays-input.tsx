// The weekdays on which work is done, as ISO digits: 1 Monday to 7 Sunday.
import { Checkbox, Group } from '@mantine/core'
import { type ReactNode, useMemo } from 'react'
import { useText } from '#renderer/lib/language.ts'
import classes from './company.module.css'

type WeekdaysProps = {
  label: string
  description?: string
  value?: string
  onChange: (digits: string) => void
  error?: ReactNode
}

export function WeekdaysInput({ label, description, value = '', onChange, error }: WeekdaysProps) {
  const { language } = useText()
  const names = useMemo(() => weekdayNames(language), [language])
  return (
    <Checkbox.Group
      className={classes.weekdays}
      label={label}
      description={description}
      error={error}
      value={[...value]}
      onChange={(digits) => onChange([...digits].sort().join(''))}
    >
      <Group gap={12} mt={4}>
        {names.map(({ digit, short, long }) => (
          <Checkbox key={digit} value={digit} label={short} aria-label={long} aria-invalid={error ? true : undefined} />
        ))}
      </Group>
    </Checkbox.Group>
  )
}

/** Monday to Sunday, short and in full. */
export function weekdayNames(language: string): { digit: string; short: string; long: string }[] {
  const name = (day: number, weekday: 'short' | 'long') =>
    new Intl.DateTimeFormat(language, { weekday, timeZone: 'UTC' }).format(Date.UTC(2026, 5, day))
  // June 2026 begins with a Monday.
  return [1, 2, 3, 4, 5, 6, 7].map((day) => ({
    digit: String(day),
    short: name(day, 'short'),
    long: name(day, 'long'),
  }))
}
