// The scores of kept periods as a small line, the oldest first; said in words for those who do not see it.
import { useText } from '#renderer/lib/language.ts'
import { scoreText } from './score-words.ts'
import classes from './scores.module.css'

const [width, height] = [72, 18]

export function SparkLine({ trend }: { trend: readonly (number | null)[] }) {
  const { t, format } = useText()
  const known = trend.filter((score) => score !== null)
  if (known.length === 0) return <span className="q-quiet">{t('scores.trend.none')}</span>
  const step = trend.length > 1 ? (width - 6) / (trend.length - 1) : 0
  const points = trend.flatMap((score, index) =>
    score === null ? [] : [{ x: 3 + index * step, y: height - 3 - (score / 100) * (height - 6) }],
  )
  const last = points.at(-1)
  const label = t('scores.trend.label', { scores: known.map((score) => scoreText({ format }, score)).join(', ') })
  return (
    <svg className={classes.spark} width={width} height={height} role="img" aria-label={label}>
      <polyline
        points={points.map(({ x, y }) => `${x},${y}`).join(' ')}
        fill="none"
        stroke="var(--q-class-b)"
        strokeWidth={1.5}
      />
      {last ? <circle cx={last.x} cy={last.y} r={2.5} fill="var(--q-accent)" /> : null}
    </svg>
  )
}
