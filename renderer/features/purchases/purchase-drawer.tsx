// A purchase order beside its list.
import { useQuery } from '@tanstack/react-query'
import { trpc } from '#renderer/lib/api.ts'
import { useText } from '#renderer/lib/language.ts'
import { nameIn } from '#renderer/lib/names.ts'
import { LinkButton } from '#renderer/ui/link-button.tsx'
import { QueryState } from '#renderer/ui/query-state.tsx'
import { RecordDrawer } from '#renderer/ui/record-drawer.tsx'
import { PurchaseFacts } from './purchase-facts.tsx'
import { PurchaseLineSummary } from './purchase-line-summary.tsx'
import { PurchaseStatusBadge } from './purchase-status.tsx'

export function PurchaseDrawer({ id, onClose }: { id: number; onClose: () => void }) {
  const { t, language } = useText()
  const query = useQuery(trpc.purchases.get.queryOptions({ id }))
  const purchase = query.data
  const params = { id: String(id) }
  return (
    <RecordDrawer
      name={purchase?.number ?? t('purchases.one')}
      title={purchase?.number ?? ''}
      badge={purchase ? <PurchaseStatusBadge status={purchase.status} /> : null}
      subtitle={purchase?.supplier ? nameIn(language, purchase.supplier) : null}
      actions={
        <LinkButton to="/purchases/$id" params={params}>
          {t('common.openPage')}
        </LinkButton>
      }
      onClose={onClose}
    >
      <QueryState query={query}>
        {(found) => (
          <>
            <PurchaseFacts purchase={found} />
            <PurchaseLineSummary purchase={found} />
          </>
        )}
      </QueryState>
    </RecordDrawer>
  )
}
