// The list of requests for quotation: the newest stand first. A row opens its page.
import { useNavigate } from '@tanstack/react-router'
import { client } from '#renderer/lib/api.ts'
import { useText } from '#renderer/lib/language.ts'
import { LinkButton } from '#renderer/ui/link-button.tsx'
import { Page } from '#renderer/ui/page.tsx'
import { RecordList } from '#renderer/ui/record-grid/record-list.tsx'
import { useArchiveActions } from '#renderer/ui/record-grid/use-archive-actions.ts'
import { WriteGate } from '#renderer/ui/write-gate.tsx'
import { useRequestColumns } from './request-columns.tsx'

export function RequestsScreen() {
  const { t, format } = useText()
  const navigate = useNavigate()
  const columns = useRequestColumns()
  const open = (id: number) => navigate({ to: '/requests/$id', params: { id: String(id) } })
  const { archive, unarchive } = useArchiveActions(client.requests, (what, count) =>
    t(`sourcing.requests.${what}Done`, count),
  )
  const add = (
    <WriteGate>
      <LinkButton variant="filled" to="/requests/new">
        {t('sourcing.requests.new')}
      </LinkButton>
    </WriteGate>
  )
  return (
    <Page title={t('sourcing.requests.title')} actions={add} fills>
      <RecordList
        list="requests"
        feature="requests"
        label={t('sourcing.requests.title')}
        columns={columns}
        load={(query) => client.requests.list.query(query)}
        nameOf={(row) => row.number}
        countText={(total) => t('sourcing.requests.count', { count: total, formatted: format.number(total) })}
        bulkActions={(archived) => [archived ? unarchive : archive]}
        empty={{ title: t('sourcing.requests.emptyTitle'), text: t('sourcing.requests.emptyText'), actions: add }}
        onNew={() => navigate({ to: '/requests/new' })}
        onOpenPage={open}
        onOpen={(row) => open(row.id)}
      />
    </Page>
  )
}
