// A customer, supplier or carrier on its own page.
import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { client, trpc } from '#renderer/lib/api.ts'
import { useText } from '#renderer/lib/language.ts'
import { filtersToText } from '#renderer/lib/list-address.ts'
import { RecordAlerts } from '#renderer/ui/alerts/record-alerts.tsx'
import { ArchiveButton } from '#renderer/ui/archive-button.tsx'
import { LinkButton } from '#renderer/ui/link-button.tsx'
import { Page } from '#renderer/ui/page.tsx'
import { QueryState } from '#renderer/ui/query-state.tsx'
import { RecordPanels } from '#renderer/ui/record-panels/record-panels.tsx'
import { StatusBadge } from '#renderer/ui/status-badge.tsx'
import { WriteGate } from '#renderer/ui/write-gate.tsx'
import type { Party } from '#shared/schemas/parties.ts'
import { EraseDialog } from './erasure/erase-dialog.tsx'
import { ErasureNotice } from './erasure/erasure-notice.tsx'
import classes from './parties.module.css'
import { ContactFacts, PartyFacts } from './party-facts.tsx'
import { useListedRole } from './party-role.ts'
import { PartyStatusBadge } from './party-status.tsx'
import { ConsentList } from './sale/consent-list.tsx'
import { MessageList } from './sale/message-list.tsx'
import saleClasses from './sale/sale.module.css'
import { SaleFacts } from './sale/sale-facts.tsx'
import { StatusDialog } from './supply/status-dialog.tsx'
import { SupplyFacts } from './supply/supply-facts.tsx'
import { SupplySections } from './supply/supply-sections.tsx'
import { SupplyStatusBadge } from './supply/supply-status.tsx'

export function PartyScreen() {
  const id = Number(useParams({ strict: false }).id)
  const query = useQuery(trpc.parties.get.queryOptions({ id }))
  return <QueryState query={query}>{(party) => <PartyPage party={party} />}</QueryState>
}

function PartyPage({ party }: { party: Party }) {
  const { t, format } = useText()
  const { role, to } = useListedRole()
  const isSupplier = role === 'supplier'
  const isCustomer = role === 'customer'
  const [isErasing, setErasing] = useState(false)
  const [isChanging, setChanging] = useState(false)
  return (
    <Page
      name={party.name}
      title={
        <>
          {party.name} <PartyStatusBadge status={party.status} />{' '}
          {isSupplier ? <SupplyStatusBadge status={party.supply.status} /> : null}
          {party.archived ? <StatusBadge>{t('common.archived')}</StatusBadge> : null}
        </>
      }
      subtitle={[party.nameZh, format.country(party.country)].filter(Boolean).join(' · ')}
      actions={
        <>
          {isCustomer ? (
            <LinkButton to={'/customers/$id/privacy' as '/'} params={{ id: String(party.id) }}>
              {t('customers.privacy.action')}
            </LinkButton>
          ) : null}
          {isSupplier ? <SupplierActions party={party} onChange={() => setChanging(true)} /> : null}
          <WriteGate>
            <Button onClick={() => setErasing(true)}>{t('erasure.action')}</Button>
          </WriteGate>
          <ArchiveButton
            archived={party.archived}
            archive={() => client.parties.archive.mutate({ ids: [party.id] })}
            unarchive={() => client.parties.unarchive.mutate({ ids: [party.id] })}
          />
          <WriteGate>
            <LinkButton variant="filled" to={to.edit} params={{ id: String(party.id) }}>
              {t('common.edit')}
            </LinkButton>
          </WriteGate>
        </>
      }
    >
      <ErasureNotice partyId={party.id} />
      <RecordAlerts kind="party" id={party.id} />
      <div className={classes.columns}>
        {isSupplier ? (
          <div>
            <SupplyFacts party={party} />
          </div>
        ) : null}
        {isCustomer ? (
          <div>
            <SaleFacts party={party} />
          </div>
        ) : null}
        <div>
          <PartyFacts party={party} />
        </div>
        <div>
          <ContactFacts party={party} />
        </div>
        {isSupplier ? <SupplySections party={party} /> : null}
        {isCustomer ? (
          <div className={saleClasses.sections}>
            <MessageList party={party} />
            <ConsentList party={party} />
          </div>
        ) : null}
        <div className={isCustomer ? undefined : classes.wide}>
          <div className={isSupplier || isCustomer ? classes.wide : undefined}>
            <RecordPanels kind="party" id={party.id} role={role} />
          </div>
        </div>
      </div>
      {isErasing ? <EraseDialog party={party} onClose={() => setErasing(false)} /> : null}
      {isChanging ? <StatusDialog party={party} onClose={() => setChanging(false)} /> : null}
    </Page>
  )
}

function SupplierActions({ party, onChange }: { party: Party; onChange: () => void }) {
  const { t } = useText()
  const orders = { f: filtersToText([{ column: 'supplier', op: 'is', values: [party.name] }]) }
  return (
    <>
      <LinkButton to={'/scores/$id' as '/'} params={{ id: String(party.id) }}>
        {t('suppliers.see.card')}
      </LinkButton>
      <LinkButton to={'/purchases' as '/'} search={orders}>
        {t('suppliers.see.orders')}
      </LinkButton>
      <WriteGate>
        <Button onClick={onChange}>{t('suppliers.status.change')}</Button>
      </WriteGate>
    </>
  )
}
