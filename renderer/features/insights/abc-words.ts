// The ABC screen's sentences that are put together from its question and its result.

import type { Format } from '#renderer/lib/format.ts'
import type { Spoken } from '#renderer/lib/language.ts'
import type { Translate } from '#shared/i18n/translate.ts'
import type { AbcInput, AbcResult } from '#shared/schemas/insights.ts'

/** What was counted: "77 products sold between …, revenue in USD at each order's own rate". */
export function abcSubtitle(
  { t, format }: Spoken,
  { basis, from, to }: AbcInput,
  { items, currency }: AbcResult,
): string {
  const count = items.length
  const said = { count, formatted: format.number(count), currency: currency ?? '' }
  const what = t(`insights.abc.what.${basis}`, { currency: currency ?? '' })
  if (basis === 'stockValue') return t('insights.abc.subtitle.stock', { ...said, what })
  if (from && to) return t('insights.abc.subtitle.between', { ...said, what, from, to })
  if (from) return t('insights.abc.subtitle.since', { ...said, what, from })
  if (to) return t('insights.abc.subtitle.until', { ...said, what, to })
  return t('insights.abc.subtitle.all', { ...said, what })
}

/** What the figures do not hold, and why. */
export function leftOutInWords(t: Translate, format: Format, { leftOut }: Pick<AbcResult, 'leftOut'>): string[] {
  const { linesWithoutRate, productsWithoutCost } = leftOut
  return [
    ...(linesWithoutRate > 0
      ? [t('insights.abc.leftOut.rate', { count: linesWithoutRate, formatted: format.number(linesWithoutRate) })]
      : []),
    ...(productsWithoutCost > 0
      ? [t('insights.abc.leftOut.cost', { count: productsWithoutCost, formatted: format.number(productsWithoutCost) })]
      : []),
  ]
}

/** A value with its currency; quantities have none. */
export function valueInWords(format: Format, value: string | number | null, currency: string | null): string {
  return currency === null ? format.number(value) : format.money(value, currency)
}
