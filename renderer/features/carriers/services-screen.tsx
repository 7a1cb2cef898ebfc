// The list of services that carriers and forwarders offer. A row opens its page.
import { useNavigate } from '@tanstack/react-router'
import { client } from '#renderer/lib/api.ts'
import { useText } from '#renderer/lib/language.ts'
import { ImportLink } from '#renderer/ui/import-link.tsx'
import { LinkButton } from '#renderer/ui/link-button.tsx'
import { Page } from '#renderer/ui/page.tsx'
import { RecordList } from '#renderer/ui/record-grid/record-list.tsx'
import { useArchiveActions } from '#renderer/ui/record-grid/use-archive-actions.ts'
import { ReportExport } from '#renderer/ui/report-export.tsx'
import { WriteGate } from '#renderer/ui/write-gate.tsx'
import { useServiceColumns } from './service-columns.tsx'

export function ServicesScreen() {
  const { t, format } = useText()
  const navigate = useNavigate()
  const columns = useServiceColumns()
  const open = (id: number) => navigate({ to: '/carrier-services/$id', params: { id: String(id) } })
  const { archive, unarchive } = useArchiveActions(client.carriers, (what, count) => t(`carriers.list.${what}`, count))
  const add = (
    <WriteGate>
      <LinkButton variant="filled" to="/carrier-services/new">
        {t('carriers.list.new')}
      </LinkButton>
    </WriteGate>
  )
  const actions = (
    <>
      <ImportLink />
      <ReportExport asked={{ list: 'carrier-rates' }} isEmpty={false} label={t('carriers.list.exportRates')} />
      <LinkButton to="/freight-quote">{t('carriers.quote.title')}</LinkButton>
      {add}
    </>
  )
  return (
    <Page title={t('carriers.list.title')} actions={actions} fills>
      <RecordList
        list="carrierServices"
        feature="carriers"
        label={t('carriers.list.title')}
        columns={columns}
        load={(query) => client.carriers.list.query(query)}
        nameOf={(row) => row.name}
        countText={(total) => t('carriers.list.count', { count: total, formatted: format.number(total) })}
        bulkActions={(archived) => [archived ? unarchive : archive]}
        empty={{ title: t('carriers.list.emptyTitle'), text: t('carriers.list.emptyText'), actions: add }}
        onNew={() => navigate({ to: '/carrier-services/new' })}
        onOpenPage={open}
        onOpen={(row) => open(row.id)}
      />
    </Page>
  )
}
