// A customer, supplier or carrier on its own page.
import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { client, trpc } from '#renderer/lib/api.ts'
import { useText } from '#renderer/lib/language.ts'
import { RecordAlerts } from '#renderer/ui/alerts/record-alerts.tsx'
import { ArchiveButton } from '#renderer/ui/archive-button.tsx'
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

export function PartyScreen() {
  const id = Number(useParams({ strict: false }).id)
  const query = useQuery(trpc.parties.get.queryOptions({ id }))
  return <QueryState query={query}>{(party) => <PartyPage party={party} />}</QueryState>
}

function PartyPage({ party }: { party: Party }) {
  const { t, format } = useText()
  const { to } = useListedRole()
  const [isErasing, setErasing] = useState(false)
  return (
    <Page
      name={party.name}
      title={
        <>
          {party.name} <PartyStatusBadge status={party.status} />
          {party.archived ? <StatusBadge>{t('common.archived')}</StatusBadge> : null}
        </>
      }
      subtitle={[party.nameZh, format.country(party.country)].filter(Boolean).join(' · ')}
      actions={
        <>
          <WriteGate>
            <Button onClick={() => setErasing(true)}>{t('erasure.action')}</Button>
          </WriteGate>
          <ArchiveButton
            archived={party.archived}
            archive={() => client.parties.archive.mutate({ ids: [party.id] })}
            unarchive={() => client.parties.unarchive.mutate({ ids: [party.id] })}
          />
          <WriteGate>
            <Button variant="filled" component={Link} to={to.edit} params={{ id: String(party.id) } as never}>
              {t('common.edit')}
            </Button>
          </WriteGate>
        </>
      }
    >
      <ErasureNotice partyId={party.id} />
      <RecordAlerts kind="party" id={party.id} />
      <div className={classes.columns}>
        <div>
          <PartyFacts party={party} />
        </div>
        <div>
          <ContactFacts party={party} />
        </div>
        <RecordPanels kind="party" id={party.id} />
      </div>
      {isErasing ? <EraseDialog party={party} onClose={() => setErasing(false)} /> : null}
    </Page>
  )
}
