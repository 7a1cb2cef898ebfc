// An order's status as a badge; history is said beside it.

import { useText } from '#renderer/lib/language.ts'
import { StatusBadge, type Tone } from '#renderer/ui/status-badge.tsx'
import type { OrderStatus } from '#shared/schemas/orders.ts'

const tones: Readonly<Record<OrderStatus, Tone>> = {
  draft: 'outline',
  confirmed: 'accent',
  on_hold: 'warn',
  part_shipped: 'warn',
  shipped: 'good',
  delivered: 'good',
  closed: 'neutral',
  cancelled: 'bad',
}

export function OrderStatusBadge({ status }: { status: OrderStatus }) {
  const { t } = useText()
  return <StatusBadge tone={tones[status]}>{t(`orders.statuses.${status}`)}</StatusBadge>
}
