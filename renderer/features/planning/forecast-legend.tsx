// What the colours and signs of a forecast's chart mean, in words; only what is drawn is named.
import { useText } from '#renderer/lib/language.ts'
import type { ProductForecast } from '#shared/schemas/forecasts.ts'
import classes from './forecast.module.css'
import type { ForecastPoint, PointSign } from './forecast-points.ts'
import { intervalText, unitFigure } from './forecast-words.ts'

const signs = ['overruled', 'capped', 'stockOut'] as const

type ForecastLegendProps = { forecast: ProductForecast; points: readonly ForecastPoint[] }

export function ForecastLegend({ forecast: { figures, unit }, points }: ForecastLegendProps) {
  const text = useText()
  const { t } = text
  const limit = figures?.outlierLimit === null || !figures ? '' : unitFigure(text, figures.outlierLimit, unit)
  return (
    <figcaption className={classes.legend}>
      <span data-key="demand">{t('forecast.chart.demand')}</span>
      {points.some(({ fitted }) => fitted !== null) ? (
        <span data-key="fitted">{t('forecast.chart.fitted')}</span>
      ) : null}
      {points.some(({ forecast }) => forecast !== null) ? (
        <span data-key="forecast">{t('forecast.chart.forecast')}</span>
      ) : null}
      {points.some(({ computed }) => computed !== null) ? (
        <span data-key="computed">{t('forecast.chart.computed')}</span>
      ) : null}
      {figures ? <span data-key={figures.interval ? 'interval' : 'none'}>{intervalText(text, figures)}</span> : null}
      {signs
        .filter((sign) => points.some((point) => point.sign === sign))
        .map((sign) => (
          <span key={sign}>
            <svg width={12} height={12} aria-hidden>
              <Sign sign={sign} x={6} y={6} />
            </svg>
            {t(`forecast.marksAbout.${sign}`, { limit })}
          </span>
        ))}
    </figcaption>
  )
}

/** Shape before colour: a diamond, a triangle, a ring. */
export function Sign({ sign, x, y }: { sign: PointSign; x: number; y: number }) {
  if (sign === 'stockOut')
    return <circle cx={x} cy={y} r={3.5} fill="var(--q-panel)" stroke="var(--q-red)" strokeWidth={1.5} />
  if (sign === 'capped')
    return <path d={`M${x} ${y - 4} l4.5 8 h-9 z`} fill="var(--q-amber)" stroke="var(--q-panel)" strokeWidth={0.5} />
  return <path d={`M${x} ${y - 5} l5 5 l-5 5 l-5 -5 z`} fill="var(--q-accent)" stroke="var(--q-panel)" />
}
