// The list of costs of selling: of orders, and dated charges of channels and products.
import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { client, trpc } from '#renderer/lib/api.ts'
import { useBook } from '#renderer/lib/host-state.ts'
import { useText } from '#renderer/lib/language.ts'
import { Facts } from '#renderer/ui/facts.tsx'
import { ImportLink } from '#renderer/ui/import-link.tsx'
import { Notice } from '#renderer/ui/notice.tsx'
import { Page } from '#renderer/ui/page.tsx'
import { QueryState } from '#renderer/ui/query-state.tsx'
import { RecordDrawer } from '#renderer/ui/record-drawer.tsx'
import { RecordList } from '#renderer/ui/record-grid/record-list.tsx'
import type { BulkAction } from '#renderer/ui/record-grid/run-action.ts'
import { useArchiveActions } from '#renderer/ui/record-grid/use-archive-actions.ts'
import { RecordPanels } from '#renderer/ui/record-panels/record-panels.tsx'
import { WriteGate } from '#renderer/ui/write-gate.tsx'
import type { SalesCost } from '#shared/schemas/sales-costs.ts'
import { useCostColumns } from './cost-columns.tsx'
import { CostDialog } from './cost-dialog.tsx'

export function SalesCostsScreen() {
  const { t, format } = useText()
  const { baseCurrency } = useBook()
  const columns = useCostColumns(baseCurrency)
  const [isAdding, setAdding] = useState(false)
  const actions = (
    <>
      <ImportLink />
      <WriteGate>
        <Button variant="filled" onClick={() => setAdding(true)}>
          {t('sales.costs.new')}
        </Button>
      </WriteGate>
    </>
  )
  return (
    <Page title={t('sales.costs.title')} actions={actions} fills>
      <RecordList
        list="salesCosts"
        feature="salesCosts"
        label={t('sales.costs.title')}
        columns={columns}
        load={(query) => client.salesCosts.list.query(query)}
        nameOf={(row) => `${row.on} · ${t(`sales.kinds.${row.kind}`)}`}
        countText={(total) => t('sales.costs.count', { count: total, formatted: format.number(total) })}
        bulkActions={useBulkActions()}
        empty={{ title: t('sales.costs.emptyTitle'), text: t('sales.costs.emptyText'), actions }}
        onNew={() => setAdding(true)}
        drawer={(id, onClose) => <CostDrawer id={id} onClose={onClose} />}
      />
      {isAdding ? <CostDialog costId={null} onClose={() => setAdding(false)} /> : null}
    </Page>
  )
}

function useBulkActions() {
  const { t, format } = useText()
  const { archive, unarchive } = useArchiveActions(client.salesCosts, (what, count) =>
    t(`sales.costs.${what}Done`, count),
  )
  const remove: BulkAction = {
    key: 'remove',
    label: t('sales.costs.remove'),
    runOn: (target) => client.salesCosts.remove.mutate(target),
    done: (count) => t('sales.costs.removedDone', { count, formatted: format.number(count) }),
  }
  return (archived: boolean) => (archived ? [unarchive, remove] : [archive, remove])
}

function CostDrawer({ id, onClose }: { id: number; onClose: () => void }) {
  const { t } = useText()
  const [isWriting, setWriting] = useState(false)
  const query = useQuery(trpc.salesCosts.get.queryOptions({ id }))
  const cost = query.data
  const title = cost ? `${cost.on} · ${t(`sales.kinds.${cost.kind}`)}` : ''
  return (
    <RecordDrawer
      name={title || t('sales.costs.one')}
      title={title}
      actions={
        cost?.settlementId === null ? (
          <WriteGate>
            <Button onClick={() => setWriting(true)}>{t('common.edit')}</Button>
          </WriteGate>
        ) : null
      }
      onClose={onClose}
    >
      <QueryState query={query}>
        {(found) => (
          <>
            <CostFacts cost={found} />
            <RecordPanels kind="salesCost" id={id} />
          </>
        )}
      </QueryState>
      {isWriting && cost ? <CostDialog costId={id} onClose={() => setWriting(false)} /> : null}
    </RecordDrawer>
  )
}

function CostFacts({ cost }: { cost: SalesCost }) {
  const { t, format } = useText()
  const isForeign = cost.currency !== cost.baseCurrency
  return (
    <>
      {cost.settlementId === null ? null : (
        <Notice>
          {t('sales.costs.ofSettlement')}{' '}
          <Link className="q-link" to="/settlements/$id" params={{ id: String(cost.settlementId) }}>
            {t('sales.costs.toSettlement')}
          </Link>
        </Notice>
      )}
      <Facts
        facts={[
          { label: t('sales.costs.fields.amount'), value: format.money(cost.amount, cost.currency) },
          {
            label: t('sales.costs.fields.baseAmount'),
            value:
              cost.baseAmount === null ? t('sales.costs.noRate') : format.money(cost.baseAmount, cost.baseCurrency),
            optional: !isForeign,
          },
          {
            label: t('sales.costs.fields.rate'),
            value: isForeign && cost.rate ? `${format.number(cost.rate)} · ${cost.rateOn}` : '',
            optional: true,
          },
          {
            label: t('sales.costs.fields.order'),
            value: cost.orderId !== null && (
              <Link className="q-link" to="/orders/$id" params={{ id: String(cost.orderId) }}>
                {cost.orderNumber}
              </Link>
            ),
            optional: true,
          },
          { label: t('sales.costs.fields.channel'), value: cost.channel, optional: true },
          {
            label: t('sales.costs.fields.product'),
            value: cost.productId !== null && (
              <Link className="q-link" to="/products/$id" params={{ id: String(cost.productId) }}>
                {cost.sku}
              </Link>
            ),
            optional: true,
          },
          { label: t('sales.costs.fields.party'), value: cost.party || cost.partyZh, optional: true },
          {
            label: t('sales.costs.fields.isEstimate'),
            value: cost.isEstimate ? t('sales.states.estimated') : '',
            optional: true,
          },
          { label: t('sales.costs.fields.reference'), value: cost.reference, optional: true },
          { label: t('sales.costs.fields.note'), value: cost.note, optional: true },
        ]}
      />
    </>
  )
}
