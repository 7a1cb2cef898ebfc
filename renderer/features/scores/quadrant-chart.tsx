// Suppliers as points by spend and score, with both limits as lines; the list below is the way by keyboard.
import { useNavigate } from '@tanstack/react-router'
import { useMemo } from 'react'
import {
  CartesianGrid,
  ResponsiveContainer,
  Scatter,
  ScatterChart,
  Tooltip,
  usePlotArea,
  useXAxisScale,
  useYAxisScale,
  XAxis,
  YAxis,
} from 'recharts'
import { useText } from '#renderer/lib/language.ts'
import { nameIn } from '#renderer/lib/names.ts'
import type { QuadrantResult } from '#shared/schemas/scores.ts'
import { placeLabels, type Spot } from './quadrant-labels.ts'
import { QuadrantLimit } from './quadrant-limits.tsx'
import { scoreText } from './score-words.ts'
import classes from './scores.module.css'

const axisLook = { axisLine: false, tickLine: false, tick: { fontSize: 10, fill: 'var(--q-mute)' } } as const

type Point = QuadrantResult['points'][number]

type QuadrantChartProps = {
  result: QuadrantResult
  onSpend: (limit: number) => void
  onScore: (limit: number) => void
}

export function QuadrantChart({ result, onSpend, onScore }: QuadrantChartProps) {
  const text = useText()
  const { t, format, language } = text
  const navigate = useNavigate()
  const compact = useMemo(() => new Intl.NumberFormat(language, { notation: 'compact' }), [language])
  // A place on a picture, not an amount. Who matters most is named first.
  const data = useMemo(
    () =>
      result.points
        .map((point) => ({ ...point, x: Number(point.spend) }))
        .sort((one, other) => other.x - one.x || other.score - one.score),
    [result],
  )
  const spendLimit = Number(result.spendLimit)
  const most = roundedUp(Math.max(spendLimit, data[0]?.x ?? 0) * 1.02 || 1)
  const open = (point: unknown) => {
    const { supplierId } = (point as { payload?: Point }).payload ?? (point as Point)
    navigate({ to: `/scores/${supplierId}` as '/' })
  }
  return (
    <figure className={classes.quadrant} aria-label={t('scores.quadrant.chart')}>
      <ResponsiveContainer width="100%" height="100%">
        <ScatterChart margin={{ top: 12, right: 16, bottom: 0, left: 0 }} accessibilityLayer={false}>
          <CartesianGrid stroke="var(--q-line-faint)" />
          <XAxis
            dataKey="x"
            type="number"
            domain={[0, most]}
            name={result.currency}
            tickFormatter={compact.format}
            {...axisLook}
          />
          <YAxis dataKey="score" type="number" domain={[0, 100]} width={36} {...axisLook} />
          <Tooltip isAnimationActive={false} content={<Tip currency={result.currency} />} />
          <Names spots={data.map((point) => ({ ...point, id: point.supplierId, name: nameIn(language, point) }))} />
          <QuadrantLimit
            way="across"
            label={t('scores.quadrant.spendLimit', { currency: result.currency })}
            value={spendLimit}
            range={{ most, step: stepOf(most) }}
            said={format.money(result.spendLimit, result.currency)}
            onTake={onSpend}
          />
          <QuadrantLimit
            way="up"
            label={t('scores.quadrant.scoreLimit')}
            value={result.scoreLimit}
            range={{ most: 100, step: 1 }}
            said={scoreText(text, result.scoreLimit)}
            onTake={onScore}
          />
          <Scatter data={data} fill="var(--q-accent)" isAnimationActive={false} cursor="pointer" onClick={open} />
        </ScatterChart>
      </ResponsiveContainer>
    </figure>
  )
}

/** To the next end of four equal steps, so that the axis ends on one of its own numbers. */
function roundedUp(most: number): number {
  const tenth = 10 ** Math.floor(Math.log10(most / 4))
  const step = [1, 2, 2.5, 5, 10].find((times) => times * tenth * 4 >= most) ?? 10
  return step * tenth * 4
}

/** A round hundredth of the picture or less. */
function stepOf(most: number): number {
  return 10 ** Math.max(0, Math.floor(Math.log10(most)) - 2)
}

type NamedPoint = { id: number; x: number; score: number; name: string }

/** The names beside their points, as many as have room. */
function Names({ spots }: { spots: readonly NamedPoint[] }) {
  const area = usePlotArea()
  const across = useXAxisScale()
  const up = useYAxisScale()
  if (!area || !across || !up) return null
  const placed = spots.flatMap(({ id, x, score, name }): Spot[] => {
    const [left, top] = [across(x), up(score)]
    return left === undefined || top === undefined ? [] : [{ id, name, x: left, y: top }]
  })
  const frame = { left: area.x, top: area.y, right: area.x + area.width + 16, bottom: area.y + area.height }
  return (
    <g aria-hidden>
      {placeLabels(placed, frame).map(({ id, x, y, text, anchor }) => (
        <text key={id} x={x} y={y + 4} textAnchor={anchor} className={classes.pointName}>
          {text}
        </text>
      ))}
    </g>
  )
}

type TipProps = { currency: string; active?: boolean; payload?: readonly { payload: Point }[] }

function Tip({ currency, active, payload }: TipProps) {
  const text = useText()
  const point = payload?.[0]?.payload
  if (!active || !point) return null
  return (
    <div className={classes.tip}>
      <strong>{nameIn(text.language, point)}</strong>
      <span>{text.t(`scores.quadrant.${point.quadrant}`)}</span>
      <span data-figure>{`${scoreText(text, point.score)} · ${text.format.money(point.spend, currency)}`}</span>
    </div>
  )
}
