// The list of customers, suppliers or carriers.
import { Button } from '@mantine/core'
import { Link, useNavigate } from '@tanstack/react-router'
import { client } from '#renderer/lib/api.ts'
import { useText } from '#renderer/lib/language.ts'
import { ImportLink } from '#renderer/ui/import-link.tsx'
import { Page } from '#renderer/ui/page.tsx'
import { RecordList } from '#renderer/ui/record-grid/record-list.tsx'
import { useArchiveActions } from '#renderer/ui/record-grid/use-archive-actions.ts'
import { WriteGate } from '#renderer/ui/write-gate.tsx'
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
      <Button variant="filled" component={Link} to={to.new}>
        {t(`parties.${role}.new`)}
      </Button>
    </WriteGate>
  )
  const supply = (
    <>
      <Button component={Link} to="/suppliers/rules">
        {t('suppliers.see.rules')}
      </Button>
      <Button component={Link} to="/certificates">
        {t('suppliers.see.certificates')}
      </Button>
    </>
  )
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
  return (archived: boolean) => [archived ? unarchive : archive]
}
