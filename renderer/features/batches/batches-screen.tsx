// The list of batches and serial numbers; sorted by the day they expire, it is the expiry list.
import { useNavigate } from '@tanstack/react-router'
import { client } from '#renderer/lib/api.ts'
import { useText } from '#renderer/lib/language.ts'
import { LinkButton } from '#renderer/ui/link-button.tsx'
import { Page } from '#renderer/ui/page.tsx'
import { RecordList } from '#renderer/ui/record-grid/record-list.tsx'
import { useArchiveActions } from '#renderer/ui/record-grid/use-archive-actions.ts'
import { WriteGate } from '#renderer/ui/write-gate.tsx'
import { useBatchColumns } from './batch-columns.tsx'
import { BatchDrawer } from './batch-drawer.tsx'

export function BatchesScreen() {
  const { t, format } = useText()
  const navigate = useNavigate()
  const columns = useBatchColumns()
  const { archive, unarchive } = useArchiveActions(client.batches, (what, count) => t(`batches.${what}Done`, count))
  // A batch is made while its goods are received.
  const receive = (
    <WriteGate>
      <LinkButton variant="filled" to="/stock/documents/new" search={{ kind: 'receipt' }}>
        {t('expected.receive.title')}
      </LinkButton>
    </WriteGate>
  )
  return (
    <Page title={t('batches.title')} fills>
      <RecordList
        list="batches"
        feature="batches"
        label={t('batches.title')}
        columns={columns}
        load={(query) => client.batches.list.query(query)}
        nameOf={(row) => row.code}
        countText={(total) => t('batches.count', { count: total, formatted: format.number(total) })}
        bulkActions={(archived) => (archived ? [unarchive] : [archive])}
        empty={{ title: t('batches.empty.title'), text: t('batches.empty.text'), actions: receive }}
        onNew={() => navigate({ to: '/stock/documents/new', search: { kind: 'receipt' } })}
        drawer={(id, onClose) => <BatchDrawer id={id} onClose={onClose} />}
      />
    </Page>
  )
}
