// Writes a rate table of a service: a new one, one that takes over the prices of another, or one that is put right.
import { notifications } from '@mantine/notifications'
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { useMemo } from 'react'
import { client, trpc } from '#renderer/lib/api.ts'
import { errorMessage, fieldMessage } from '#renderer/lib/error-message.ts'
import { useBook } from '#renderer/lib/host-state.ts'
import { useText } from '#renderer/lib/language.ts'
import { useToday } from '#renderer/lib/use-today.ts'
import { LoadingState } from '#renderer/ui/loading-state.tsx'
import { Page } from '#renderer/ui/page.tsx'
import { QueryState } from '#renderer/ui/query-state.tsx'
import { RecordForm } from '#renderer/ui/record-form/record-form.tsx'
import { type KeptDrafts, useDraft } from '#renderer/ui/record-form/use-draft.ts'
import { useRecordForm } from '#renderer/ui/record-form/use-record-form.ts'
import type { CarrierService } from '#shared/schemas/carriers.ts'
import { RateFields } from './rate-form.tsx'
import { atCells, newRateForm, placesOf, type RateForm, rateTableToForm, readRateForm } from './rate-form-values.ts'

type Address = { table?: number; copy?: number }

export function RateFormScreen() {
  const { t } = useText()
  const id = Number(useParams({ strict: false }).id)
  const { table } = useSearch({ strict: false }) as Address
  const query = useQuery(trpc.carriers.get.queryOptions({ id }))
  return (
    <Page
      title={t(table === undefined ? 'carriers.tables.new' : 'carriers.tables.editTitle')}
      subtitle={query.data ? `${query.data.carrier} · ${query.data.name}` : undefined}
    >
      <QueryState query={query}>{(service) => <RateDraft key={service.id} service={service} />}</QueryState>
    </Page>
  )
}

function RateDraft({ service }: { service: CarrierService }) {
  const today = useToday()
  const { baseCurrency } = useBook()
  const { table, copy } = useSearch({ strict: false }) as Address
  const named = service.tables.find(({ id }) => id === (table ?? copy))
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was read first stays while it is worked on
  const initial = useMemo(
    () =>
      named
        ? rateTableToForm(named, service, table === undefined ? today : null)
        : newRateForm(service, { today, currency: service.tables[0]?.currency ?? baseCurrency }),
    [named?.id, service.id],
  )
  const name = `carrier-services/${service.id}/rates/${table ?? (copy === undefined ? 'new' : `copy-${copy}`)}`
  const drafts = useDraft(name, initial)
  if (drafts === undefined) return <LoadingState />
  return <RateEditor {...{ name, service, initial, drafts }} tableId={table ?? null} />
}

type EditorProps = {
  name: string
  service: CarrierService
  initial: RateForm
  drafts: KeptDrafts<RateForm>
  tableId: number | null
}

function RateEditor({ name, service, initial, drafts, tableId }: EditorProps) {
  const { t } = useText()
  const navigate = useNavigate()
  const back = () => navigate({ to: '/carrier-services/$id', params: { id: String(service.id) } })
  const state = useRecordForm({
    name,
    initial,
    drafts,
    read: (form) => readRateForm(form, service.weighsBy === 'revenue_ton'),
    issuePrefix: 'table',
    // Prices travel as a list: what is wrong with one is told beside its cell.
    blame: ({ issues = [], details, ...failure }, form) => {
      const own = (path: string) => path.replace(/^table\./, '')
      const field = typeof details.field === 'string' ? details.field : ''
      const told = Object.fromEntries([
        ...issues.map(({ path, code }) => [own(path), fieldMessage(t, code)]),
        ...(field ? [[own(field), errorMessage(t, { ...failure, details })]] : []),
      ])
      return { fields: atCells(told, placesOf(form)), isTold: field !== '' }
    },
    save: async ({ table, endsPrevious }) => {
      if (tableId === null) await client.carriers.addTable.mutate({ serviceId: service.id, table, endsPrevious })
      else await client.carriers.editTable.mutate({ id: tableId, table })
    },
    onSaved: () => {
      notifications.show({ message: t('carriers.tables.saved') })
      back()
    },
  })
  return (
    <RecordForm state={state} onCancel={back} label={t('carriers.tables.title')}>
      <RateFields form={state.form} service={service} isNew={tableId === null} />
    </RecordForm>
  )
}
