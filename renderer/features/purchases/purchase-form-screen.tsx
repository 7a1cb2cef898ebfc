// Writes a new purchase order, or changes one.
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
import type { Purchase } from '#shared/schemas/purchases.ts'
import type { Revised } from '#shared/schemas/records.ts'
import { PurchaseFields } from './purchase-form.tsx'
import { newPurchaseForm, type PurchaseForm, purchaseToForm, readPurchaseForm } from './purchase-form-values.ts'

export function NewPurchaseScreen() {
  const { t } = useText()
  const { baseCurrency, timeZone } = useBook()
  const initial = useMemo(
    () => newPurchaseForm(dayOf(Date.now() as Instant, timeZone), baseCurrency),
    [baseCurrency, timeZone],
  )
  return (
    <Page title={t('purchases.new')}>
      <PurchaseDraftForm name="purchases/new" id={null} initial={initial} stored={null} />
    </Page>
  )
}

export function EditPurchaseScreen() {
  const { t } = useText()
  const id = Number(useParams({ strict: false }).id)
  const query = useQuery(trpc.purchases.get.queryOptions({ id }))
  return (
    <Page title={t('purchases.edit', { number: query.data?.number ?? '' })}>
      <QueryState query={query}>{(purchase) => <EditPurchase key={purchase.id} purchase={purchase} />}</QueryState>
    </Page>
  )
}

function EditPurchase({ purchase }: { purchase: Revised<Purchase> }) {
  const { language } = useText()
  const { id } = purchase
  const toForm = (read: Purchase) => purchaseToForm(read, language)
  const stored = useStored(purchase, toForm, () => client.purchases.get.query({ id }))
  return <PurchaseDraftForm name={`purchases/${id}`} id={id} initial={stored.start.values} stored={stored} />
}

type FormProps = { name: string; id: number | null; initial: PurchaseForm; stored: StoredRecord<PurchaseForm> | null }

function PurchaseDraftForm(props: FormProps) {
  const drafts = useDraft(props.name, props.initial)
  return drafts === undefined ? <LoadingState /> : <PurchaseEditor {...props} drafts={drafts} />
}

function PurchaseEditor({ name, id, initial, stored, drafts }: FormProps & { drafts: KeptDrafts<PurchaseForm> }) {
  const { t } = useText()
  const navigate = useNavigate()
  const open = (purchaseId: number) => navigate({ to: '/purchases/$id', params: { id: String(purchaseId) } })
  const state = useRecordForm({
    ...{ name, initial, stored, drafts },
    read: readPurchaseForm,
    issuePrefix: 'purchase',
    blamed: { 'purchases/number-taken': 'number' },
    save: async (purchase, seen) => {
      if (id === null) return client.purchases.create.mutate(purchase)
      await client.purchases.edit.mutate({ id, seen, purchase })
      return { id, number: purchase.number }
    },
    onSaved: (saved) => {
      const said = id === null ? 'purchases.savedNew' : 'purchases.savedEdit'
      notifications.show({ message: t(said, { number: saved.number }) })
      focusNextStep()
      open(saved.id)
    },
  })
  return (
    <RecordForm
      state={state}
      onCancel={() => (id === null ? navigate({ to: '/purchases' }) : open(id))}
      label={t(id === null ? 'purchases.new' : 'common.edit')}
    >
      <PurchaseFields form={state.form} />
    </RecordForm>
  )
}
