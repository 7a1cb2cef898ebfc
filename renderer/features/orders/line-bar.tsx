// How a line stands, as a thin line: sent, in stock for it, on order, short. The figures and words beside it say the same.
import type { LineStand } from '#shared/schemas/order-stand.ts'
import type { OrderLine } from '#shared/schemas/orders.ts'
import classes from './orders.module.css'

type LineBarProps = { line: Pick<OrderLine, 'quantity' | 'cancelled' | 'shipped'>; stand: LineStand | undefined }

export function LineBar({ line, stand }: LineBarProps) {
  const whole = Math.max(line.quantity - line.cancelled, line.shipped)
  if (whole <= 0) return null
  const coming = stand?.coming.reduce((sum, { quantity }) => sum + quantity, 0) ?? 0
  const parts = [
    { part: 'sent', width: line.shipped },
    { part: 'stock', width: stand?.inStock ?? 0 },
    { part: 'coming', width: coming },
    { part: 'short', width: stand?.short ?? 0 },
  ]
  let at = 0
  return (
    <svg className={classes.bar} viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden>
      {parts.map(({ part, width }) => {
        const x = at
        const share = (width / whole) * 100
        at += share
        return share > 0 ? <rect key={part} data-part={part} x={x} width={share} height="4" /> : null
      })}
    </svg>
  )
}
