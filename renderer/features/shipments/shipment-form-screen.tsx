// Writes a new shipment (empty, or begun from orders, purchase orders or a transfer), or changes one.
import { notifications } from '@mantine/notifications'
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { useMemo } from 'react'
import { client, trpc } from '#renderer/lib/api.ts'
import { useText } from '#renderer/lib/language.ts'
import { LoadingState } from '#renderer/ui/loading-state.tsx'
import { focusNextStep } from '#renderer/ui/next-step.ts'
import { Page } from '#renderer/ui/page.tsx'
import { QueryState } from '#renderer/ui/query-state.tsx'
import { RecordForm } from '#renderer/ui/record-form/record-form.tsx'
import { type KeptDrafts, useDraft } from '#renderer/ui/record-form/use-draft.ts'
import { useRecordForm } from '#renderer/ui/record-form/use-record-form.ts'
import { type StoredRecord, useStored } from '#renderer/ui/record-form/use-stored.ts'
import type { Revised } from '#shared/schemas/records.ts'
import type { Shipment } from '#shared/schemas/shipments.ts'
import type { ToShip } from '#shared/schemas/to-ship.ts'
import { idsOf, type NewShipmentAddress } from './new-shipment-address.ts'
import { ShipmentFields } from './shipment-form.tsx'
import {
  formToShip,
  newShipmentForm,
  readShipmentForm,
  type ShipmentForm,
  shipmentToForm,
} from './shipment-form-values.ts'
import { blameShipment } from './shipment-problems.ts'

export function NewShipmentScreen() {
  const { t } = useText()
  const address = useSearch({ strict: false }) as NewShipmentAddress
  const begun = [address.order, address.purchase, address.document].some((ids) => ids !== undefined)
  return (
    <Page title={t('shipments.new')}>
      {begun ? <BegunShipment address={address} /> : <EmptyShipment kind={address.kind ?? 'order'} />}
    </Page>
  )
}

function EmptyShipment({ kind }: { kind: ShipmentForm['kind'] }) {
  const initial = useMemo(() => newShipmentForm(kind), [kind])
  return <ShipmentDraftForm name="shipments/new" id={null} initial={initial} stored={null} />
}

function BegunShipment({ address: { order, purchase, document } }: { address: NewShipmentAddress }) {
  const query = useQuery({
    ...trpc.shipments.toShip.queryOptions({
      orderIds: idsOf(order),
      purchaseIds: idsOf(purchase),
      documentIds: idsOf(document),
    }),
    // What was free when the form was opened is what it begins with.
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  })
  const name = `shipments/new/${[order, purchase, document].filter(Boolean).join('-')}`
  return (
    <QueryState query={query}>
      {(found) => <BegunForm name={name} found={found} documentIds={idsOf(document)} />}
    </QueryState>
  )
}

type BegunProps = { name: string; found: ToShip; documentIds: number[] }

function BegunForm({ name, found, documentIds }: BegunProps) {
  const { language } = useText()
  const taken = documentIds.join(',')
  const initial = useMemo(
    () => ({ ...formToShip(found, language), documentIds: found.kind === 'transfer' ? idsOf(taken) : [] }),
    [found, language, taken],
  )
  return <ShipmentDraftForm name={name} id={null} initial={initial} stored={null} />
}

export function EditShipmentScreen() {
  const { t } = useText()
  const id = Number(useParams({ strict: false }).id)
  const query = useQuery(trpc.shipments.get.queryOptions({ id }))
  return (
    <Page title={t('shipments.edit', { number: query.data?.number ?? '' })}>
      <QueryState query={query}>{(shipment) => <EditShipment key={shipment.id} shipment={shipment} />}</QueryState>
    </Page>
  )
}

function EditShipment({ shipment }: { shipment: Revised<Shipment> }) {
  const { language } = useText()
  const { id } = shipment
  const toForm = (read: Shipment) => shipmentToForm(read, language)
  const stored = useStored(shipment, toForm, () => client.shipments.get.query({ id }))
  return (
    <ShipmentDraftForm
      name={`shipments/${id}`}
      id={id}
      initial={stored.start.values}
      stored={stored}
      isFixed={shipment.hasMoved && !shipment.isHistory}
    />
  )
}

type FormProps = {
  name: string
  id: number | null
  initial: ShipmentForm
  stored: StoredRecord<ShipmentForm> | null
  /** Goods moved by it: kind, places and lines stay. */
  isFixed?: boolean
}

function ShipmentDraftForm(props: FormProps) {
  const drafts = useDraft(props.name, props.initial)
  return drafts === undefined ? <LoadingState /> : <ShipmentEditor {...props} drafts={drafts} />
}

function ShipmentEditor({
  name,
  id,
  initial,
  stored,
  drafts,
  isFixed = false,
}: FormProps & { drafts: KeptDrafts<ShipmentForm> }) {
  const { t } = useText()
  const navigate = useNavigate()
  const open = (shipmentId: number) => navigate({ to: '/shipments/$id', params: { id: String(shipmentId) } })
  const state = useRecordForm({
    ...{ name, initial, stored, drafts },
    read: readShipmentForm,
    issuePrefix: 'shipment',
    blame: (failure, form) => blameShipment(t, failure, form),
    save: async (shipment, seen) => {
      if (id === null) return client.shipments.add.mutate(shipment)
      await client.shipments.edit.mutate({ id, seen, shipment })
      return { id, number: shipment.number }
    },
    onSaved: (saved) => {
      const said = id === null ? 'shipments.savedNew' : 'shipments.savedEdit'
      notifications.show({ message: t(said, { number: saved.number }) })
      focusNextStep()
      open(saved.id)
    },
  })
  return (
    <RecordForm
      state={state}
      onCancel={() => (id === null ? navigate({ to: '/shipments' }) : open(id))}
      label={t(id === null ? 'shipments.new' : 'common.edit')}
    >
      <ShipmentFields form={state.form} id={id} isFixed={isFixed} isBegun={id === null && initial.lines.length > 0} />
    </RecordForm>
  )
}
