// The stock of all products: how much there is, how much of it is spoken for, what is coming, and what it is worth.
import { useNavigate } from '@tanstack/react-router'
import { client } from '#renderer/lib/api.ts'
import { useText } from '#renderer/lib/language.ts'
import { ImportLink } from '#renderer/ui/import-link.tsx'
import { LinkButton } from '#renderer/ui/link-button.tsx'
import { Page } from '#renderer/ui/page.tsx'
import { RecordList } from '#renderer/ui/record-grid/record-list.tsx'
import { WriteGate } from '#renderer/ui/write-gate.tsx'
import { NewDocumentMenu } from './new-document-menu.tsx'
import { useStockColumns } from './stock-columns.tsx'
import { StockFrame } from './stock-frame.tsx'
import { usePlaces } from './use-places.ts'

export function StockScreen() {
  const { t, format } = useText()
  const navigate = useNavigate()
  const places = usePlaces({ withTransit: true })
  const columns = useStockColumns(places)
  const open = (id: number) => navigate({ to: '/stock/$id', params: { id: String(id) } })
  const begin = (
    <>
      <ImportLink />
      <WriteGate>
        <LinkButton variant="filled" to="/products/new">
          {t('products.new')}
        </LinkButton>
      </WriteGate>
    </>
  )
  return (
    <Page
      title={t('stock.title')}
      fills
      actions={
        <>
          <LinkButton to="/stock/documents">{t('stock.documents.title')}</LinkButton>
          <NewDocumentMenu />
        </>
      }
    >
      <RecordList
        list="stock"
        feature="stock"
        label={t('stock.title')}
        columns={columns}
        load={(query) => client.stock.list.query(query)}
        nameOf={(row) => row.sku}
        countText={(total) => t('products.count', { count: total, formatted: format.number(total) })}
        hasArchive={false}
        empty={{ title: t('stock.emptyTitle'), text: t('stock.emptyText'), actions: begin }}
        frame={<StockFrame places={places} />}
        onNew={() => navigate({ to: '/stock/documents/new' })}
        onOpen={(row) => open(row.id)}
        onOpenPage={open}
      />
    </Page>
  )
}
