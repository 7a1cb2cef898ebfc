// Writes a new customer, supplier or carrier, or changes one.
import { notifications } from '@mantine/notifications'
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useParams } from '@tanstack/react-router'
import { useMemo } from 'react'
import { client, trpc } from '#renderer/lib/api.ts'
import { useText } from '#renderer/lib/language.ts'
import { LoadingState } from '#renderer/ui/loading-state.tsx'
import { Page } from '#renderer/ui/page.tsx'
import { QueryState } from '#renderer/ui/query-state.tsx'
import { RecordForm } from '#renderer/ui/record-form/record-form.tsx'
import { type KeptDrafts, useDraft } from '#renderer/ui/record-form/use-draft.ts'
import { useRecordForm } from '#renderer/ui/record-form/use-record-form.ts'
import { type StoredRecord, useStored } from '#renderer/ui/record-form/use-stored.ts'
import type { Party } from '#shared/schemas/parties.ts'
import type { Revised } from '#shared/schemas/records.ts'
import { PartyFields } from './party-form.tsx'
import { newPartyForm, type PartyForm, partyToForm, readPartyForm } from './party-form-values.ts'
import { useListedRole } from './party-role.ts'

export function NewPartyScreen() {
  const { t } = useText()
  const { role } = useListedRole()
  const initial = useMemo(() => newPartyForm(role), [role])
  return (
    <Page title={t(`parties.${role}.new`)}>
      <PartyDraft name={`parties/new/${role}`} id={null} initial={initial} stored={null} />
    </Page>
  )
}

export function EditPartyScreen() {
  const { t } = useText()
  const id = Number(useParams({ strict: false }).id)
  const query = useQuery(trpc.parties.get.queryOptions({ id }))
  return (
    <Page title={t('parties.edit', { name: query.data?.name ?? '' })}>
      <QueryState query={query}>{(party) => <EditParty key={party.id} party={party} />}</QueryState>
    </Page>
  )
}

function EditParty({ party }: { party: Revised<Party> }) {
  const { id } = party
  const stored = useStored(party, partyToForm, () => client.parties.get.query({ id }))
  return <PartyDraft name={`parties/${id}`} id={id} initial={stored.start.values} stored={stored} />
}

type PartyDraftProps = { name: string; id: number | null; initial: PartyForm; stored: StoredRecord<PartyForm> | null }

function PartyDraft(props: PartyDraftProps) {
  const drafts = useDraft(props.name, props.initial)
  return drafts === undefined ? <LoadingState /> : <PartyEditor {...props} drafts={drafts} />
}

function PartyEditor({ name, id, initial, stored, drafts }: PartyDraftProps & { drafts: KeptDrafts<PartyForm> }) {
  const { t } = useText()
  const { role, to } = useListedRole()
  const navigate = useNavigate()
  const state = useRecordForm({
    name,
    initial,
    stored,
    drafts,
    read: readPartyForm,
    issuePrefix: 'party',
    save: async (party, seen) => {
      if (id === null) return { ...(await client.parties.add.mutate(party)), name: party.name }
      await client.parties.edit.mutate({ id, seen, party })
      return { id, name: party.name }
    },
    onSaved: (saved) => {
      notifications.show({ message: t(id === null ? 'parties.savedNew' : 'parties.savedEdit', { name: saved.name }) })
      navigate({ to: to.one, params: { id: String(saved.id) } })
    },
  })
  const cancel = () => (id === null ? navigate({ to: to.list }) : navigate({ to: to.one, params: { id: String(id) } }))
  return (
    <RecordForm state={state} onCancel={cancel} label={t(id === null ? `parties.${role}.new` : 'common.edit')}>
      <PartyFields id={id} form={state.form} />
    </RecordForm>
  )
}
