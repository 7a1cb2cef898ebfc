// Suppliers as points by spend and score, with both limits as lines; the list below is the way by keyboard.
import { useNavigate } from '@tanstack/react-router'
import { useMemo } from 'react'
import {
  CartesianGrid,
  ReferenceLine,
  ResponsiveContainer,
  Scatter,
  ScatterChart,
  Tooltip,
  XAxis,
  YAxis,
} from 'recharts'
import { useText } from '#renderer/lib/language.ts'
import { nameIn } from '#renderer/lib/names.ts'
import type { QuadrantResult } from '#shared/schemas/scores.ts'
import { scoreText } from './score-words.ts'
import classes from './scores.module.css'

const axisLook = { axisLine: false, tickLine: false, tick: { fontSize: 10, fill: 'var(--q-mute)' } } as const
const limitLook = { stroke: 'var(--q-warm)', strokeDasharray: '4 3' } as const

type Point = QuadrantResult['points'][number]

export function QuadrantChart({ result }: { result: QuadrantResult }) {
  const { t, language } = useText()
  const navigate = useNavigate()
  const compact = useMemo(() => new Intl.NumberFormat(language, { notation: 'compact' }), [language])
  // A place on a picture, not an amount.
  const data = useMemo(() => result.points.map((point) => ({ ...point, x: Number(point.spend) })), [result])
  const open = (point: unknown) => {
    const { supplierId } = (point as { payload?: Point }).payload ?? (point as Point)
    navigate({ to: `/scores/${supplierId}` as '/' })
  }
  return (
    <figure className={classes.chart} aria-label={t('scores.quadrant.chart')}>
      <ResponsiveContainer width="100%" height="100%">
        <ScatterChart margin={{ top: 12, right: 16, bottom: 0, left: 0 }} accessibilityLayer={false}>
          <CartesianGrid stroke="var(--q-line-faint)" />
          <XAxis dataKey="x" type="number" name={result.currency} tickFormatter={compact.format} {...axisLook} />
          <YAxis dataKey="score" type="number" domain={[0, 100]} width={36} {...axisLook} />
          <Tooltip isAnimationActive={false} content={<Tip currency={result.currency} />} />
          <ReferenceLine x={Number(result.spendLimit)} {...limitLook} />
          <ReferenceLine y={result.scoreLimit} {...limitLook} />
          <Scatter data={data} fill="var(--q-accent)" isAnimationActive={false} cursor="pointer" onClick={open} />
        </ScatterChart>
      </ResponsiveContainer>
    </figure>
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
