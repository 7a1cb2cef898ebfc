// A shipment beside its list.
import { useQuery } from '@tanstack/react-query'
import { trpc } from '#renderer/lib/api.ts'
import { useText } from '#renderer/lib/language.ts'
import { LinkButton } from '#renderer/ui/link-button.tsx'
import { QueryState } from '#renderer/ui/query-state.tsx'
import { RecordDrawer } from '#renderer/ui/record-drawer.tsx'
import { useRecipient } from './recipient.ts'
import { ShipmentFacts } from './shipment-facts.tsx'
import { ShipmentLineSummary } from './shipment-line-summary.tsx'
import { ShipmentBadge } from './shipment-status.tsx'

export function ShipmentDrawer({ id, onClose }: { id: number; onClose: () => void }) {
  const { t } = useText()
  const query = useQuery(trpc.shipments.get.queryOptions({ id }))
  const recipient = useRecipient()
  const shipment = query.data
  return (
    <RecordDrawer
      name={shipment?.number ?? t('shipments.one')}
      title={shipment?.number ?? ''}
      badge={shipment ? <ShipmentBadge status={shipment.status} state={shipment.state} /> : null}
      subtitle={shipment ? recipient(shipment) : null}
      actions={
        <LinkButton to="/shipments/$id" params={{ id: String(id) }}>
          {t('common.openPage')}
        </LinkButton>
      }
      onClose={onClose}
    >
      <QueryState query={query}>
        {(found) => (
          <>
            <ShipmentFacts shipment={found} />
            <ShipmentLineSummary shipment={found} />
          </>
        )}
      </QueryState>
    </RecordDrawer>
  )
}
