// A tracking number as it is typed, with whose it could be below it. A check digit that fails is said and stops nobody.
import { TextInput, type TextInputProps } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { trpc } from '#renderer/lib/api.ts'
import { NumberCandidates } from './number-candidates.tsx'
import classes from './tracking-number.module.css'

/** Asked once nobody has typed for a moment, and of what is long enough to be one. */
const typingPauseMs = 250
const shortest = 8

type FieldProps = Omit<TextInputProps, 'value' | 'onChange' | 'type'> & {
  value?: string
  onChange: (number: string) => void
}

/** Asks only once somebody is at it: a shipment of hundreds of parcels opens without a question for each. */
export function TrackingNumberField({ value = '', onChange, onFocus, ...props }: FieldProps) {
  const [isTouched, setTouched] = useState(false)
  const [asked] = useDebouncedValue(value.trim(), typingPauseMs)
  const isLong = asked.replaceAll(/[\s-]/g, '').length >= shortest
  const { data } = useQuery({
    ...trpc.tracking.recognise.queryOptions({ number: asked.slice(0, 200) }),
    enabled: isTouched && isLong,
    placeholderData: keepPreviousData,
  })
  return (
    <div className={classes.field}>
      <TextInput
        autoComplete="off"
        spellCheck={false}
        {...props}
        value={value}
        onFocus={(event) => {
          setTouched(true)
          onFocus?.(event)
        }}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
      {isTouched && isLong && value.trim() !== '' && data ? <NumberCandidates candidates={data.candidates} /> : null}
    </div>
  )
}
