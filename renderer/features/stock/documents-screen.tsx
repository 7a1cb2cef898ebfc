// The list of stock documents.
import { useNavigate } from '@tanstack/react-router'
import { client } from '#renderer/lib/api.ts'
import { useText } from '#renderer/lib/language.ts'
import { LinkButton } from '#renderer/ui/link-button.tsx'
import { Page } from '#renderer/ui/page.tsx'
import { RecordList } from '#renderer/ui/record-grid/record-list.tsx'
import { useDocumentColumns } from './document-columns.tsx'
import { DocumentDrawer } from './document-drawer.tsx'
import { NewDocumentMenu } from './new-document-menu.tsx'

export function DocumentsScreen() {
  const { t, format } = useText()
  const navigate = useNavigate()
  const columns = useDocumentColumns()
  return (
    <Page
      title={t('stock.documents.title')}
      fills
      actions={
        <>
          <LinkButton to="/stock/periods">{t('stock.periods.title')}</LinkButton>
          <NewDocumentMenu />
        </>
      }
    >
      <RecordList
        list="stockDocuments"
        feature="stock"
        label={t('stock.documents.title')}
        columns={columns}
        load={(query) => client.stock.documents.query(query)}
        nameOf={(row) => row.number}
        countText={(total) => t('stock.documents.count', { count: total, formatted: format.number(total) })}
        hasArchive={false}
        empty={{
          title: t('stock.documents.emptyTitle'),
          text: t('stock.documents.emptyText'),
          actions: <NewDocumentMenu />,
        }}
        onNew={() => navigate({ to: '/stock/documents/new' })}
        onOpenPage={(id) => navigate({ to: '/stock/documents/$id', params: { id: String(id) } })}
        drawer={(id, onClose) => <DocumentDrawer id={id} onClose={onClose} />}
      />
    </Page>
  )
}
