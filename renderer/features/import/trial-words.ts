// What an import would do, or did, as one sentence of its counts.

import type { Format } from '#renderer/lib/format.ts'
import type { Translate } from '#shared/i18n/translate.ts'
import { type Counts, changesNothing } from './report-counts.ts'

const outcomes = [
  ['new', 'new'],
  ['changed', 'changed'],
  ['unchanged', 'unchanged'],
  ['refused', 'refusedRows'],
] as const

export function trialInWords(t: Translate, format: Format, counts: Counts): string {
  if (changesNothing(counts)) {
    return t(counts.refusedRows > 0 && counts.unchanged === 0 ? 'import.trial.nothingGood' : 'import.trial.nothing')
  }
  return inWords(counts, (key, count) => t(`import.trial.summary.${key}`, { count, formatted: format.number(count) }))
}

export function reportInWords(t: Translate, format: Format, counts: Counts): string {
  return inWords(counts, (key, count) => t(`import.report.${key}`, { count, formatted: format.number(count) }))
}

function inWords(counts: Counts, say: (key: (typeof outcomes)[number][0], count: number) => string): string {
  const happened = outcomes.filter(([, part]) => counts[part] > 0)
  return happened.map(([key, part]) => say(key, counts[part])).join(' · ')
}
