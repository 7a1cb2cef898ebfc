// Both limits of the quadrants as lines that are dragged, or moved by the arrow keys; typed in the fields above.
import { type KeyboardEvent, type PointerEvent, useState } from 'react'
import { usePlotArea, useXAxisInverseScale, useXAxisScale, useYAxisInverseScale, useYAxisScale } from 'recharts'
import classes from './scores.module.css'

type LimitProps = {
  label: string
  /** `across`: the line stands upright and is a value of the axis below. */
  way: 'across' | 'up'
  value: number
  /** What the value may be, and how far one key moves it. */
  range: { most: number; step: number }
  said: string
  onTake: (value: number) => void
}

/** What is taken hold of is wider than the line that is seen. */
const thick = 12

export function QuadrantLimit({ label, way, value, range, said, onTake }: LimitProps) {
  const area = usePlotArea()
  const scales = { across: useXAxisScale(), up: useYAxisScale() }
  const inverse = { across: useXAxisInverseScale(), up: useYAxisInverseScale() }
  const [dragged, drag] = useState<number | null>(null)
  const at = scales[way]?.(dragged ?? value)
  if (!area || at === undefined) return null
  const line =
    way === 'across'
      ? { x1: at, x2: at, y1: area.y, y2: area.y + area.height }
      : { x1: area.x, x2: area.x + area.width, y1: at, y2: at }
  const grip =
    way === 'across'
      ? { x: at - thick / 2, y: area.y, width: thick, height: area.height }
      : { x: area.x, y: at - thick / 2, width: area.width, height: thick }
  const within = (next: number) => rounded(Math.min(range.most, Math.max(0, next)), range.step)
  const valueAt = (event: PointerEvent<SVGRectElement>) => {
    const frame = event.currentTarget.ownerSVGElement?.getBoundingClientRect()
    if (!frame) return value
    const pixel = way === 'across' ? event.clientX - frame.left : event.clientY - frame.top
    return within(Number(inverse[way]?.(pixel) ?? value))
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const by = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1 }[event.key]
    if (by === undefined) return
    event.preventDefault()
    onTake(within(value + by * range.step))
  }
  return (
    <>
      <line {...line} className={classes.limit} />
      <rect
        {...grip}
        className={classes.limitGrip}
        data-way={way}
        role="slider"
        tabIndex={0}
        aria-label={label}
        aria-orientation={way === 'across' ? 'horizontal' : 'vertical'}
        aria-valuemin={0}
        aria-valuemax={range.most}
        aria-valuenow={dragged ?? value}
        aria-valuetext={said}
        onKeyDown={onKeyDown}
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId)
          drag(value)
        }}
        onPointerMove={(event) => {
          if (dragged !== null) drag(valueAt(event))
        }}
        onPointerUp={(event) => {
          if (dragged === null) return
          const next = valueAt(event)
          drag(null)
          if (next !== value) onTake(next)
        }}
        onPointerCancel={() => drag(null)}
      />
    </>
  )
}

function rounded(value: number, step: number): number {
  return Math.round(value / step) * step
}
