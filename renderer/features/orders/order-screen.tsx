// An order or a credit on its own page: how it stands, the next step, its lines, and everything that hangs on it.
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { trpc } from '#renderer/lib/api.ts'
import { useText } from '#renderer/lib/language.ts'
import { nameIn } from '#renderer/lib/names.ts'
import { RecordAlerts } from '#renderer/ui/alerts/record-alerts.tsx'
import { LinePage } from '#renderer/ui/line-page.tsx'
import { Notice } from '#renderer/ui/notice.tsx'
import { Page } from '#renderer/ui/page.tsx'
import { QueryState } from '#renderer/ui/query-state.tsx'
import { RecordPanels } from '#renderer/ui/record-panels/record-panels.tsx'
import { StatusBadge } from '#renderer/ui/status-badge.tsx'
import type { Order } from '#shared/schemas/orders.ts'
import { OrderFacts, ShipFacts } from './order-facts.tsx'
import { OrderLineTable } from './order-line-table.tsx'
import { OrderBadges } from './order-status.tsx'
import { OrderSteps } from './order-steps.tsx'

export function OrderScreen() {
  const id = Number(useParams({ strict: false }).id)
  const query = useQuery(trpc.orders.get.queryOptions({ id }))
  return <QueryState query={query}>{(order) => <OrderPage order={order} />}</QueryState>
}

function OrderPage({ order }: { order: Order }) {
  const { t, language } = useText()
  return (
    <Page
      name={order.number}
      title={
        <>
          {order.number}{' '}
          {order.document === 'credit' ? <StatusBadge>{t('orders.documents.credit')}</StatusBadge> : null}{' '}
          <OrderBadges order={order} />
          {order.purpose === 'sale' ? null : (
            <StatusBadge tone="outline">{t(`orders.purposes.${order.purpose}`)}</StatusBadge>
          )}
          {order.isHistory ? <StatusBadge tone="outline">{t('orders.history')}</StatusBadge> : null}
          {order.archived ? <StatusBadge>{t('common.archived')}</StatusBadge> : null}
        </>
      }
      subtitle={order.customer ? nameIn(language, order.customer) : undefined}
      actions={<OrderSteps order={order} />}
    >
      <RecordAlerts kind="order" id={order.id} />
      <Reason order={order} />
      <LinePage
        lines={<OrderLineTable order={order} />}
        facts={
          <>
            <OrderFacts order={order} />
            <ShipFacts order={order} />
          </>
        }
        panels={<RecordPanels kind="order" id={order.id} />}
      />
    </Page>
  )
}

/** Why it waits, or why nothing comes of it. */
function Reason({ order: { status, holdReason, cancelReason } }: { order: Order }) {
  const { t } = useText()
  if (status === 'on_hold' && holdReason)
    return <Notice tone="warn">{t('orders.heldFor', { reason: holdReason })}</Notice>
  if (status === 'cancelled' && cancelReason)
    return <Notice>{t('orders.cancelledFor', { reason: cancelReason })}</Notice>
  return null
}
