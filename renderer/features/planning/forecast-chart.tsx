// The picture of a forecast: demand as bars, what the method said of past months, and the months to come in their interval.
import { useMemo } from 'react'
import { Area, Bar, CartesianGrid, ComposedChart, Line, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts'
import { type Spoken, useText } from '#renderer/lib/language.ts'
import { unitText } from '#renderer/lib/unit-text.ts'
import type { ProductForecast } from '#shared/schemas/forecasts.ts'
import classes from './forecast.module.css'
import { ForecastLegend, Sign } from './forecast-legend.tsx'
import { type ForecastPoint, forecastPoints } from './forecast-points.ts'
import { figureText, monthName } from './forecast-words.ts'

type ForecastChartProps = { forecast: ProductForecast; height?: number }

export function ForecastChart({ forecast, height = 260 }: ForecastChartProps) {
  const { t, format, language } = useText()
  const compact = useMemo(() => new Intl.NumberFormat(language, { notation: 'compact' }), [language])
  const points = useMemo(() => forecastPoints(forecast), [forecast])
  const unit = unitText(format, forecast.unit, 2)
  return (
    <figure className={classes.figure} aria-label={t('forecast.chart.label', { sku: forecast.sku, unit })}>
      <div style={{ height }}>
        <ResponsiveContainer width="100%" height="100%">
          <ComposedChart data={points} margin={margin} barCategoryGap="20%" accessibilityLayer={false}>
            <CartesianGrid vertical={false} stroke="var(--q-line-faint)" />
            <XAxis dataKey="from" tickFormatter={monthName} minTickGap={24} {...axisLook} />
            <YAxis width={48} tickFormatter={compact.format} {...axisLook} />
            <Tooltip
              cursor={{ fill: 'var(--q-line-faint)', opacity: 0.6 }}
              isAnimationActive={false}
              content={<Tip />}
            />
            <Area dataKey="interval" {...still} stroke="none" fill="var(--q-accent)" fillOpacity={0.16} />
            <Bar dataKey="demand" isAnimationActive={false} fill="var(--q-class-b)" />
            <Line dataKey="fitted" {...still} stroke="var(--q-warm)" strokeWidth={1.5} strokeDasharray="3 2" />
            <Line dataKey="computed" {...still} stroke="var(--q-accent)" strokeWidth={1} strokeDasharray="2 3" />
            <Line dataKey="forecast" {...still} stroke="var(--q-accent)" strokeWidth={2} />
            <Line dataKey="signAt" isAnimationActive={false} stroke="none" activeDot={false} dot={<SignAt />} />
          </ComposedChart>
        </ResponsiveContainer>
      </div>
      <ForecastLegend forecast={forecast} points={points} />
    </figure>
  )
}

const margin = { top: 16, right: 8, bottom: 0, left: 0 }
const axisLook = { axisLine: false, tickLine: false, tick: { fontSize: 10, fill: 'var(--q-mute)' } } as const
const still = { isAnimationActive: false, dot: false, activeDot: false } as const

/** Recharts fills in where the month stands. */
function SignAt({ cx, cy, payload }: { cx?: number; cy?: number; payload?: ForecastPoint }) {
  if (cx === undefined || cy === undefined || !payload?.sign) return null
  return <Sign sign={payload.sign} x={cx} y={cy - 7} />
}

type TipProps = { active?: boolean; payload?: readonly { payload: ForecastPoint }[] }

function Tip({ active, payload }: TipProps) {
  const text = useText()
  const point = payload?.[0]?.payload
  if (!active || !point) return null
  return (
    <div className={classes.tip}>
      <strong>{monthName(point.from)}</strong>
      {tipLines(text, point).map(([label, value]) => (
        <span key={label} className={classes.tipLine}>
          <span>{label}</span>
          <span data-figure>{value}</span>
        </span>
      ))}
    </div>
  )
}

function tipLines(text: Spoken, { demand, fitted, forecast, computed, interval }: ForecastPoint): [string, string][] {
  const { t } = text
  const lines: [string, string][] = []
  if (demand !== null) lines.push([t('forecast.table.demand'), figureText(text, demand)])
  if (fitted !== null) lines.push([t('forecast.table.fitted'), figureText(text, fitted)])
  if (forecast !== null) lines.push([t('forecast.chart.forecast'), figureText(text, forecast)])
  if (computed !== null) lines.push([t('forecast.table.computed'), figureText(text, computed)])
  if (interval) {
    const [lower, upper] = interval
    const range = { lower: figureText(text, lower), upper: figureText(text, upper) }
    lines.push([t('forecast.table.interval'), t('forecast.table.range', range)])
  }
  return lines
}
