// What rows and figures of the report are called, and how figures read.
import type { useText } from '#renderer/lib/language.ts'
import { nameIn } from '#renderer/lib/names.ts'
import type { LaneFigures, LaneGroup, LaneRow, Performance } from '#shared/schemas/lanes.ts'
import type { TransportMode } from '#shared/schemas/shipment-words.ts'
import type { ShownFigure } from './lanes-address.ts'

export type Text = ReturnType<typeof useText>

type Named = Pick<LaneRow, 'key' | 'id' | 'name' | 'nameZh' | 'carrier' | 'carrierZh' | 'fromCountry' | 'toCountry'>

export function laneName({ t, format, language }: Text, by: LaneGroup, row: Named): string {
  const country = (code: string) => (code === '' ? t('lanes.unsaid') : format.country(code))
  if (by === 'lane') return t('lanes.laneOf', { from: country(row.fromCountry), to: country(row.toCountry) })
  if (row.id === null && row.key === '') return t('lanes.unsaid')
  if (by === 'country') return country(row.key)
  if (by === 'mode') return t(`shipments.modes.${row.key as TransportMode}`)
  const name = nameIn(language, { name: row.name || row.key, nameZh: row.nameZh })
  if (by === 'carrier') return name
  return t('lanes.serviceOf', {
    service: name,
    carrier: nameIn(language, { name: row.carrier, nameZh: row.carrierZh }),
  })
}

const shares: readonly ShownFigure[] = ['onTimeRate', 'damageRate', 'lossRate']
const amounts: readonly ShownFigure[] = ['costPerKg', 'costPerOrder']

/** Without its unit where the column says it; empty where it is missing. */
export function figureText({ format }: Text, figures: LaneFigures, figure: ShownFigure, currency: string): string {
  const value = figures[figure]
  if (value === null) return ''
  if (shares.includes(figure)) return format.share(value)
  if (amounts.includes(figure)) return format.amount(value.toFixed(2), currency)
  if (figure === 'nSilent') return format.number(value)
  return format.number(Number(value.toFixed(1)))
}

/** With its unit. */
export function figureWithUnit(text: Text, figures: LaneFigures, figure: ShownFigure, currency: string): string {
  const said = figureText(text, figures, figure, currency)
  const { t } = text
  if (said === '') return t('lanes.noData')
  if (shares.includes(figure) || figure === 'nSilent') return said
  if (figure === 'costPerKg') return t('lanes.perKg', { amount: `${said} ${currency}` })
  if (figure === 'costPerOrder') return `${said} ${currency}`
  return t('lanes.days', { count: figures[figure] === 1 ? 1 : 2, formatted: said })
}

/** Why a figure is not there; empty where it is. */
export function whyMissing({ t }: Text, figures: LaneFigures, figure: ShownFigure): string {
  const reason = figure === 'nSilent' ? undefined : figures.reasons[figure]
  return reason ? t(`lanes.reasons.${reason}`) : ''
}

/** How many a figure is over. */
export function sampleOf(figures: LaneFigures, figure: ShownFigure): number {
  return figure === 'nSilent' ? figures.n : figures.samples[figure]
}

/** The days asked for and the day of knowledge, as a line. */
export function windowText({ t, format }: Text, { from, to, asOf }: Pick<Performance, 'from' | 'to' | 'asOf'>): string {
  const day = (value: string) => format.dayInWords(value as never)
  const span =
    from && to
      ? t('lanes.between', { from: day(from), to: day(to) })
      : from
        ? t('lanes.since', { from: day(from) })
        : to
          ? t('lanes.until', { to: day(to) })
          : t('lanes.allDays')
  return `${span} · ${t('lanes.asOfDay', { day: day(asOf) })}`
}
