// The list of what channels paid out: how much of it is matched, and whether it is booked.
import { useNavigate } from '@tanstack/react-router'
import { useMemo } from 'react'
import { client } from '#renderer/lib/api.ts'
import { useText } from '#renderer/lib/language.ts'
import { ImportLink } from '#renderer/ui/import-link.tsx'
import { Page } from '#renderer/ui/page.tsx'
import type { GridColumn } from '#renderer/ui/record-grid/grid-column.ts'
import { dayColumn, numberColumn, textColumn } from '#renderer/ui/record-grid/list-columns.ts'
import { RecordList } from '#renderer/ui/record-grid/record-list.tsx'
import type { BulkAction } from '#renderer/ui/record-grid/run-action.ts'
import { useArchiveActions } from '#renderer/ui/record-grid/use-archive-actions.ts'
import type { english } from '#shared/i18n/english.ts'
import { type SettlementRow, settlementStates } from '#shared/schemas/settlements.ts'
import { SettlementStateBadge } from './settlement-state.tsx'

export function SettlementsScreen() {
  const { t, format } = useText()
  const navigate = useNavigate()
  const text = useText()
  const columns = useMemo(() => settlementColumns(text), [text])
  const openPage = (id: number) => navigate({ to: '/settlements/$id', params: { id: String(id) } })
  const actions = <ImportLink />
  return (
    <Page title={t('sales.settlements.title')} actions={actions} fills>
      <RecordList
        list="settlements"
        feature="settlements"
        label={t('sales.settlements.title')}
        columns={columns}
        load={(query) => client.settlements.list.query(query)}
        nameOf={(row) => `${row.channel} ${row.externalId}`.trim()}
        countText={(total) => t('sales.settlements.count', { count: total, formatted: format.number(total) })}
        bulkActions={useBulkActions()}
        empty={{ title: t('sales.settlements.emptyTitle'), text: t('sales.settlements.emptyText'), actions }}
        onNew={() => navigate({ to: '/import' })}
        onOpen={(row) => openPage(row.id)}
        onOpenPage={openPage}
      />
    </Page>
  )
}

function useBulkActions() {
  const { t, format } = useText()
  const { archive, unarchive } = useArchiveActions(client.settlements, (what, count) =>
    t(`sales.settlements.${what}Done`, count),
  )
  const remove: BulkAction = {
    key: 'remove',
    label: t('sales.settlements.remove'),
    runOn: (target) => client.settlements.remove.mutate(target),
    done: (count) => t('sales.settlements.removedDone', { count, formatted: format.number(count) }),
  }
  return (archived: boolean) => (archived ? [unarchive, remove] : [archive, remove])
}

function settlementColumns({ t, format }: ReturnType<typeof useText>): GridColumn<SettlementRow>[] {
  const name = (key: keyof typeof english.sales.settlements.fields) => t(`sales.settlements.fields.${key}`)
  return [
    textColumn('channel', name('channel'), { width: 160, minWidth: 120, grows: true }),
    textColumn('externalId', name('externalId'), { width: 150 }),
    dayColumn('startsOn', name('startsOn')),
    dayColumn('endsOn', name('endsOn'), { isQuick: true }),
    dayColumn('depositedOn', name('depositedOn')),
    {
      key: 'total',
      label: name('total'),
      kind: 'money',
      text: (row) => format.money(row.total, row.currency),
      width: 140,
    },
    {
      key: 'state',
      label: name('state'),
      kind: 'choice',
      text: (row) => t(`sales.settlements.states.${row.state}`),
      render: (row) => <SettlementStateBadge state={row.state} />,
      choices: settlementStates.map((value) => ({ value, label: t(`sales.settlements.states.${value}`) })),
      isQuick: true,
      width: 130,
    },
    numberColumn('orderCount', name('orders'), format),
    numberColumn('unmatchedCount', name('unmatched'), format, { width: 120 }),
    numberColumn('lineCount', name('lines'), format, { isHidden: true }),
    textColumn('note', name('note'), { isHidden: true, isQuiet: true, width: 200 }),
  ]
}
