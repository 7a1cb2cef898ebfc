// The formula behind a class, with its inputs, as the card shows it.

import type { Format } from '#renderer/lib/format.ts'
import type { Spoken } from '#renderer/lib/language.ts'
import type { Formula } from '#renderer/ui/formula-card.tsx'
import type { AbcInput, AbcItemDetail } from '#shared/schemas/insights.ts'
import { valueInWords } from './abc-words.ts'

export function abcFormula({ t, format }: Spoken, question: AbcInput, detail: AbcItemDetail): Formula {
  const { basis, from, to, thresholds } = question
  const value = (figure: string | number | null) =>
    figure === null ? t('common.noData') : valueInWords(format, figure, detail.currency)
  const [a, b] = [limitInWords(format, thresholds[0]), limitInWords(format, thresholds[1])]
  const window =
    from || to ? t('insights.abc.card.days', { from: from ?? '…', to: to ?? '…' }) : t('insights.abc.window.all')
  return {
    title: t('insights.abc.card.title'),
    formula: t('insights.abc.card.formula', { what: t(`insights.abc.of.${basis}`), a, b }),
    inputs: [
      { label: t(`insights.abc.basis.${basis}`), value: value(detail.value) },
      { label: t('insights.abc.card.before'), value: value(detail.before) },
      { label: t('insights.abc.card.total'), value: value(detail.total) },
      { label: t('insights.abc.card.shareBefore'), value: shareBefore(format, detail) ?? t('common.noData') },
      { label: t('insights.abc.card.class'), value: detail.class },
      ...(basis === 'stockValue' ? [] : [{ label: t('insights.abc.window.label'), value: window }]),
    ],
    footnote: [
      t(`insights.abc.card.note.${basis}`),
      t(basis === 'stockValue' ? 'insights.abc.card.kitsInStock' : 'insights.abc.card.kits'),
    ].join(' '),
  }
}

function limitInWords(format: Format, limit: number): string {
  return format.percent(Number((limit * 100).toFixed(6)))
}

/** For the eye only: the class itself is decided on exact amounts. */
function shareBefore(format: Format, { before, total }: AbcItemDetail): string | null {
  const whole = Number(total)
  return whole > 0 ? format.percent(((Number(before) / whole) * 100).toFixed(2)) : null
}
