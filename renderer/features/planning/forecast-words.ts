// Figures and reasons of a forecast in words.
import type { Spoken } from '#renderer/lib/language.ts'
import { quantityText } from '#renderer/lib/unit-text.ts'
import type { ForecastFigures, ForecastGap, ForecastHistoryMark, ProductForecast } from '#shared/schemas/forecasts.ts'

/** As exact as it says something: whole from 100 on, one digit from 10 on, else two. */
export function figureDigits(value: number): number {
  const size = Math.abs(value)
  return Number(value.toFixed(size >= 100 ? 0 : size >= 10 ? 1 : 2))
}

/** A figure without its unit; a dash where it is not there. */
export function figureText({ format }: Pick<Spoken, 'format'>, value: number | null): string {
  return value === null ? '–' : format.number(figureDigits(value))
}

export function unitFigure({ format }: Pick<Spoken, 'format'>, value: number, unit: string): string {
  return quantityText(format, figureDigits(value), unit)
}

const counted = ['too-few-periods', 'too-few-demands', 'not-two-seasons', 'too-few-errors'] as const
type Counted = (typeof counted)[number]

/** Why a figure is not there, to stand within a sentence. */
export function gapText({ t, format }: Spoken, { reason, needs, has }: ForecastGap): string {
  const isCounted = (counted as readonly string[]).includes(reason) && needs !== undefined && has !== undefined
  if (!isCounted) return t(`forecast.gaps.${reason}`)
  const figures = { needs: format.number(Math.ceil(needs)), has: format.number(has) }
  return t(`forecast.gaps.${reason as Counted}Counted`, figures)
}

/** `2026-03`. */
export function monthName(monthOn: string): string {
  return monthOn.slice(0, 7)
}

export function markText({ t }: Pick<Spoken, 't'>, mark: ForecastHistoryMark): string {
  return t(`forecast.marks.${mark}`)
}

/** `null`: no interval is drawn, for the reason in `intervalGap`. */
export function intervalText(text: Spoken, { interval, intervalGap }: ForecastFigures): string {
  const { t, format } = text
  if (interval === null)
    return t('forecast.chart.noInterval', { why: intervalGap ? gapText(text, intervalGap) : t('forecast.noData') })
  const share = format.percent(Math.round(interval.level * 100))
  return t(interval.kind === 'normal' ? 'forecast.chart.interval' : 'forecast.chart.simulated', { share })
}

/** Why there is no forecast at all. */
export function emptyText(text: Spoken, { gap }: ProductForecast): string {
  const { t } = text
  if (gap === null || gap.reason === 'no-demand') return t('forecast.empty.no-demand')
  return t('forecast.empty.text', { why: gapText(text, gap) })
}
