// What is said of a pasted column before it is saved.

import type { Format } from '#renderer/lib/format.ts'
import type { Translate } from '#shared/i18n/translate.ts'
import type { LaidCosts } from './pasted-costs.ts'

const examplesShown = 3

export function costsInWords(
  t: Translate,
  format: Format,
  { by, costs, unknown, extraCount, wrongCount }: LaidCosts,
): string[] {
  const counted = (key: 'wrong' | 'tooMany', count: number) =>
    count === 0 ? [] : [t(`welcome.costs.${key}`, { count, formatted: format.number(count) })]
  const examples = unknown.slice(0, examplesShown).join(', ')
  return [
    ...(costs.size > 0 ? [t(by === 'sku' ? 'welcome.costs.bySku' : 'welcome.costs.byPlace')] : []),
    ...(unknown.length > 0
      ? [t('welcome.costs.unknown', { count: unknown.length, formatted: format.number(unknown.length), examples })]
      : []),
    ...counted('wrong', wrongCount),
    ...counted('tooMany', extraCount),
  ]
}
