// Writes a new order, or changes one.
import { notifications } from '@mantine/notifications'
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useParams } from '@tanstack/react-router'
import { useMemo } from 'react'
import { client, trpc } from '#renderer/lib/api.ts'
import { useBook } from '#renderer/lib/host-state.ts'
import { useText } from '#renderer/lib/language.ts'
import { LoadingState } from '#renderer/ui/loading-state.tsx'
import { focusNextStep } from '#renderer/ui/next-step.ts'
import { Page } from '#renderer/ui/page.tsx'
import { QueryState } from '#renderer/ui/query-state.tsx'
import { RecordForm } from '#renderer/ui/record-form/record-form.tsx'
import { type KeptDrafts, useDraft } from '#renderer/ui/record-form/use-draft.ts'
import { useRecordForm } from '#renderer/ui/record-form/use-record-form.ts'
import { type StoredRecord, useStored } from '#renderer/ui/record-form/use-stored.ts'
import { dayOf, type Instant } from '#shared/dates.ts'
import type { Order } from '#shared/schemas/orders.ts'
import type { Revised } from '#shared/schemas/records.ts'
import { OrderFields } from './order-form.tsx'
import { newOrderForm, type OrderForm, orderToForm, readOrderForm } from './order-form-values.ts'

export function NewOrderScreen() {
  const { t } = useText()
  const { baseCurrency, timeZone } = useBook()
  const initial = useMemo(
    () => newOrderForm(dayOf(Date.now() as Instant, timeZone), baseCurrency),
    [baseCurrency, timeZone],
  )
  return (
    <Page title={t('orders.new')}>
      <OrderDraft name="orders/new" id={null} isConfirmed={false} initial={initial} stored={null} />
    </Page>
  )
}

export function EditOrderScreen() {
  const { t } = useText()
  const id = Number(useParams({ strict: false }).id)
  const query = useQuery(trpc.orders.get.queryOptions({ id }))
  return (
    <Page title={t('orders.edit', { number: query.data?.number ?? '' })}>
      <QueryState query={query}>{(order) => <EditOrder key={order.id} order={order} />}</QueryState>
    </Page>
  )
}

function EditOrder({ order }: { order: Revised<Order> }) {
  const { language } = useText()
  const { id } = order
  const toForm = (read: Order) => orderToForm(read, language)
  const stored = useStored(order, toForm, () => client.orders.get.query({ id }))
  const isConfirmed = order.document === 'order' && order.status !== 'draft'
  return (
    <OrderDraft name={`orders/${id}`} id={id} isConfirmed={isConfirmed} initial={stored.start.values} stored={stored} />
  )
}

type OrderDraftProps = {
  name: string
  id: number | null
  isConfirmed: boolean
  initial: OrderForm
  stored: StoredRecord<OrderForm> | null
}

function OrderDraft(props: OrderDraftProps) {
  const drafts = useDraft(props.name, props.initial)
  return drafts === undefined ? <LoadingState /> : <OrderEditor {...props} drafts={drafts} />
}

type OrderEditorProps = OrderDraftProps & { drafts: KeptDrafts<OrderForm> }

function OrderEditor({ name, id, isConfirmed, initial, stored, drafts }: OrderEditorProps) {
  const { t } = useText()
  const navigate = useNavigate()
  const state = useRecordForm({
    name,
    initial,
    stored,
    drafts,
    read: readOrderForm,
    issuePrefix: 'order',
    blamed: { 'orders/number-taken': 'number', 'orders/external-taken': 'externalId' },
    save: async (order, seen) => {
      if (id === null) return client.orders.add.mutate(order)
      await client.orders.edit.mutate({ id, seen, order })
      return { id, number: order.number }
    },
    onSaved: (saved) => {
      notifications.show({ message: t(id === null ? 'orders.savedNew' : 'orders.savedEdit', { number: saved.number }) })
      focusNextStep()
      navigate({ to: '/orders/$id', params: { id: String(saved.id) } })
    },
  })
  const cancel = () =>
    id === null ? navigate({ to: '/orders' }) : navigate({ to: '/orders/$id', params: { id: String(id) } })
  return (
    <RecordForm state={state} onCancel={cancel} label={t(id === null ? 'orders.new' : 'common.edit')}>
      <OrderFields form={state.form} orderId={id} isConfirmed={isConfirmed} />
    </RecordForm>
  )
}
