// A figure's card: its formula, what went in, and why it is not there.
import type { Fact } from '#renderer/ui/facts.tsx'
import type { Formula } from '#renderer/ui/formula-card.tsx'
import type { LaneFigures, Performance } from '#shared/schemas/lanes.ts'
import { figureWithUnit, sampleOf, type Text, whyMissing, windowText } from './lane-words.ts'
import type { ShownFigure } from './lanes-address.ts'

type Counted = 'onTime' | 'judged' | 'delivered' | 'lost' | 'damaged' | 'overdue' | 'n' | 'nTransit' | 'nCost'

const inputsOf: Readonly<Record<ShownFigure, readonly Counted[]>> = {
  onTimeRate: ['onTime', 'judged', 'delivered', 'lost', 'overdue'],
  transitP50: ['nTransit'],
  transitP80: ['nTransit'],
  transitP90: ['nTransit'],
  avgTransit: ['nTransit'],
  spread: ['nTransit'],
  avgDelay: [],
  damageRate: ['damaged'],
  lossRate: ['lost'],
  costPerKg: ['nCost'],
  costPerOrder: [],
  nSilent: ['n'],
}

/** Figures that are over something else than the counts above say. */
const sampled: readonly ShownFigure[] = ['avgDelay', 'damageRate', 'lossRate', 'costPerOrder']

type Asked = { figures: LaneFigures; figure: ShownFigure; found: Performance }

export function figureFormula(text: Text, { figures, figure, found }: Asked): Formula {
  const { t, format } = text
  const value = figureWithUnit(text, figures, figure, found.currency)
  const why = whyMissing(text, figures, figure)
  const inputs: Fact[] = [
    ...inputsOf[figure].map((key) => ({ label: t(`lanes.inputs.${key}`), value: format.number(figures[key]) })),
    ...(sampled.includes(figure)
      ? [{ label: t('lanes.card.of'), value: format.number(sampleOf(figures, figure)) }]
      : []),
    ...(figure === 'costPerKg' && figures.weightKg !== null
      ? [
          { label: t('lanes.inputs.cost'), value: format.money(figures.cost, found.currency) },
          { label: t('lanes.inputs.weightKg'), value: `${format.number(figures.weightKg)} kg` },
        ]
      : []),
    ...(figure === 'onTimeRate' && figures.basis
      ? [{ label: t('lanes.inputs.basis'), value: t(`lanes.basis.${figures.basis}`) }]
      : []),
    { label: t('lanes.inputs.value'), value: why === '' ? value : `${value}: ${why}` },
  ]
  return {
    title: t(`lanes.figures.${figure}`),
    formula: t(`lanes.formulas.${figure}`, { days: format.number(found.silentDays) }),
    inputs,
    footnote: windowText(text, found),
  }
}
