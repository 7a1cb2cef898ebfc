// Figures of suppliers as people read them.
import type { Spoken } from '#renderer/lib/language.ts'
import type { CriterionSource } from '#shared/schemas/score-settings.ts'
import type { AnsweredQuestion, FigureName, SupplierFigures } from '#shared/schemas/scores.ts'

const shares: ReadonlySet<string> = new Set([
  ...['onTimeRate', 'inFullRate', 'otifRate', 'onTimeQtyRate', 'rejectRate', 'fillRate', 'acceptRate'],
  ...['spendShare', 'priceVariance', 'marketVariance', 'unansweredRate', 'cancelledRate'],
])

/** Shares of 1 are told in per cent. */
export function isShare(name: string): boolean {
  return shares.has(name)
}

type Figure = { name: FigureName; value: number | string | null; currency: string }

/** Empty text where there is no figure. */
export function figureText({ format }: Spoken, { name, value, currency }: Figure): string {
  if (value === null) return ''
  if (name === 'spend') return format.money(value, currency)
  if (isShare(name)) return format.share(Number(value))
  return rounded({ format }, Number(value), name === 'ppm' ? 0 : name === 'leadTimeCv' ? 2 : 1)
}

export function scoreText({ format }: Pick<Spoken, 'format'>, score: number | null): string {
  return score === null ? '' : rounded({ format }, score, 1)
}

function rounded({ format }: Pick<Spoken, 'format'>, value: number, digits: number): string {
  return format.number(value.toFixed(digits))
}

/** Why there is no figure, in words. */
export function noDataText({ t }: Pick<Spoken, 't'>, figures: SupplierFigures, name: FigureName): string {
  const reason = figures.reasons[name]
  return reason ? t('scores.noDataWhy', { why: t(`scores.reasons.${reason}`) }) : t('scores.noData')
}

export function sourceName({ t }: Pick<Spoken, 't'>, { title, source }: { title: string; source: CriterionSource }) {
  if (title !== '') return title
  if (isJudged(source))
    return t('scores.rules.judged', { name: t(`scores.dimensions.${source.slice(7) as JudgedName}`) })
  return t(`scores.figures.${source}`)
}

type JudgedSource = Extract<CriterionSource, `judged.${string}`>
type JudgedName = JudgedSource extends `judged.${infer Name}` ? Name : never

function isJudged(source: CriterionSource): source is JudgedSource {
  return source.startsWith('judged.')
}

export function windowText({ t, format }: Spoken, question: AnsweredQuestion): string {
  const isAll = question.from === null && question.to === null
  return t(isAll ? 'scores.subtitleAll' : 'scores.subtitle', {
    from: question.from ?? t('scores.start'),
    to: question.to ?? t('scores.end'),
    asOf: question.asOf,
    grace: format.number(question.graceDays),
    tolerance: format.share(question.underTolerance),
  })
}
