// The line at the end of a class: dragged along the products, or moved with the arrow keys. The book counts anew on release.
import { type KeyboardEvent, type PointerEvent, type RefObject, useState } from 'react'
import { useText } from '#renderer/lib/language.ts'
import type { AbcItem } from '#shared/schemas/insights.ts'
import { limitAfter, productsLeftOf, withinLimits } from './drag-limit.ts'
import type { ParetoBar } from './pareto-bars.ts'
import classes from './pareto-chart.module.css'

type LimitHandleProps = {
  which: 'a' | 'b'
  /** Where the class ends, as a part of the plot's width. */
  place: number
  limits: { a: number; b: number }
  bars: readonly ParetoBar[]
  items: readonly AbcItem[]
  plot: RefObject<HTMLDivElement | null>
  onChange: (limit: number) => void
}

type Drag = { place: number; limit: number }

export function LimitHandle(props: LimitHandleProps) {
  const { which, place, limits, onChange } = props
  const { t, format } = useText()
  const [drag, setDrag] = useState<Drag | null>(null)
  const limit = drag?.limit ?? limits[which]
  const said = format.percent(limit)
  // From where it was let go: the last moves may not have been drawn yet when a busy screen hears of it.
  const release = (event: PointerEvent) => {
    const last = drag && dragTo(event, props)
    if (last && last.limit !== limits[which]) onChange(last.limit)
    setDrag(null)
  }
  const follow = (event: PointerEvent) => setDrag(dragTo(event, props))
  return (
    <div
      role="slider"
      tabIndex={0}
      className={classes.handle}
      style={{ left: `${(drag?.place ?? place) * 100}%` }}
      data-dragged={drag !== null || undefined}
      aria-label={t('insights.abc.limits.of', { label: which.toUpperCase() })}
      aria-valuemin={which === 'a' ? 0 : limits.a}
      aria-valuemax={which === 'a' ? limits.b : 100}
      aria-valuenow={limit}
      aria-valuetext={said}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId)
        follow(event)
      }}
      onPointerMove={(event) => drag && follow(event)}
      onPointerUp={release}
      onPointerCancel={() => setDrag(null)}
      onKeyDown={(event) => {
        const step = stepOf(event)
        if (step === null) return
        event.preventDefault()
        onChange(withinLimits(which, limits[which] + step, limits))
      }}
    >
      <span className={classes.label} data-turned={place > 0.9 || undefined}>
        {which === 'a' ? t('insights.abc.chart.drag', { limit: said }) : said}
      </span>
    </div>
  )
}

function dragTo(event: PointerEvent, { which, plot, bars, items, limits }: LimitHandleProps): Drag {
  const box = plot.current?.getBoundingClientRect()
  const place = box && box.width > 0 ? Math.min(1, Math.max(0, (event.clientX - box.left) / box.width)) : 0
  const limit = withinLimits(which, limitAfter(productsLeftOf(place, bars), items), limits)
  return { place, limit }
}

function stepOf({ key, shiftKey }: KeyboardEvent): number | null {
  const size = shiftKey ? 5 : 1
  switch (key) {
    case 'ArrowLeft':
    case 'ArrowDown':
      return -size
    case 'ArrowRight':
    case 'ArrowUp':
      return size
    case 'PageDown':
      return -5
    case 'PageUp':
      return 5
    default:
      return null
  }
}
