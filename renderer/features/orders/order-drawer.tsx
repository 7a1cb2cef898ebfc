// An order beside its list.
import { useQuery } from '@tanstack/react-query'
import { trpc } from '#renderer/lib/api.ts'
import { useText } from '#renderer/lib/language.ts'
import { nameIn } from '#renderer/lib/names.ts'
import { LinkButton } from '#renderer/ui/link-button.tsx'
import { QueryState } from '#renderer/ui/query-state.tsx'
import { RecordDrawer } from '#renderer/ui/record-drawer.tsx'
import { WriteGate } from '#renderer/ui/write-gate.tsx'
import { OrderFacts, ShipFacts } from './order-facts.tsx'
import { OrderLineSummary } from './order-line-summary.tsx'
import { OrderBadges } from './order-status.tsx'

export function OrderDrawer({ id, onClose }: { id: number; onClose: () => void }) {
  const { t, format, language } = useText()
  const query = useQuery(trpc.orders.get.queryOptions({ id }))
  const order = query.data
  const params = { id: String(id) }
  return (
    <RecordDrawer
      name={order?.number ?? t('orders.one')}
      title={order?.number ?? ''}
      badge={order ? <OrderBadges order={order} /> : null}
      subtitle={
        order
          ? [order.customer && nameIn(language, order.customer), format.country(order.shipTo.country)]
              .filter(Boolean)
              .join(' · ')
          : null
      }
      actions={
        <>
          {order?.verbs.includes('edit') ? (
            <WriteGate>
              <LinkButton to="/orders/$id/edit" params={params}>
                {t('common.edit')}
              </LinkButton>
            </WriteGate>
          ) : null}
          <LinkButton to="/orders/$id" params={params}>
            {t('common.openPage')}
          </LinkButton>
        </>
      }
      onClose={onClose}
    >
      <QueryState query={query}>
        {(found) => (
          <>
            <OrderFacts order={found} />
            <OrderLineSummary order={found} />
            <ShipFacts order={found} />
          </>
        )}
      </QueryState>
    </RecordDrawer>
  )
}
