// On-time rates of the last months as a small line, the oldest first; said in words for those who do not see it. Months
// without a figure leave a gap.
import { useText } from '#renderer/lib/language.ts'
import type { TrendMonth } from '#shared/schemas/lanes.ts'
import classes from './lanes.module.css'

const size = { small: { width: 84, height: 18 }, large: { width: 300, height: 72 } }
const margin = 3

export function TrendLine({ months, isLarge = false }: { months: readonly TrendMonth[]; isLarge?: boolean }) {
  const { t, format } = useText()
  const { width, height } = size[isLarge ? 'large' : 'small']
  const known = months.filter(({ onTimeRate }) => onTimeRate !== null)
  if (known.length === 0) return <span className="q-quiet">{t('lanes.noData')}</span>
  const step = months.length > 1 ? (width - 2 * margin) / (months.length - 1) : 0
  const pointAt = (rate: number, index: number) =>
    [margin + index * step, height - margin - rate * (height - 2 * margin)] as const
  const said = known.map(({ month, onTimeRate }) => `${month} ${format.share(onTimeRate ?? 0)}`)
  const last = months.findLastIndex(({ onTimeRate }) => onTimeRate !== null)
  const [x, y] = pointAt(months[last]?.onTimeRate ?? 0, last)
  return (
    <svg
      className={classes.trend}
      width={width}
      height={height}
      role="img"
      aria-label={t('lanes.card.trendChart', { months: said.join(t('common.comma')) })}
    >
      {isLarge ? <line x1={0} x2={width} y1={margin} y2={margin} stroke="var(--q-line-faint)" /> : null}
      {isLarge ? (
        <line x1={0} x2={width} y1={height - margin} y2={height - margin} stroke="var(--q-line-faint)" />
      ) : null}
      {runs(months).map((run) => (
        <polyline
          key={run[0]?.index}
          points={run.map(({ rate, index }) => pointAt(rate, index).join(',')).join(' ')}
          fill="none"
          stroke="var(--q-class-b)"
          strokeWidth={1.5}
        />
      ))}
      <circle cx={x} cy={y} r={2.5} fill="var(--q-accent)" />
    </svg>
  )
}

type Point = { rate: number; index: number }

/** Months that follow one another and have a figure each. */
function runs(months: readonly TrendMonth[]): Point[][] {
  const found: Point[][] = []
  months.forEach(({ onTimeRate }, index) => {
    if (onTimeRate === null) return
    const run = found.at(-1)
    if (run && run.at(-1)?.index === index - 1) run.push({ rate: onTimeRate, index })
    else found.push([{ rate: onTimeRate, index }])
  })
  return found
}
