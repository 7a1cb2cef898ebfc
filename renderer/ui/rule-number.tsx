// One number of some settings: taken when the field is left or Enter is pressed; what cannot be is put back.
import { useEffect, useState } from 'react'
import { typedDecimal } from '#renderer/lib/typed-number.ts'
import { DecimalInput } from '#renderer/ui/decimal-input.tsx'
import { WriteGate } from '#renderer/ui/write-gate.tsx'

type RuleNumberProps = {
  label: string
  about?: string
  /** For a field in a table, whose column says what it is. */
  isNamedOutside?: boolean
  unit?: string
  value: number | null
  range: readonly [least: number, most: number]
  isWhole?: boolean
  mayBeEmpty?: boolean
  onSave: (value: number | null) => void
}

export function RuleNumber(props: RuleNumberProps) {
  const { label, about, isNamedOutside, unit, value, onSave } = props
  const written = value === null ? '' : String(value)
  const [typed, setTyped] = useState(written)
  useEffect(() => setTyped(written), [written])
  const take = () => {
    const next = numberOf(typed, props)
    if (next === undefined) setTyped(written)
    else if (next !== value) onSave(next)
  }
  return (
    <WriteGate>
      <DecimalInput
        w={isNamedOutside ? 96 : undefined}
        {...(isNamedOutside ? { 'aria-label': label } : { label, description: about })}
        {...(isNamedOutside ? {} : { styles: { wrapper: { width: 120 } } })}
        unit={unit}
        value={typed}
        onChange={setTyped}
        onBlur={take}
        onKeyDown={(event) => event.key === 'Enter' && take()}
      />
    </WriteGate>
  )
}

/** Undefined where what was typed cannot be. */
function numberOf(
  typed: string,
  { range: [least, most], isWhole, mayBeEmpty }: RuleNumberProps,
): number | null | undefined {
  const text = typedDecimal(typed)
  if (text.trim() === '') return mayBeEmpty ? null : undefined
  const value = Number(text)
  const isGood = value >= least && value <= most && (!isWhole || Number.isInteger(value))
  return isGood ? value : undefined
}
