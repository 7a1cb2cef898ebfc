// The list of products.
import { useNavigate } from '@tanstack/react-router'
import { client } from '#renderer/lib/api.ts'
import { keepChosenProducts } from '#renderer/lib/chosen-products.ts'
import { useText } from '#renderer/lib/language.ts'
import { ImportLink } from '#renderer/ui/import-link.tsx'
import { LinkButton } from '#renderer/ui/link-button.tsx'
import { Page } from '#renderer/ui/page.tsx'
import { RecordList } from '#renderer/ui/record-grid/record-list.tsx'
import type { BulkAction } from '#renderer/ui/record-grid/run-action.ts'
import { useArchiveActions } from '#renderer/ui/record-grid/use-archive-actions.ts'
import { WriteGate } from '#renderer/ui/write-gate.tsx'
import { useProductColumns } from './product-columns.tsx'
import { ProductDrawer } from './product-drawer.tsx'

export function ProductsScreen() {
  const { t, format } = useText()
  const navigate = useNavigate()
  const columns = useProductColumns()
  const add = (
    <WriteGate>
      <LinkButton variant="filled" to="/products/new">
        {t('products.new')}
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
    <Page title={t('products.title')} actions={add} fills>
      <RecordList
        list="products"
        feature="products"
        label={t('products.title')}
        columns={columns}
        load={(query) => client.products.list.query(query)}
        nameOf={(row) => row.sku}
        countText={(total) => t('products.count', { count: total, formatted: format.number(total) })}
        bulkActions={useBulkActions()}
        empty={{ title: t('products.empty.title'), text: t('products.empty.text'), actions: begin }}
        onNew={() => navigate({ to: '/products/new' })}
        onOpenPage={(id) => navigate({ to: '/products/$id', params: { id: String(id) } })}
        drawer={(id, onClose) => <ProductDrawer id={id} onClose={onClose} />}
      />
    </Page>
  )
}

function useBulkActions() {
  const { t } = useText()
  const { archive, unarchive } = useArchiveActions(client.products, (what, count) => t(`products.${what}Done`, count))
  const papers = usePaperActions()
  return (archived: boolean) => (archived ? [unarchive] : [archive, ...papers])
}

/** A price list or labels of what is ticked. */
function usePaperActions(): BulkAction[] {
  const { t } = useText()
  const navigate = useNavigate()
  return (['price_list', 'product_labels'] as const).map((kind) => ({
    key: kind,
    label: t(`papers.make.${kind}`),
    run: async (ids) => {
      await keepChosenProducts(ids)
      await navigate({ to: '/papers/new', search: { kind } })
    },
  }))
}
