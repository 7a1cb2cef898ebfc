// The list of counts, and the ways to a new one.
import { useNavigate } from '@tanstack/react-router'
import { client } from '#renderer/lib/api.ts'
import { useText } from '#renderer/lib/language.ts'
import { LinkButton } from '#renderer/ui/link-button.tsx'
import { Page } from '#renderer/ui/page.tsx'
import { RecordList } from '#renderer/ui/record-grid/record-list.tsx'
import { useArchiveActions } from '#renderer/ui/record-grid/use-archive-actions.ts'
import { WriteGate } from '#renderer/ui/write-gate.tsx'
import { useCountColumns } from './count-columns.tsx'
import { CountDrawer } from './count-drawer.tsx'

export function CountsScreen() {
  const { t, format } = useText()
  const navigate = useNavigate()
  const columns = useCountColumns()
  const actions = (
    <>
      <LinkButton to="/stock/counts/due">{t('counting.due.open')}</LinkButton>
      <WriteGate>
        <LinkButton variant="filled" to="/stock/counts/new">
          {t('counting.new')}
        </LinkButton>
      </WriteGate>
    </>
  )
  return (
    <Page title={t('counting.title')} actions={actions} fills>
      <RecordList
        list="counts"
        feature="counting"
        label={t('counting.title')}
        columns={columns}
        load={(query) => client.counting.list.query(query)}
        nameOf={(row) => row.number}
        countText={(total) => t('counting.count', { count: total, formatted: format.number(total) })}
        bulkActions={useBulkActions()}
        empty={{ title: t('counting.empty.title'), text: t('counting.empty.text'), actions }}
        onNew={() => navigate({ to: '/stock/counts/new' })}
        onOpenPage={(id) => navigate({ to: '/stock/counts/$id', params: { id: String(id) } })}
        drawer={(id, onClose) => <CountDrawer id={id} onClose={onClose} />}
      />
    </Page>
  )
}

function useBulkActions() {
  const { t } = useText()
  const { archive, unarchive } = useArchiveActions(client.counting, (what, count) => t(`counting.${what}Done`, count))
  return (archived: boolean) => [archived ? unarchive : archive]
}
