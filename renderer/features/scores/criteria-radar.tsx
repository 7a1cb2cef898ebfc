// Criteria as a radar: one supplier, or up to five over one another, told apart by colour and by the dashes of their lines.
import { PolarAngleAxis, PolarGrid, PolarRadiusAxis, Radar, RadarChart, ResponsiveContainer } from 'recharts'
import { useText } from '#renderer/lib/language.ts'
import type { CriterionScore } from '#shared/schemas/scores.ts'
import { sourceName } from './score-words.ts'
import classes from './scores.module.css'

const lines = [
  { color: 'var(--q-accent)', dash: '' },
  { color: 'var(--q-warm)', dash: '6 3' },
  { color: 'var(--q-class-b)', dash: '2 2' },
  { color: 'var(--q-red)', dash: '8 3 2 3' },
  { color: 'var(--q-green)', dash: '12 4' },
] as const

type Drawn = { id: number; name: string; criteria: readonly CriterionScore[] }

export function CriteriaRadar({ suppliers }: { suppliers: readonly Drawn[] }) {
  const text = useText()
  const { t } = text
  const scored = (suppliers[0]?.criteria ?? []).filter(({ source }) =>
    // Where one of them has no score a corner would be drawn as 0, which it is not; the table has them all.
    suppliers.every(({ criteria }) => scoreOf(criteria, source) !== null),
  )
  if (scored.length < 3) return null
  const data = scored.map((one) => ({
    name: sourceName(text, one),
    ...Object.fromEntries(suppliers.map(({ id, criteria }) => [`s${id}`, scoreOf(criteria, one.source) ?? undefined])),
  }))
  return (
    <div>
      <figure className={classes.chart} aria-label={t('scores.card.radar')}>
        <ResponsiveContainer width="100%" height="100%">
          <RadarChart data={data} outerRadius="68%" accessibilityLayer={false}>
            <PolarGrid stroke="var(--q-line)" />
            <PolarAngleAxis dataKey="name" tick={{ fontSize: 10, fill: 'var(--q-mute)' }} />
            <PolarRadiusAxis domain={[0, 100]} tick={false} axisLine={false} />
            {suppliers.map(({ id }, index) => {
              const { color, dash } = lines[index % lines.length] ?? lines[0]
              return (
                <Radar
                  key={id}
                  dataKey={`s${id}`}
                  isAnimationActive={false}
                  stroke={color}
                  strokeWidth={2}
                  strokeDasharray={dash}
                  fill={color}
                  fillOpacity={suppliers.length === 1 ? 0.16 : 0.04}
                />
              )
            })}
          </RadarChart>
        </ResponsiveContainer>
      </figure>
      {suppliers.length > 1 ? <Legend suppliers={suppliers} /> : null}
    </div>
  )
}

function Legend({ suppliers }: { suppliers: readonly Drawn[] }) {
  return (
    <ul className={classes.legend}>
      {suppliers.map(({ id, name }, index) => {
        const { color, dash } = lines[index % lines.length] ?? lines[0]
        return (
          <li key={id}>
            <svg width={28} height={8} aria-hidden>
              <line x1={0} x2={28} y1={4} y2={4} stroke={color} strokeWidth={2} strokeDasharray={dash} />
            </svg>
            {name}
          </li>
        )
      })}
    </ul>
  )
}

function scoreOf(criteria: readonly CriterionScore[], source: string): number | null {
  return criteria.find((one) => one.source === source)?.score ?? null
}
