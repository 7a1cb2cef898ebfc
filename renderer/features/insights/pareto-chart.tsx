// The Pareto chart: products by value, their running share as a line, and the limits of the classes as lines to drag.
import { useMemo, useRef } from 'react'
import { Bar, CartesianGrid, Cell, ComposedChart, Line, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts'
import { useText } from '#renderer/lib/language.ts'
import type { AbcResult } from '#shared/schemas/insights.ts'
import { usualLimits } from './abc-address.ts'
import { LimitHandle } from './limit-handle.tsx'
import { classEnds, paretoBars } from './pareto-bars.ts'
import classes from './pareto-chart.module.css'
import { ParetoTip } from './pareto-tip.tsx'
import type { AbcQuestionState } from './use-abc-question.ts'

const margin = { top: 12, right: 0, bottom: 8, left: 0 }
/** Room for the figures of both axes; the handles' layer leaves out the same. */
const axisWidth = { left: 56, right: 48 }
const shareTicks = [0, 0.25, 0.5, 0.75, 1]

export function ParetoChart({ state, result }: { state: AbcQuestionState; result: AbcResult }) {
  const { t, format, language } = useText()
  const compact = useMemo(() => new Intl.NumberFormat(language, { notation: 'compact' }), [language])
  const plot = useRef<HTMLDivElement>(null)
  const bars = useMemo(() => paretoBars(result.items), [result.items])
  const ends = classEnds(bars)
  const limits = { a: state.address.a ?? usualLimits.a, b: state.address.b ?? usualLimits.b }
  const perBar = Math.max(...bars.map((bar) => bar.last - bar.first + 1))
  const basis = t(`insights.abc.of.${state.question.basis}`)
  return (
    <figure className={classes.figure} aria-label={t('insights.abc.chart.label', { basis })}>
      <div className={classes.chart}>
        <ResponsiveContainer width="100%" height="100%">
          <ComposedChart
            data={bars}
            margin={margin}
            barCategoryGap={bars.length > 240 ? 0 : 1}
            accessibilityLayer={false}
          >
            <CartesianGrid vertical={false} stroke="var(--q-line-faint)" yAxisId="share" />
            <XAxis dataKey="first" hide />
            <YAxis yAxisId="value" width={axisWidth.left} tickFormatter={compact.format} {...axisLook} />
            <YAxis
              yAxisId="share"
              orientation="right"
              width={axisWidth.right}
              domain={[0, 1]}
              ticks={shareTicks}
              interval={0}
              tickFormatter={(share: number) => `${Math.round(share * 100)} %`}
              {...axisLook}
            />
            <Tooltip cursor={tipCursor} isAnimationActive={false} content={<ParetoTip currency={result.currency} />} />
            <Bar yAxisId="value" dataKey="height" isAnimationActive={false}>
              {bars.map((bar) => (
                <Cell key={bar.first} fill={`var(--q-class-${bar.class.toLowerCase()})`} />
              ))}
            </Bar>
            <Line
              yAxisId="share"
              dataKey="cumulative"
              stroke="var(--q-warm)"
              strokeWidth={2}
              dot={false}
              activeDot={false}
              isAnimationActive={false}
            />
          </ComposedChart>
        </ResponsiveContainer>
        <div
          className={classes.handles}
          style={{ left: axisWidth.left, right: axisWidth.right, top: margin.top, bottom: margin.bottom }}
          ref={plot}
        >
          {(['a', 'b'] as const).map((which) => (
            <LimitHandle
              key={which}
              which={which}
              place={ends[which]}
              limits={limits}
              bars={bars}
              items={result.items}
              plot={plot}
              onChange={(limit) => state.change({ [which]: limit })}
            />
          ))}
        </div>
      </div>
      <figcaption className={classes.caption}>
        {perBar > 1
          ? t('insights.abc.chart.grouped', { basis, count: perBar, formatted: format.number(perBar) })
          : t('insights.abc.chart.caption', { basis })}
      </figcaption>
    </figure>
  )
}

const axisLook = { axisLine: false, tickLine: false, tick: { fontSize: 10, fill: 'var(--q-mute)' } } as const
const tipCursor = { fill: 'var(--q-line-faint)', opacity: 0.6 } as const
