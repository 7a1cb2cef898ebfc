// The limits of the classes as numbers, beside the lines that can be dragged.
import { useEffect, useState } from 'react'
import { useText } from '#renderer/lib/language.ts'
import { typedDecimal } from '#renderer/lib/typed-number.ts'
import { DecimalInput } from '#renderer/ui/decimal-input.tsx'
import { usualLimits } from './abc-address.ts'
import { withinLimits } from './drag-limit.ts'
import classes from './limit-inputs.module.css'
import type { AbcQuestionState } from './use-abc-question.ts'

export function LimitInputs({ state: { address, change } }: { state: AbcQuestionState }) {
  const { t } = useText()
  const limits = { a: address.a ?? usualLimits.a, b: address.b ?? usualLimits.b }
  return (
    // biome-ignore lint/a11y/useSemanticElements: two fields in a toolbar are no fieldset
    <div className={classes.limits} role="group" aria-label={t('insights.abc.limits.label')}>
      {(['a', 'b'] as const).map((which) => (
        <LimitInput
          key={which}
          label={t(`insights.abc.limits.${which}`)}
          limit={limits[which]}
          onChange={(limit) => change({ [which]: withinLimits(which, limit, limits) })}
        />
      ))}
    </div>
  )
}

function LimitInput({ label, limit, onChange }: { label: string; limit: number; onChange: (limit: number) => void }) {
  const { t } = useText()
  const [typed, setTyped] = useState(String(limit))
  useEffect(() => setTyped(String(limit)), [limit])
  const take = () => {
    const next = Number(typedDecimal(typed))
    if (next > 0 && next <= 100 && next !== limit) onChange(next)
    else setTyped(String(limit))
  }
  return (
    <DecimalInput
      w={92}
      aria-label={t('insights.abc.limits.of', { label })}
      leftSection={<span className={classes.letter}>{label}</span>}
      unit="%"
      value={typed}
      onChange={setTyped}
      onBlur={take}
      onKeyDown={(event) => event.key === 'Enter' && take()}
    />
  )
}
