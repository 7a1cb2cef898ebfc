// The weekdays on which work is done, as ISO digits: 1 Monday to 7 Sunday.
import { Checkbox, Group } from '@mantine/core'
import type { ReactNode } from 'react'
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
  const { format } = useText()
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
        {[1, 2, 3, 4, 5, 6, 7].map((day) => (
          <Checkbox
            key={day}
            value={String(day)}
            label={format.weekday(day)}
            aria-label={format.weekday(day, 'long')}
            aria-invalid={error ? true : undefined}
          />
        ))}
      </Group>
    </Checkbox.Group>
  )
}
