// ABC asks what was sold, the matrix what is to be kept and bought: each card says how kits count in it.
import { expect, test } from 'vitest'
import { abcFormula } from '#renderer/features/insights/abc-formula.ts'
import { abcClassFormula, xyzClassFormula } from '#renderer/features/insights/class-formulas.ts'
import { formatFor } from '#renderer/lib/format.ts'
import type { Spoken } from '#renderer/lib/language.ts'
import { type Language, translator } from '#shared/i18n/translate.ts'
import type { ClassesQuestion, ClassItem, ClassItemDetail } from '#shared/schemas/classes.ts'
import type { AbcInput, AbcItemDetail } from '#shared/schemas/insights.ts'

const figures = { value: '5.00', before: '0.00', total: '5.00', currency: 'USD' }

test.each(['en', 'zh-CN'] as Language[])('in %s', (language) => {
  const t = translator(language)
  const spoken = { t, format: formatFor(language), language } as Spoken
  const abc = (basis: AbcInput['basis']) =>
    abcFormula(
      spoken,
      { basis, from: null, to: null, thresholds: [0.8, 0.95] } as never,
      { ...figures, class: 'A' } as AbcItemDetail,
    ).footnote
  expect(abc('revenue')).toContain(t('insights.abc.card.kits'))
  expect(abc('stockValue')).toContain(t('insights.abc.card.kitsInStock'))
  const cards = (question: Partial<ClassesQuestion>) => {
    const asked = { thresholds: [0.8, 0.95], limits: [0.5, 1], period: 'month', demandBasis: 'ordered', ...question }
    const detail = { ...figures, mean: null, sd: null, firstOn: null, question: { ...asked, runsInARow: null } }
    const item = { value: '5.00', shareBefore: 0, rawAbc: 'A', abc: 'A', abcReason: 'same', rawXyz: null, xyz: null }
    const given = [
      { ...detail } as never as ClassItemDetail,
      { ...item, periods: 0, cv: null } as never as ClassItem,
    ] as const
    return [abcClassFormula(spoken, ...given).footnote, xyzClassFormula(spoken, ...given).footnote]
  }
  for (const note of cards({ basis: 'revenue', kits: 'parts' })) expect(note).toContain(t('classes.card.kits.parts'))
  for (const note of cards({ basis: 'revenue', kits: 'sold' })) expect(note).toContain(t('classes.card.kits.sold'))
  const [value, demand] = cards({ basis: 'stockValue', kits: 'parts' })
  expect(value).toContain(t('classes.card.kits.stock'))
  expect(demand).toContain(t('classes.card.kits.parts'))
})
