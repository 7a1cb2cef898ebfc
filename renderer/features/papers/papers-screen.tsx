// The list of issued papers.
import { Button } from '@mantine/core'
import { Link, useNavigate } from '@tanstack/react-router'
import { client } from '#renderer/lib/api.ts'
import { useText } from '#renderer/lib/language.ts'
import { Page } from '#renderer/ui/page.tsx'
import { RecordList } from '#renderer/ui/record-grid/record-list.tsx'
import type { BulkAction } from '#renderer/ui/record-grid/run-action.ts'
import { usePaperColumns } from './paper-columns.tsx'
import { PaperDrawer } from './paper-drawer.tsx'

export function PapersScreen() {
  const { t, format } = useText()
  const navigate = useNavigate()
  const columns = usePaperColumns()
  const actions = (
    <>
      <Button component={Link} to="/papers/templates">
        {t('papers.templates.title')}
      </Button>
      <Button variant="filled" component={Link} to="/papers/new">
        {t('papers.new')}
      </Button>
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
        onNew={() => navigate({ to: '/papers/new' })}
        onOpenPage={(id) => navigate({ to: '/papers/$id', params: { id: String(id) } })}
        drawer={(id, onClose) => <PaperDrawer id={id} onClose={onClose} />}
      />
    </Page>
  )
}

function useBulkActions() {
  const { t, format } = useText()
  const said = (count: number) => ({ count, formatted: format.number(count) })
  const archive: BulkAction = {
    key: 'archive',
    label: t('common.archive'),
    runOn: (target) => client.papers.archive.mutate(target),
    done: (count) => t('papers.archivedDone', said(count)),
  }
  const unarchive: BulkAction = {
    key: 'unarchive',
    label: t('common.unarchive'),
    runOn: (target) => client.papers.unarchive.mutate(target),
    done: (count) => t('papers.unarchivedDone', said(count)),
  }
  return (archived: boolean) => [archived ? unarchive : archive]
}
