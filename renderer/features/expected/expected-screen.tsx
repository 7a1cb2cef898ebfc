// The list of goods on order with suppliers: what comes next stands first.
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { client } from '#renderer/lib/api.ts'
import { useText } from '#renderer/lib/language.ts'
import { ImportLink } from '#renderer/ui/import-link.tsx'
import { LinkButton } from '#renderer/ui/link-button.tsx'
import { Page } from '#renderer/ui/page.tsx'
import { RecordList } from '#renderer/ui/record-grid/record-list.tsx'
import type { BulkAction } from '#renderer/ui/record-grid/run-action.ts'
import { useArchiveActions } from '#renderer/ui/record-grid/use-archive-actions.ts'
import { WriteGate } from '#renderer/ui/write-gate.tsx'
import { useExpectedColumns } from './expected-columns.tsx'
import { ExpectedDrawer } from './expected-drawer.tsx'
import { ReceiveDialog } from './receive-dialog.tsx'

export function ExpectedScreen() {
  const { t, format } = useText()
  const navigate = useNavigate()
  const columns = useExpectedColumns()
  const [received, setReceived] = useState<readonly number[] | null>(null)
  const add = (
    <WriteGate>
      <LinkButton variant="filled" to="/expected/new">
        {t('expected.new')}
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
    <Page title={t('expected.title')} actions={add} fills>
      <RecordList
        list="expected"
        feature="expected"
        label={t('expected.title')}
        columns={columns}
        load={(query) => client.expected.list.query(query)}
        nameOf={(row) => row.sku}
        countText={(total) => t('expected.count', { count: total, formatted: format.number(total) })}
        bulkActions={useBulkActions(setReceived)}
        empty={{ title: t('expected.empty.title'), text: t('expected.empty.text'), actions: begin }}
        onNew={() => navigate({ to: '/expected/new' })}
        onOpenPage={(id) => navigate({ to: '/expected/$id/edit', params: { id: String(id) } })}
        drawer={(id, onClose) => <ExpectedDrawer id={id} onClose={onClose} onReceive={() => setReceived([id])} />}
      />
      {received ? <ReceiveDialog ids={received} onClose={() => setReceived(null)} /> : null}
    </Page>
  )
}

function useBulkActions(onReceive: (ids: readonly number[]) => void) {
  const { t, format } = useText()
  const counted = (count: number) => ({ count, formatted: format.number(count) })
  const { archive, unarchive } = useArchiveActions(client.expected, (what, count) => t(`expected.${what}Done`, count))
  const receive: BulkAction = {
    key: 'receive',
    label: t('expected.receive.open'),
    run: async (ids) => onReceive(ids),
  }
  const cancel: BulkAction = {
    key: 'cancel',
    label: t('expected.cancel'),
    runOn: (target) => client.expected.cancel.mutate(target),
    done: (count) => t('expected.cancelled', counted(count)),
  }
  const reopen: BulkAction = {
    key: 'reopen',
    label: t('expected.reopen'),
    runOn: (target) => client.expected.reopen.mutate(target),
    done: (count) => t('expected.reopened', counted(count)),
  }
  return (archived: boolean) => (archived ? [unarchive] : [receive, cancel, reopen, archive])
}
