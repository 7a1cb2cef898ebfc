// Writes a new offer, or changes one.
import { notifications } from '@mantine/notifications'
import { useQueries, useQuery } from '@tanstack/react-query'
import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { useMemo } from 'react'
import { client, trpc } from '#renderer/lib/api.ts'
import { useBook } from '#renderer/lib/host-state.ts'
import { useText } from '#renderer/lib/language.ts'
import { nameIn } from '#renderer/lib/names.ts'
import { useToday } from '#renderer/lib/use-today.ts'
import { LoadingState } from '#renderer/ui/loading-state.tsx'
import { Page } from '#renderer/ui/page.tsx'
import { QueryState } from '#renderer/ui/query-state.tsx'
import { RecordForm } from '#renderer/ui/record-form/record-form.tsx'
import { type KeptDrafts, useDraft } from '#renderer/ui/record-form/use-draft.ts'
import { useRecordForm } from '#renderer/ui/record-form/use-record-form.ts'
import { type StoredRecord, useStored } from '#renderer/ui/record-form/use-stored.ts'
import type { Product } from '#shared/schemas/catalog.ts'
import type { Offer } from '#shared/schemas/offers.ts'
import type { Party } from '#shared/schemas/parties.ts'
import type { Revised } from '#shared/schemas/records.ts'
import { OfferFields } from './offer-form.tsx'
import { newOfferForm, type OfferForm, offerToForm, readOfferForm } from './offer-form-values.ts'

/** Begun on the page of a product or of a supplier, it knows that one already. */
export function NewOfferScreen() {
  const { t } = useText()
  const { product, supplier } = useSearch({ strict: false }) as { product?: number; supplier?: number }
  const [products, suppliers] = useQueries({
    queries: [
      { ...trpc.products.get.queryOptions({ id: product ?? 0 }), enabled: product !== undefined },
      { ...trpc.parties.get.queryOptions({ id: supplier ?? 0 }), enabled: supplier !== undefined },
    ],
  })
  const isReady = (product === undefined || !products.isLoading) && (supplier === undefined || !suppliers.isLoading)
  return (
    <Page title={t('sourcing.offers.new')}>
      {isReady ? <NewOffer product={products.data ?? null} supplier={suppliers.data ?? null} /> : <LoadingState />}
    </Page>
  )
}

function NewOffer({ product, supplier }: { product: Product | null; supplier: Party | null }) {
  const { language } = useText()
  const { baseCurrency } = useBook()
  const today = useToday()
  const initial = useMemo((): OfferForm => {
    const blank = newOfferForm(today, supplier?.currency || baseCurrency)
    const named = product && nameIn(language, { name: product.nameEn, nameZh: product.nameZh })
    return {
      ...blank,
      productId: product && { id: product.id, name: product.sku, detail: named ?? '' },
      supplierId: supplier && { id: supplier.id, name: nameIn(language, supplier) },
    }
  }, [baseCurrency, language, product, supplier, today])
  const name = ['offers/new', product && `p${product.id}`, supplier && `s${supplier.id}`].filter(Boolean).join('/')
  return <OfferDraft name={name} id={null} initial={initial} stored={null} />
}

export function EditOfferScreen() {
  const { t, language } = useText()
  const id = Number(useParams({ strict: false }).id)
  const query = useQuery(trpc.offers.get.queryOptions({ id }))
  const offer = query.data
  const subtitle = offer && `${offer.sku} · ${nameIn(language, { name: offer.supplier, nameZh: offer.supplierZh })}`
  return (
    <Page title={t('sourcing.offers.edit')} subtitle={subtitle}>
      <QueryState query={query}>{(found) => <EditOffer key={found.id} offer={found} />}</QueryState>
    </Page>
  )
}

function EditOffer({ offer }: { offer: Revised<Offer> }) {
  const { language } = useText()
  const { id } = offer
  const stored = useStored(
    offer,
    (read: Offer) => offerToForm(read, language),
    () => client.offers.get.query({ id }),
  )
  return <OfferDraft name={`offers/${id}`} id={id} initial={stored.start.values} stored={stored} />
}

type DraftProps = { name: string; id: number | null; initial: OfferForm; stored: StoredRecord<OfferForm> | null }

function OfferDraft(props: DraftProps) {
  const drafts = useDraft(props.name, props.initial)
  return drafts === undefined ? <LoadingState /> : <OfferEditor {...props} drafts={drafts} />
}

function OfferEditor({ name, id, initial, stored, drafts }: DraftProps & { drafts: KeptDrafts<OfferForm> }) {
  const { t } = useText()
  const navigate = useNavigate()
  const state = useRecordForm({
    name,
    initial,
    stored,
    drafts,
    read: readOfferForm,
    issuePrefix: 'offer',
    blamed: { 'offers/family': 'productId', 'offers/same-day': 'validFrom', 'catalog/product-not-found': 'productId' },
    save: async (offer, seen) => {
      if (id === null) return client.offers.add.mutate(offer)
      await client.offers.edit.mutate({ id, seen, offer })
      return { id }
    },
    onSaved: (saved) => {
      notifications.show({ message: t(id === null ? 'sourcing.offers.savedNew' : 'sourcing.offers.savedEdit') })
      navigate({ to: '/offers', search: { id: saved.id } })
    },
  })
  const cancel = () => navigate({ to: '/offers', search: id === null ? {} : { id } })
  return (
    <RecordForm state={state} onCancel={cancel} label={t(id === null ? 'sourcing.offers.new' : 'sourcing.offers.edit')}>
      <OfferFields form={state.form} />
    </RecordForm>
  )
}
