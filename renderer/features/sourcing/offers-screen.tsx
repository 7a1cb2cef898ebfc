// The list of offers of suppliers: the newest stand first.
import { useNavigate } from '@tanstack/react-router'
import { client } from '#renderer/lib/api.ts'
import { useText } from '#renderer/lib/language.ts'
import { ImportLink } from '#renderer/ui/import-link.tsx'
import { LinkButton } from '#renderer/ui/link-button.tsx'
import { Page } from '#renderer/ui/page.tsx'
import { RecordList } from '#renderer/ui/record-grid/record-list.tsx'
import type { BulkAction } from '#renderer/ui/record-grid/run-action.ts'
import { useArchiveActions } from '#renderer/ui/record-grid/use-archive-actions.ts'
import { WriteGate } from '#renderer/ui/write-gate.tsx'
import { useOfferColumns } from './offer-columns.tsx'
import { OfferDrawer } from './offer-drawer.tsx'

export function OffersScreen() {
  const { t, format } = useText()
  const navigate = useNavigate()
  const columns = useOfferColumns()
  const add = (
    <WriteGate>
      <LinkButton variant="filled" to="/offers/new">
        {t('sourcing.offers.new')}
      </LinkButton>
    </WriteGate>
  )
  const actions = (
    <>
      <ImportLink />
      {add}
    </>
  )
  return (
    <Page title={t('sourcing.offers.title')} actions={actions} fills>
      <RecordList
        list="offers"
        feature="offers"
        label={t('sourcing.offers.title')}
        columns={columns}
        load={(query) => client.offers.list.query(query)}
        nameOf={(row) => `${row.sku} · ${row.supplier}`}
        countText={(total) => t('sourcing.offers.count', { count: total, formatted: format.number(total) })}
        bulkActions={useBulkActions()}
        empty={{ title: t('sourcing.offers.emptyTitle'), text: t('sourcing.offers.emptyText'), actions }}
        onNew={() => navigate({ to: '/offers/new' })}
        onOpenPage={(id) => navigate({ to: '/offers/$id/edit', params: { id: String(id) } })}
        drawer={(id, onClose) => <OfferDrawer id={id} onClose={onClose} />}
      />
    </Page>
  )
}

function useBulkActions() {
  const { t, format } = useText()
  const { archive, unarchive } = useArchiveActions(client.offers, (what, count) =>
    t(`sourcing.offers.${what}Done`, count),
  )
  const remove: BulkAction = {
    key: 'remove',
    label: t('sourcing.offers.remove'),
    runOn: (target) => client.offers.remove.mutate(target),
    done: (count) => t('sourcing.offers.removedDone', { count, formatted: format.number(count) }),
  }
  return (archived: boolean) => (archived ? [unarchive, remove] : [archive, remove])
}
