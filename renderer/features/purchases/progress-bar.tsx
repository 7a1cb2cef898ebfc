// How much of a line came, as a thin line; the figures beside it say the same in words.
import type { PurchaseLine } from '#shared/schemas/purchases.ts'
import classes from './purchases.module.css'

export function ProgressBar({ line }: { line: Pick<PurchaseLine, 'quantity' | 'received' | 'rejected'> }) {
  const whole = Math.max(line.quantity, line.received)
  if (whole <= 0) return null
  const accepted = ((line.received - line.rejected) / whole) * 100
  const rejected = (line.rejected / whole) * 100
  return (
    <svg className={classes.bar} viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden>
      <rect data-part="accepted" width={accepted} height="4" />
      <rect data-part="rejected" x={accepted} width={rejected} height="4" />
    </svg>
  )
}
