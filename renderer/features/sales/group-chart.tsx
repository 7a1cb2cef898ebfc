// The figures of the report as bars: months in their order, all else the largest first. The table below has all of them.
import { Bar, BarChart, CartesianGrid, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts'
import { useText } from '#renderer/lib/language.ts'
import classes from './sales.module.css'

/** More bars than these cannot be read. */
const mostBars = 24
const mostLetters = 14

type GroupBar = { id: string; name: string; value: number }
type GroupChartProps = { bars: readonly GroupBar[]; label: string; currency: string; isTime: boolean }

export function GroupChart({ bars, label, currency, isTime }: GroupChartProps) {
  const { t, format } = useText()
  const shown = isTime ? upToLastSold(bars).slice(-mostBars) : bars.slice(0, mostBars)
  if (shown.length < 2) return null
  const rest = bars.length - shown.length
  return (
    <figure className={classes.chart} aria-label={label}>
      <div style={{ height: 180 }}>
        <ResponsiveContainer width="100%" height="100%">
          <BarChart data={shown} margin={margin} accessibilityLayer={false}>
            <CartesianGrid vertical={false} stroke="var(--q-line-faint)" />
            <XAxis dataKey="name" tickFormatter={shortened} minTickGap={8} {...axisLook} />
            <YAxis width={72} tickFormatter={(value) => format.number(value)} {...axisLook} />
            <Tooltip
              isAnimationActive={false}
              cursor={{ fill: 'var(--q-line-faint)' }}
              formatter={(value) => [format.money(String(value ?? 0), currency), label]}
              contentStyle={tipLook}
            />
            <Bar dataKey="value" fill="var(--q-accent)" isAnimationActive={false} maxBarSize={40} />
          </BarChart>
        </ResponsiveContainer>
      </div>
      {rest > 0 ? (
        <figcaption className="q-quiet">
          {t('sales.chart.more', { count: rest, formatted: format.number(rest) })}
        </figcaption>
      ) : null}
    </figure>
  )
}

const margin = { top: 8, right: 8, bottom: 0, left: 0 }
const axisLook = { axisLine: false, tickLine: false, tick: { fontSize: 10, fill: 'var(--q-mute)' } } as const
const tipLook = {
  border: '1px solid var(--q-line)',
  borderRadius: 4,
  background: 'var(--q-panel)',
  color: 'var(--q-text)',
  fontSize: 12,
}

/** Months after the last that sold anything would push those that did out of the picture. */
function upToLastSold(bars: readonly GroupBar[]): readonly GroupBar[] {
  return bars.slice(0, bars.findLastIndex(({ value }) => value !== 0) + 1)
}

function shortened(name: string): string {
  return name.length > mostLetters ? `${name.slice(0, mostLetters - 1)}…` : name
}
