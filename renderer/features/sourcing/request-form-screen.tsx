// Writes a new request for quotation, or changes one.
import { notifications } from '@mantine/notifications'
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { useMemo } from 'react'
import { client, trpc } from '#renderer/lib/api.ts'
import { useText } from '#renderer/lib/language.ts'
import { useToday } from '#renderer/lib/use-today.ts'
import { LoadingState } from '#renderer/ui/loading-state.tsx'
import { Page } from '#renderer/ui/page.tsx'
import { QueryState } from '#renderer/ui/query-state.tsx'
import { RecordForm } from '#renderer/ui/record-form/record-form.tsx'
import { type KeptDrafts, useDraft } from '#renderer/ui/record-form/use-draft.ts'
import { useRecordForm } from '#renderer/ui/record-form/use-record-form.ts'
import { type StoredRecord, useStored } from '#renderer/ui/record-form/use-stored.ts'
import type { ProposedRequest, QuoteRequest } from '#shared/schemas/quote-requests.ts'
import type { Revised } from '#shared/schemas/records.ts'
import { goodsOf, type RequestAddress, shortName } from './request-address.ts'
import { RequestFields } from './request-form.tsx'
import { newRequestForm, type RequestForm, readRequestForm, requestToForm } from './request-form-values.ts'

/** Begun for a product, for what a sales order lacks or for what is to be bought, goods and suppliers stand ready. */
export function NewRequestScreen() {
  const { t } = useText()
  const { product, order, goods } = useSearch({ strict: false }) as RequestAddress
  const isFor = product !== undefined || order !== undefined || goods !== undefined
  const query = useQuery({
    ...trpc.requests.propose.queryOptions({
      lines: product === undefined ? goodsOf(goods) : [{ productId: product, quantity: 1 }],
      ...(order !== undefined && { salesOrderId: order }),
    }),
    enabled: isFor,
  })
  const begun = goods ? `g${shortName(goods)}` : product === undefined ? `o${order}` : `p${product}`
  return (
    <Page title={t('sourcing.requests.new')}>
      {isFor ? (
        <QueryState query={query}>
          {(proposed) => <NewRequest name={`requests/new/${begun}`} proposed={proposed} />}
        </QueryState>
      ) : (
        <NewRequest name="requests/new" proposed={null} />
      )}
    </Page>
  )
}

function NewRequest({ name, proposed }: { name: string; proposed: ProposedRequest | null }) {
  const { language } = useText()
  const today = useToday()
  const initial = useMemo(() => newRequestForm(today, { proposed, language }), [today, proposed, language])
  return <RequestDraft name={name} id={null} initial={initial} stored={null} />
}

export function EditRequestScreen() {
  const { t } = useText()
  const id = Number(useParams({ strict: false }).id)
  const query = useQuery(trpc.requests.get.queryOptions({ id }))
  return (
    <Page title={t('sourcing.requests.edit', { number: query.data?.number ?? '' })}>
      <QueryState query={query}>{(request) => <EditRequest key={request.id} request={request} />}</QueryState>
    </Page>
  )
}

function EditRequest({ request }: { request: Revised<QuoteRequest> }) {
  const { language } = useText()
  const { id } = request
  const stored = useStored(
    request,
    (read: QuoteRequest) => requestToForm(read, language),
    () => client.requests.get.query({ id }),
  )
  return <RequestDraft name={`requests/${id}`} id={id} initial={stored.start.values} stored={stored} />
}

type DraftProps = { name: string; id: number | null; initial: RequestForm; stored: StoredRecord<RequestForm> | null }

function RequestDraft(props: DraftProps) {
  const drafts = useDraft(props.name, props.initial)
  return drafts === undefined ? <LoadingState /> : <RequestEditor {...props} drafts={drafts} />
}

function RequestEditor({ name, id, initial, stored, drafts }: DraftProps & { drafts: KeptDrafts<RequestForm> }) {
  const { t } = useText()
  const navigate = useNavigate()
  const state = useRecordForm({
    name,
    initial,
    stored,
    drafts,
    read: readRequestForm,
    issuePrefix: 'request',
    blamed: { 'requests/number-taken': 'number' },
    save: async (request, seen) => {
      if (id === null) return client.requests.add.mutate(request)
      await client.requests.edit.mutate({ id, seen, request })
      return { id, number: request.number }
    },
    onSaved: (saved) => {
      const said = id === null ? 'sourcing.requests.savedNew' : 'sourcing.requests.savedEdit'
      notifications.show({ message: t(said, { number: saved.number }) })
      navigate({ to: '/requests/$id', params: { id: String(saved.id) } })
    },
  })
  const cancel = () =>
    id === null ? navigate({ to: '/requests' }) : navigate({ to: '/requests/$id', params: { id: String(id) } })
  return (
    <RecordForm state={state} onCancel={cancel} label={t(id === null ? 'sourcing.requests.new' : 'common.edit')}>
      <RequestFields form={state.form} />
    </RecordForm>
  )
}
