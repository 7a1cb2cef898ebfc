// The list of purchase orders; an address that names what hangs on one (a claim, say) leads on to its order.
import { useQuery } from '@tanstack/react-query'
import { Navigate, useNavigate, useSearch } from '@tanstack/react-router'
import { client, trpc } from '#renderer/lib/api.ts'
import { useText } from '#renderer/lib/language.ts'
import { ImportLink } from '#renderer/ui/import-link.tsx'
import { LinkButton } from '#renderer/ui/link-button.tsx'
import { Page } from '#renderer/ui/page.tsx'
import { QueryState } from '#renderer/ui/query-state.tsx'
import { RecordList } from '#renderer/ui/record-grid/record-list.tsx'
import { WriteGate } from '#renderer/ui/write-gate.tsx'
import { usePurchaseActions } from './purchase-actions.ts'
import { usePurchaseColumns } from './purchase-columns.tsx'
import { PurchaseDrawer } from './purchase-drawer.tsx'
import { type Hanging, hangingOf, hangingPanels } from './purchases-address.ts'

export function PurchasesScreen() {
  const hanging = hangingOf(useSearch({ strict: false }))
  return hanging ? <LeadOn hanging={hanging} /> : <PurchaseList />
}

function LeadOn({ hanging }: { hanging: Hanging }) {
  const query = useQuery(trpc.receiving.orderOf.queryOptions(hanging))
  return (
    <QueryState query={query}>
      {({ orderId, shipmentId }) =>
        orderId === null ? (
          <LeadElsewhere shipmentId={shipmentId} />
        ) : (
          <Navigate
            to="/purchases/$id"
            params={{ id: String(orderId) }}
            search={{ panel: hangingPanels[hanging.kind] }}
            replace
          />
        )
      }
    </QueryState>
  )
}

/** A claim against a carrier stands on its shipment's page. */
function LeadElsewhere({ shipmentId }: { shipmentId: number | null }) {
  if (shipmentId === null) return <Navigate to="/purchases" replace />
  const params = { id: String(shipmentId) }
  return <Navigate to="/shipments/$id" params={params} search={{ panel: 'claims' }} replace />
}

function PurchaseList() {
  const { t, format } = useText()
  const navigate = useNavigate()
  const add = (
    <WriteGate>
      <LinkButton variant="filled" to="/purchases/new">
        {t('purchases.new')}
      </LinkButton>
    </WriteGate>
  )
  const begin = (
    <>
      <ImportLink />
      {add}
    </>
  )
  return (
    <Page title={t('purchases.title')} actions={add} fills>
      <RecordList
        list="purchases"
        feature="purchases"
        label={t('purchases.title')}
        columns={usePurchaseColumns()}
        load={(query) => client.purchases.list.query(query)}
        nameOf={(row) => row.number}
        countText={(total) => t('purchases.count', { count: total, formatted: format.number(total) })}
        bulkActions={usePurchaseActions()}
        empty={{ title: t('purchases.empty.title'), text: t('purchases.empty.text'), actions: begin }}
        onNew={() => navigate({ to: '/purchases/new' })}
        onOpenPage={(id) => navigate({ to: '/purchases/$id', params: { id: String(id) } })}
        drawer={(id, onClose) => <PurchaseDrawer id={id} onClose={onClose} />}
      />
    </Page>
  )
}
