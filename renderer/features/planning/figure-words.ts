// The inputs of a figure in words: each by its own name, quantities with their unit, times in days.
import type { useText } from '#renderer/lib/language.ts'
import { quantityText } from '#renderer/lib/unit-text.ts'
import type { Fact } from '#renderer/ui/facts.tsx'
import type { english } from '#shared/i18n/english.ts'
import type { ReplenishmentFigure } from '#shared/schemas/replenishment.ts'

type Text = ReturnType<typeof useText>
type InputName = keyof typeof english.replenishment.inputs

const days = new Set(['leadTimeDays', 'leadTimeSdDays', 'reviewDays', 'demandSdPeriodDays', 'horizonDays'])
const plainNumbers = new Set(['z', 'leadTimeOrders', 'recentPeriods'])
const shares = new Set(['serviceLevel', 'cushion'])
/** Answered by a word of our own. */
const worded = new Set(['leadTimeSource', 'demandSdSource'])

export function figureValue({ t, format }: Text, { figure, value }: ReplenishmentFigure, unit: string): string {
  if (value === null) return t('replenishment.noData')
  if (typeof value === 'string') return value
  if (figure === 'coverDays') return t('replenishment.days', { formatted: format.number(Math.floor(value)) })
  return quantityText(format, value, unit)
}

/** Of these, none is as good as not there. */
const saidOnlyIfAny = new Set(['leadTimeOrders', 'reviewDays', 'leadTimeSdDays'])

/** A fact that is not there is left out, but for those that say what a better rule lacked. */
export function inputFacts(text: Text, { inputs }: ReplenishmentFigure, unit: string): Fact[] {
  return Object.entries(inputs).flatMap(([name, value]) => {
    if (value === null || value === false || (value === 0 && saidOnlyIfAny.has(name))) return []
    const label = text.t(`replenishment.inputs.${name as InputName}`)
    return [{ label, value: inputText(text, { name, value, unit }) }]
  })
}

type Input = { name: string; value: number | string | boolean; unit: string }

function inputText({ t, format }: Text, { name, value, unit }: Input): string {
  if (typeof value === 'boolean') return t('replenishment.lacking')
  if (typeof value === 'string')
    return worded.has(name) ? t(`replenishment.sources.${value as keyof typeof english.replenishment.sources}`) : value
  const rounded = Number(value.toFixed(2))
  if (days.has(name)) return t('replenishment.days', { formatted: format.number(rounded) })
  if (shares.has(name)) return format.share(value)
  return plainNumbers.has(name) ? format.number(rounded) : quantityText(format, rounded, unit)
}
