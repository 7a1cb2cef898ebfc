// Sentences of the ABC-XYZ screen that are put together from its question and its figures.
import type { Spoken } from '#renderer/lib/language.ts'
import type { ClassesQuestion, ClassesResult, ClassItem } from '#shared/schemas/classes.ts'
import { valueInWords } from './abc-words.ts'

/** "48 products by revenue in USD …, 2025-11-01 to 2026-10-31; demand per month, as ordered". */
export function classesSubtitle({ t, format }: Spoken, { items, question, currency, periods }: ClassesResult): string {
  if (periods === 0) return t('classes.noWindow')
  const count = items.length
  return t('classes.subtitle', {
    count,
    formatted: format.number(count),
    what: [t(`insights.abc.of.${question.basis}`), currency === null ? '' : `(${currency})`].join(' ').trim(),
    from: question.from,
    to: question.to,
    period: t(`classes.per.${question.period}`),
    demand: t(`classes.demand.${question.demandBasis}`),
  })
}

/** Both letters, or that there is none. */
export function classLetters({ t }: Spoken, { abc, xyz }: Pick<ClassItem, 'abc' | 'xyz'>): string {
  return abc === null && xyz === null ? t('classes.class') : `${abc ?? '–'}${xyz ?? '–'}`
}

/** Who moved, and who only seems to: a sentence for the table, empty where nothing is to be said. */
export function changeInWords(text: Spoken, item: ClassItem): string {
  const { t } = text
  const { was, abc, xyz, rawAbc, rawXyz, abcReason, xyzReason } = item
  if (was !== null && (was.abc !== abc || was.xyz !== xyz))
    return t('classes.change.moved', { was: classLetters(text, was) })
  if (abcReason === 'new' || xyzReason === 'new') return t('classes.change.new')
  const raw = `${rawAbc ?? '–'}${rawXyz ?? '–'}`
  if (abcReason === 'waiting' || xyzReason === 'waiting') return t('classes.change.waiting', { raw })
  if (abcReason === 'within-margin' || xyzReason === 'within-margin') return t('classes.change.within', { raw })
  return ''
}

/** A variation as a figure; null where there is none. */
export function variationInWords({ format }: Spoken, cv: number | null): string | null {
  return cv === null ? null : format.number(cv.toFixed(2))
}

/** A value of the basis with its currency, or that there is none. */
export function classValue({ t, format }: Spoken, value: string | number | null, currency: string | null): string {
  return value === null ? t('common.noData') : valueInWords(format, value, currency)
}

/** A limit of A or B: 0.8 is 80 %. */
export function limitInWords({ format }: Spoken, limit: number): string {
  return format.percent(Number((limit * 100).toFixed(6)))
}

export function isOfStock({ basis }: Pick<ClassesQuestion, 'basis'>): boolean {
  return basis === 'stockValue'
}
