// Kept periods as a line and as rows: score, rank, and each change of the grade.
import { CartesianGrid, Line, LineChart, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts'
import { useText } from '#renderer/lib/language.ts'
import plain from '#renderer/ui/plain-table.module.css'
import { SectionTitle } from '#renderer/ui/section-title.tsx'
import { TableHead } from '#renderer/ui/table-head.tsx'
import type { KeptFigures } from '#shared/schemas/scores.ts'
import { GradeBadge } from './grade-badge.tsx'
import { scoreText } from './score-words.ts'
import classes from './scores.module.css'

const axisLook = { axisLine: false, tickLine: false, tick: { fontSize: 10, fill: 'var(--q-mute)' } } as const

export function CardTrend({ kept }: { kept: readonly KeptFigures[] }) {
  const text = useText()
  const { t, format } = text
  const inOrder = [...kept].sort((left, right) => (left.to < right.to ? -1 : 1))
  return (
    <section>
      <SectionTitle>{t('scores.card.trend')}</SectionTitle>
      {kept.length === 0 ? <p className="q-quiet">{t('scores.card.noTrend')}</p> : null}
      {kept.length > 1 ? (
        <figure className={classes.chart} aria-label={t('scores.card.trend')}>
          <ResponsiveContainer width="100%" height="100%">
            <LineChart data={inOrder} margin={{ top: 12, right: 12, bottom: 0, left: 0 }} accessibilityLayer={false}>
              <CartesianGrid vertical={false} stroke="var(--q-line-faint)" />
              <XAxis dataKey="to" minTickGap={24} {...axisLook} />
              <YAxis domain={[0, 100]} width={36} {...axisLook} />
              <Tooltip isAnimationActive={false} formatter={(value) => scoreText(text, Number(value))} />
              <Line
                dataKey="score"
                name={t('scores.card.score')}
                isAnimationActive={false}
                stroke="var(--q-accent)"
                strokeWidth={2}
              />
            </LineChart>
          </ResponsiveContainer>
        </figure>
      ) : null}
      {kept.length > 0 ? (
        <table className={plain.table} aria-label={t('scores.card.trend')}>
          <TableHead
            heads={[
              t('scores.card.period'),
              t('scores.card.grade'),
              { numeric: t('scores.card.score') },
              { numeric: t('scores.card.rank') },
            ]}
          />
          <tbody>
            {inOrder.toReversed().map((one) => (
              <tr key={one.runId}>
                <td>{`${one.from} – ${one.to}`}</td>
                <td>
                  <GradeBadge grade={one.grade} />{' '}
                  {one.previousGrade !== null && one.previousGrade !== one.grade ? (
                    <span className="q-quiet">{t('scores.card.was', { grade: one.previousGrade })}</span>
                  ) : null}
                </td>
                <td data-numeric>{scoreText(text, one.score)}</td>
                <td data-numeric>{format.number(one.rank)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : null}
    </section>
  )
}
