// The list of issued papers.
import { useNavigate } from '@tanstack/react-router'
import { client } from '#renderer/lib/api.ts'
import { useText } from '#renderer/lib/language.ts'
import { LinkButton } from '#renderer/ui/link-button.tsx'
import { Page } from '#renderer/ui/page.tsx'
import { RecordList } from '#renderer/ui/record-grid/record-list.tsx'
import { useArchiveActions } from '#renderer/ui/record-grid/use-archive-actions.ts'
import { usePaperColumns } from './paper-columns.tsx'
import { PaperDrawer } from './paper-drawer.tsx'

export function PapersScreen() {
  const { t, format } = useText()
  const navigate = useNavigate()
  const columns = usePaperColumns()
  const actions = (
    <>
      <LinkButton to="/papers/templates">{t('papers.templates.title')}</LinkButton>
      <LinkButton variant="filled" to="/papers/new">
        {t('papers.new')}
      </LinkButton>
    </>
  )
  return (
    <Page title={t('papers.title')} actions={actions} fills>
      <RecordList
        list="papers"
        feature="papers"
        label={t('papers.title')}
        columns={columns}
        load={(query) => client.papers.list.query(query)}
        nameOf={(row) => row.number}
        countText={(total) => t('papers.count', { count: total, formatted: format.number(total) })}
        bulkActions={useBulkActions()}
        empty={{ title: t('papers.empty.title'), text: t('papers.empty.text'), actions }}
        newWithoutWriting
        onNew={() => navigate({ to: '/papers/new' })}
        onOpenPage={(id) => navigate({ to: '/papers/$id', params: { id: String(id) } })}
        drawer={(id, onClose) => <PaperDrawer id={id} onClose={onClose} />}
      />
    </Page>
  )
}

function useBulkActions() {
  const { t } = useText()
  const { archive, unarchive } = useArchiveActions(client.papers, (what, count) => t(`papers.${what}Done`, count))
  return (archived: boolean) => [archived ? unarchive : archive]
}
