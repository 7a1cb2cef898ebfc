// Writes a new service of a carrier, or changes one.
import { notifications } from '@mantine/notifications'
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { useMemo } from 'react'
import { client, trpc } from '#renderer/lib/api.ts'
import { useText } from '#renderer/lib/language.ts'
import { nameIn } from '#renderer/lib/names.ts'
import { LoadingState } from '#renderer/ui/loading-state.tsx'
import { Page } from '#renderer/ui/page.tsx'
import { QueryState } from '#renderer/ui/query-state.tsx'
import { RecordForm } from '#renderer/ui/record-form/record-form.tsx'
import { type KeptDrafts, useDraft } from '#renderer/ui/record-form/use-draft.ts'
import { useRecordForm } from '#renderer/ui/record-form/use-record-form.ts'
import { type StoredRecord, useStored } from '#renderer/ui/record-form/use-stored.ts'
import type { CarrierService } from '#shared/schemas/carriers.ts'
import type { Revised } from '#shared/schemas/records.ts'
import { ServiceFields } from './service-form.tsx'
import { newServiceForm, readServiceForm, type ServiceForm, serviceToForm } from './service-form-values.ts'

/** Begun on a carrier's page it is that carrier's. */
export function NewServiceScreen() {
  const { t } = useText()
  const { carrier } = useSearch({ strict: false }) as { carrier?: number }
  const query = useQuery({ ...trpc.parties.get.queryOptions({ id: carrier ?? 0 }), enabled: carrier !== undefined })
  return (
    <Page title={t('carriers.list.new')}>
      {carrier === undefined ? (
        <NewService carrier={null} />
      ) : (
        <QueryState query={query}>{(party) => <NewService carrier={party} />}</QueryState>
      )}
    </Page>
  )
}

function NewService({ carrier }: { carrier: { id: number; name: string; nameZh: string } | null }) {
  const { language } = useText()
  const initial = useMemo(
    () => newServiceForm(carrier && { id: carrier.id, name: nameIn(language, carrier) }),
    [carrier, language],
  )
  const name = carrier ? `carrier-services/new/p${carrier.id}` : 'carrier-services/new'
  return <ServiceDraft name={name} id={null} initial={initial} stored={null} />
}

export function EditServiceScreen() {
  const { t } = useText()
  const id = Number(useParams({ strict: false }).id)
  const query = useQuery(trpc.carriers.get.queryOptions({ id }))
  return (
    <Page title={t('carriers.service.edit', { name: query.data?.name ?? '' })}>
      <QueryState query={query}>{(service) => <EditService key={service.id} service={service} />}</QueryState>
    </Page>
  )
}

function EditService({ service }: { service: Revised<CarrierService> }) {
  const { language } = useText()
  const { id } = service
  const stored = useStored(
    service,
    (read: CarrierService) => serviceToForm(read, language),
    () => client.carriers.get.query({ id }),
  )
  return <ServiceDraft name={`carrier-services/${id}`} id={id} initial={stored.start.values} stored={stored} />
}

type DraftProps = { name: string; id: number | null; initial: ServiceForm; stored: StoredRecord<ServiceForm> | null }

function ServiceDraft(props: DraftProps) {
  const drafts = useDraft(props.name, props.initial)
  return drafts === undefined ? <LoadingState /> : <ServiceEditor {...props} drafts={drafts} />
}

function ServiceEditor({ name, id, initial, stored, drafts }: DraftProps & { drafts: KeptDrafts<ServiceForm> }) {
  const { t } = useText()
  const navigate = useNavigate()
  const open = (serviceId: number) => navigate({ to: '/carrier-services/$id', params: { id: String(serviceId) } })
  const state = useRecordForm({
    name,
    initial,
    stored,
    drafts,
    read: readServiceForm,
    issuePrefix: 'service',
    blamed: { 'carriers/code-taken': 'code', 'carriers/no-carrier': 'carrier' },
    save: async (service, seen) => {
      if (id === null) return client.carriers.add.mutate(service)
      await client.carriers.edit.mutate({ id, seen, service })
      return { id }
    },
    onSaved: (saved) => {
      notifications.show({ message: t('carriers.service.saved') })
      open(saved.id)
    },
  })
  const cancel = () => (id === null ? navigate({ to: '/carrier-services' }) : open(id))
  return (
    <RecordForm state={state} onCancel={cancel} label={t(id === null ? 'carriers.list.new' : 'common.edit')}>
      <ServiceFields form={state.form} />
    </RecordForm>
  )
}
