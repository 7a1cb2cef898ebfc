// How an order stands, as badges: its own state, and those of its goods and its money beside it.

import { useText } from '#renderer/lib/language.ts'
import { StatusBadge, type Tone } from '#renderer/ui/status-badge.tsx'
import type { Translate } from '#shared/i18n/translate.ts'
import type { Order, OrderDocumentKind, OrderStatus, PaymentState, ShippingState } from '#shared/schemas/orders.ts'

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

type Of = { document: OrderDocumentKind }

/** A credit is issued, not confirmed, and what is open of it is given back, not paid. */
export function statusText(t: Translate, { document, status }: Of & { status: OrderStatus }): string {
  return document === 'credit' && status === 'confirmed' ? t('orders.credit.issued') : t(`orders.statuses.${status}`)
}

export function paymentText(t: Translate, { document, state }: Of & { state: PaymentState }): string {
  if (state === '') return ''
  return document === 'credit' ? t(`orders.credit.${state}`) : t(`orders.payment.${state}`)
}

export function OrderStatusBadge(order: Of & { status: OrderStatus }) {
  const { t } = useText()
  return <StatusBadge tone={tones[order.status]}>{statusText(t, order)}</StatusBadge>
}

export function PaymentBadge({ document, state }: Of & { state: PaymentState }) {
  const { t } = useText()
  return state === '' ? null : (
    <StatusBadge tone={paymentTones[state]}>{paymentText(t, { document, state })}</StatusBadge>
  )
}

export function ShippingBadge({ state }: { state: ShippingState }) {
  const { t } = useText()
  return state === '' ? null : <StatusBadge tone={shippingTones[state]}>{t(`orders.shipping.${state}`)}</StatusBadge>
}

/** The three states side by side; a shipped order says only once that it was sent. */
export function OrderBadges({
  order,
}: {
  order: Pick<Order, 'document' | 'status' | 'paymentState' | 'shippingState'>
}) {
  const saysSent = ['part_shipped', 'shipped'].includes(order.status) && order.shippingState !== 'returned'
  return (
    <>
      <OrderStatusBadge document={order.document} status={order.status} />{' '}
      {saysSent ? null : <ShippingBadge state={order.shippingState} />}{' '}
      <PaymentBadge document={order.document} state={order.paymentState} />
    </>
  )
}
