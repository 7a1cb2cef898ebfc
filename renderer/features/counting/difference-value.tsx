// What a difference is worth, with what that comes from; an unknown cost says so.
import { useText } from '#renderer/lib/language.ts'
import { quantityText } from '#renderer/lib/unit-text.ts'
import { ExplainedFigure } from '#renderer/ui/formula-card.tsx'
import type { CountLine } from '#shared/schemas/counting.ts'

type DifferenceValueProps = { line: CountLine; base: string; isPosted?: boolean }

export function DifferenceValue({ line, base, isPosted = false }: DifferenceValueProps) {
  const { t, format } = useText()
  const { difference, value, unitCost } = line
  if (difference === null || difference === 0) return null
  if (value === null) return <span className="q-quiet">{t('counting.noCost')}</span>
  return (
    <ExplainedFigure
      title={t('counting.fields.value', { currency: base })}
      formula={t(isPosted ? 'counting.formulas.posted' : 'counting.formulas.value')}
      inputs={[
        { label: t('counting.fields.difference'), value: quantityText(format, difference, line.unit) },
        { label: t('counting.fields.unitCost'), value: unitCost && format.money(unitCost, base), optional: true },
        { label: t('counting.fields.value', { currency: base }), value: format.money(value, base) },
      ]}
      footnote={t(isPosted ? 'counting.formulas.postedNote' : 'counting.formulas.valueNote')}
    >
      {format.amount(value, base)}
    </ExplainedFigure>
  )
}
