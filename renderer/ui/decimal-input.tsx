// A number as text: what was typed stays as typed until the field is left, then grouping is taken out. Never a float.
import { TextInput, type TextInputProps } from '@mantine/core'
import { typedDecimal } from '#renderer/lib/typed-number.ts'
import classes from './decimal-input.module.css'

export type DecimalInputProps = Omit<TextInputProps, 'value' | 'onChange'> & {
  value?: string
  onChange: (text: string) => void
  /** Written inside the field at its end: kg, cm, %. */
  unit?: string
}

export function DecimalInput({ value = '', onChange, unit, onBlur, ...props }: DecimalInputProps) {
  return (
    <TextInput
      inputMode="decimal"
      autoComplete="off"
      {...props}
      classNames={{ input: classes.number }}
      rightSection={unit ? <span className={classes.unit}>{unit}</span> : props.rightSection}
      rightSectionWidth={unit ? unitWidth(unit) : props.rightSectionWidth}
      rightSectionPointerEvents={unit ? 'none' : undefined}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      onBlur={(event) => {
        const typed = typedDecimal(event.currentTarget.value)
        if (typed !== value) onChange(typed)
        onBlur?.(event)
      }}
    />
  )
}

function unitWidth(unit: string): number {
  return 16 + 7 * unit.length
}
