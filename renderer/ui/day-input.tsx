// A calendar day as ISO text, so that no one has to guess which number is the month. Typed in any common form, chosen
// from the browser's calendar, or moved by the arrow keys.
import { ActionIcon, TextInput, type TextInputProps } from '@mantine/core'
import { IconCalendar } from '@tabler/icons-react'
import { type KeyboardEvent, useRef } from 'react'
import { useText } from '#renderer/lib/language.ts'
import { typedDay } from '#renderer/lib/typed-day.ts'
import { addDays, isDay } from '#shared/dates.ts'
import classes from './day-input.module.css'

export type DayInputProps = Omit<TextInputProps, 'value' | 'onChange' | 'type'> & {
  /** ISO text, empty, or what was typed so far. */
  value?: string
  onChange: (day: string) => void
}

export function DayInput({ value = '', onChange, onBlur, ...props }: DayInputProps) {
  const { t } = useText()
  const calendar = useRef<HTMLInputElement>(null)
  const onKeyDown = (event: KeyboardEvent) => {
    const by = event.key === 'ArrowUp' ? 1 : event.key === 'ArrowDown' ? -1 : 0
    if (by === 0 || !isDay(value)) return
    event.preventDefault()
    onChange(addDays(value, by))
  }
  return (
    <div className={classes.field}>
      <TextInput
        placeholder={t('fields.dayForm')}
        autoComplete="off"
        {...props}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
        onKeyDown={onKeyDown}
        onBlur={(event) => {
          const typed = typedDay(event.currentTarget.value)
          if (typed !== value) onChange(typed)
          onBlur?.(event)
        }}
        rightSection={
          <ActionIcon
            size={22}
            tabIndex={-1}
            disabled={props.disabled}
            aria-label={t('fields.calendar')}
            onClick={() => calendar.current?.showPicker()}
          >
            <IconCalendar size={14} stroke={1.5} />
          </ActionIcon>
        }
      />
      {/* The browser's own calendar hangs on this one; only the text field is seen and reached. */}
      <input
        ref={calendar}
        type="date"
        className={classes.calendar}
        tabIndex={-1}
        aria-hidden
        max="9999-12-31"
        value={isDay(value) ? value : ''}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
    </div>
  )
}
