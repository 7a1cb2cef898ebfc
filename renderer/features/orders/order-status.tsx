// How an order stands, as badges: its own state, and those of its goods and its money beside it.

import { useText } from '#renderer/lib/language.ts'
import { StatusBadge, type Tone } from '#renderer/ui/status-badge.tsx'
import type { Order, OrderStatus, PaymentState, ShippingState } from '#shared/schemas/orders.ts'

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

const paymentTones: Readonly<Record<Exclude<PaymentState, ''>, Tone>> = {
  open: 'outline',
  part: 'warn',
  paid: 'good',
  over: 'bad',
}

const shippingTones: Readonly<Record<Exclude<ShippingState, ''>, Tone>> = {
  open: 'outline',
  part: 'warn',
  sent: 'good',
  returned: 'neutral',
}

export function OrderStatusBadge({ status }: { status: OrderStatus }) {
  const { t } = useText()
  return <StatusBadge tone={tones[status]}>{t(`orders.statuses.${status}`)}</StatusBadge>
}

export function PaymentBadge({ state }: { state: PaymentState }) {
  const { t } = useText()
  return state === '' ? null : <StatusBadge tone={paymentTones[state]}>{t(`orders.payment.${state}`)}</StatusBadge>
}

export function ShippingBadge({ state }: { state: ShippingState }) {
  const { t } = useText()
  return state === '' ? null : <StatusBadge tone={shippingTones[state]}>{t(`orders.shipping.${state}`)}</StatusBadge>
}

/** The three states side by side; a shipped order says only once that it was sent. */
export function OrderBadges({ order }: { order: Pick<Order, 'status' | 'paymentState' | 'shippingState'> }) {
  const saysSent = ['part_shipped', 'shipped'].includes(order.status) && order.shippingState !== 'returned'
  return (
    <>
      <OrderStatusBadge status={order.status} /> {saysSent ? null : <ShippingBadge state={order.shippingState} />}{' '}
      <PaymentBadge state={order.paymentState} />
    </>
  )
}
