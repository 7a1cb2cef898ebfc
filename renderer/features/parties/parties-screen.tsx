// The list of customers, suppliers or carriers.
import { useNavigate } from '@tanstack/react-router'
import { client } from '#renderer/lib/api.ts'
import { useText } from '#renderer/lib/language.ts'
import { ImportLink } from '#renderer/ui/import-link.tsx'
import { LinkButton } from '#renderer/ui/link-button.tsx'
import { Page } from '#renderer/ui/page.tsx'
import { RecordList } from '#renderer/ui/record-grid/record-list.tsx'
import type { BulkAction } from '#renderer/ui/record-grid/run-action.ts'
import { useArchiveActions } from '#renderer/ui/record-grid/use-archive-actions.ts'
import { WriteGate } from '#renderer/ui/write-gate.tsx'
import { AppError } from '#shared/errors.ts'
import { usePartyColumns } from './party-columns.tsx'
import { PartyDrawer } from './party-drawer.tsx'
import { type ListedRole, useListedRole } from './party-role.ts'

export function PartiesScreen() {
  const { role } = useListedRole()
  // A list of its own per role: filters and selection do not travel from one to the other.
  return <PartyList key={role} role={role} />
}

function PartyList({ role }: { role: ListedRole }) {
  const { t, format } = useText()
  const { to } = useListedRole()
  const navigate = useNavigate()
  const columns = usePartyColumns(role)
  const add = (
    <WriteGate>
      <LinkButton variant="filled" to={to.new}>
        {t(`parties.${role}.new`)}
      </LinkButton>
    </WriteGate>
  )
  const supply = (
    <>
      <LinkButton to="/suppliers/rules">{t('suppliers.see.rules')}</LinkButton>
      <LinkButton to="/certificates">{t('suppliers.see.certificates')}</LinkButton>
    </>
  )
  const overview = <LinkButton to={'/customers/overview' as '/'}>{t('customers.overview.title')}</LinkButton>
  const begin = (
    <>
      <ImportLink />
      {add}
    </>
  )
  return (
    <Page
      title={t(`parties.${role}.title`)}
      actions={
        <>
          {role === 'supplier' ? supply : null}
          {role === 'customer' ? overview : null}
          {add}
        </>
      }
      fills
    >
      <RecordList
        list={to.export}
        feature="parties"
        label={t(`parties.${role}.title`)}
        columns={columns}
        load={(query) => client.parties.list.query({ ...query, role })}
        nameOf={(row) => row.name}
        countText={(total) => t(`parties.${role}.count`, { count: total, formatted: format.number(total) })}
        bulkActions={useBulkActions(role)}
        empty={{ title: t(`parties.${role}.emptyTitle`), text: t(`parties.${role}.emptyText`), actions: begin }}
        onNew={() => navigate({ to: to.new })}
        onOpenPage={(id) => navigate({ to: to.one, params: { id: String(id) } })}
        drawer={(id, onClose) => <PartyDrawer id={id} onClose={onClose} />}
      />
    </Page>
  )
}

function useBulkActions(role: ListedRole) {
  const { t } = useText()
  const { archive, unarchive } = useArchiveActions(client.parties, (what, count) =>
    t(`parties.${role}.${what}Done`, count),
  )
  const merge = useMergeAction()
  return (archived: boolean) => [archived ? unarchive : archive, ...(role === 'customer' && !archived ? [merge] : [])]
}

/** The merge itself is looked at before it is done: it opens over the duplicates. */
function useMergeAction(): BulkAction {
  const { t } = useText()
  const navigate = useNavigate()
  return {
    key: 'merge',
    label: t('customers.merge.bulk'),
    run: async (ids) => {
      if (ids.length < 2 || ids.length > 21) throw new AppError('parties/merge-count')
      const search = { view: 'duplicates', merge: ids.join('.') }
      await navigate({ to: '/customers/overview' as '/', search: search })
    },
  }
}
