// Prices over time as steps, one line for each supplier, told apart by dash and colour and named below.
import { useMemo } from 'react'
import { CartesianGrid, Line, LineChart, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts'
import { useText } from '#renderer/lib/language.ts'
import { nameIn } from '#renderer/lib/names.ts'
import { useToday } from '#renderer/lib/use-today.ts'
import type { PriceHistory } from '#shared/schemas/offers.ts'
import classes from './sourcing.module.css'
import { unitAmount } from './unit-amount.ts'

/** More lines than these cannot be told apart; the table has them all. */
const looks = [
  { color: 'var(--q-accent)', dash: '' },
  { color: 'var(--q-warm)', dash: '6 3' },
  { color: 'var(--q-mute)', dash: '2 3' },
  { color: 'var(--q-class-b)', dash: '8 3 2 3' },
  { color: 'var(--q-green)', dash: '4 2' },
] as const

type Point = { at: number } & Record<`s${number}`, number>

export function PriceChart({ history }: { history: PriceHistory }) {
  const { t, format, language } = useText()
  const today = useToday()
  const currency = history.baseCurrency
  const series = history.series.slice(0, looks.length)
  const points = useMemo(() => pointsOf(history, today), [history, today])
  const shown = (value: unknown) => `${unitAmount(format, String(value ?? 0), currency)} ${currency}`
  return (
    <figure className={classes.chart} aria-label={t('sourcing.offers.panel.historyLabel', { currency })}>
      <div style={{ height: 200 }}>
        <ResponsiveContainer width="100%" height="100%">
          <LineChart data={points} margin={margin} accessibilityLayer={false}>
            <CartesianGrid vertical={false} stroke="var(--q-line-faint)" />
            <XAxis
              dataKey="at"
              type="number"
              domain={['dataMin', 'dataMax']}
              tickFormatter={dayText}
              minTickGap={32}
              {...axisLook}
            />
            <YAxis width={56} domain={['auto', 'auto']} tickFormatter={(value) => format.number(value)} {...axisLook} />
            <Tooltip
              isAnimationActive={false}
              labelFormatter={(at) => dayText(Number(at))}
              formatter={(value, name) => [shown(value), name]}
              contentStyle={tipLook}
            />
            {series.map((one, index) => (
              <Line
                key={one.supplierId}
                dataKey={`s${one.supplierId}`}
                name={nameIn(language, { name: one.supplier, nameZh: one.supplierZh })}
                type="stepAfter"
                stroke={looks[index]?.color ?? ''}
                strokeDasharray={looks[index]?.dash ?? ''}
                strokeWidth={2}
                dot={{ r: 2 }}
                connectNulls
                isAnimationActive={false}
              />
            ))}
          </LineChart>
        </ResponsiveContainer>
      </div>
      <ul className={classes.legend}>
        {series.map((one, index) => (
          <li key={one.supplierId}>
            <svg width="24" height="4" aria-hidden="true">
              <line
                x1="0"
                x2="24"
                y1="2"
                y2="2"
                stroke={looks[index]?.color}
                strokeDasharray={looks[index]?.dash}
                strokeWidth="2"
              />
            </svg>
            {nameIn(language, { name: one.supplier, nameZh: one.supplierZh })} {lastPrice(one.steps)}
          </li>
        ))}
      </ul>
    </figure>
  )

  function lastPrice(steps: PriceHistory['series'][number]['steps']): string {
    const last = steps.at(-1)?.basePrice
    return last === null || last === undefined ? '' : shown(last)
  }
}

const margin = { top: 8, right: 12, bottom: 0, left: 0 }
const axisLook = { axisLine: false, tickLine: false, tick: { fontSize: 10, fill: 'var(--q-mute)' } } as const
const tipLook = {
  border: '1px solid var(--q-line)',
  borderRadius: 4,
  background: 'var(--q-panel)',
  color: 'var(--q-text)',
  fontSize: 12,
}

const atOf = (day: string) => Date.parse(`${day}T00:00:00Z`)
const dayText = (at: number) => new Date(at).toISOString().slice(0, 10)

/** A point for each day on which a price began or ended; what still holds goes on until today. */
function pointsOf({ series }: PriceHistory, today: string): Point[] {
  const points = new Map<number, Point>()
  const put = (day: string, supplierId: number, price: string) => {
    const at = atOf(day)
    points.set(at, { ...points.get(at), at, [`s${supplierId}`]: Number(price) })
  }
  for (const { supplierId, steps } of series) {
    for (const { on, until, basePrice } of steps) {
      if (basePrice === null) continue
      put(on, supplierId, basePrice)
      const end = until ?? (on > today ? on : today)
      if (points.get(atOf(end))?.[`s${supplierId}`] === undefined) put(end, supplierId, basePrice)
    }
  }
  return [...points.values()].toSorted((one, other) => one.at - other.at)
}
