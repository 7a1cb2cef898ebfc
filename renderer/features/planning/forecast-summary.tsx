// What a forecast says in a line: the next months, by which method, and how far off it was against the naive one.
import type { ReactNode } from 'react'
import { useText } from '#renderer/lib/language.ts'
import type { ProductForecast } from '#shared/schemas/forecasts.ts'
import classes from './forecast.module.css'
import { gapText, monthName, unitFigure } from './forecast-words.ts'

export function ForecastSummary({ forecast }: { forecast: ProductForecast }) {
  const text = useText()
  const { t } = text
  const { figures, months, unit } = forecast
  if (!figures) return null
  const amount = (value: number | null | undefined) =>
    value === null || value === undefined ? t('forecast.noData') : unitFigure(text, value, unit)
  const mae = figures.candidates.find(({ isChosen }) => isChosen)?.errors?.mae
  const { method, naive } = figures
  const [first, , third] = months
  return (
    <dl className={classes.summary}>
      {first ? (
        <Figure label={t('forecast.summary.next', { month: monthName(first.from) })}>{amount(first.used)}</Figure>
      ) : null}
      {first && third ? (
        <Figure label={t('forecast.summary.three', { from: monthName(first.from), to: monthName(third.from) })}>
          {amount(sumOf(months.slice(0, 3)))}
        </Figure>
      ) : null}
      <Figure
        label={t('forecast.summary.method')}
        note={method.chosenBy === 'rule' && method.why ? gapText(text, method.why) : null}
      >
        {t(`forecast.method.${method.name}`)}
      </Figure>
      <Figure
        label={t('forecast.summary.error')}
        note={naive?.mae != null ? t('forecast.summary.naive', { error: amount(naive.mae) }) : null}
      >
        {amount(mae)}
      </Figure>
    </dl>
  )
}

/** Null where one of them is not known: a part is no sum. */
function sumOf(months: ProductForecast['months']): number | null {
  return months.reduce<number | null>((sum, { used }) => (sum === null || used === null ? null : sum + used), 0)
}

function Figure({ label, note, children }: { label: string; note?: string | null; children: ReactNode }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>
        {children}
        {note ? <small>{note}</small> : null}
      </dd>
    </div>
  )
}
