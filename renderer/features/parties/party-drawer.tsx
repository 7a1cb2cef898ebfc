// A customer, supplier or carrier beside its list.
import { useQuery } from '@tanstack/react-query'
import { trpc } from '#renderer/lib/api.ts'
import { useText } from '#renderer/lib/language.ts'
import { LinkButton } from '#renderer/ui/link-button.tsx'
import { QueryState } from '#renderer/ui/query-state.tsx'
import { RecordDrawer } from '#renderer/ui/record-drawer.tsx'
import { WriteGate } from '#renderer/ui/write-gate.tsx'
import { ContactFacts, PartyFacts } from './party-facts.tsx'
import { useListedRole } from './party-role.ts'
import { PartyStatusBadge } from './party-status.tsx'
import { SaleFacts } from './sale/sale-facts.tsx'
import { SupplyFacts } from './supply/supply-facts.tsx'

export function PartyDrawer({ id, onClose }: { id: number; onClose: () => void }) {
  const { t, format } = useText()
  const { role, to } = useListedRole()
  const query = useQuery(trpc.parties.get.queryOptions({ id }))
  const party = query.data
  const params = { id: String(id) }
  return (
    <RecordDrawer
      name={party?.name ?? t(`parties.${role}.one`)}
      title={party?.name ?? ''}
      badge={party ? <PartyStatusBadge status={party.status} /> : null}
      subtitle={party ? [party.nameZh, format.country(party.country)].filter(Boolean).join(' · ') : null}
      actions={
        <>
          <WriteGate>
            <LinkButton to={to.edit} params={params}>
              {t('common.edit')}
            </LinkButton>
          </WriteGate>
          <LinkButton to={to.one} params={params}>
            {t('common.openPage')}
          </LinkButton>
        </>
      }
      onClose={onClose}
    >
      <QueryState query={query}>
        {(found) => (
          <>
            <PartyFacts party={found} />
            {role === 'supplier' ? <SupplyFacts party={found} /> : null}
            {role === 'customer' ? <SaleFacts party={found} /> : null}
            <ContactFacts party={found} />
          </>
        )}
      </QueryState>
    </RecordDrawer>
  )
}
