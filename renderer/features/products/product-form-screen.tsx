// Writes a new product, or changes one.
import { notifications } from '@mantine/notifications'
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { useMemo } from 'react'
import { client, trpc } from '#renderer/lib/api.ts'
import { useBook } from '#renderer/lib/host-state.ts'
import { useText } from '#renderer/lib/language.ts'
import { LoadingState } from '#renderer/ui/loading-state.tsx'
import { Page } from '#renderer/ui/page.tsx'
import { QueryState } from '#renderer/ui/query-state.tsx'
import { RecordForm } from '#renderer/ui/record-form/record-form.tsx'
import { type KeptDrafts, useDraft } from '#renderer/ui/record-form/use-draft.ts'
import { useRecordForm } from '#renderer/ui/record-form/use-record-form.ts'
import { type StoredRecord, useStored } from '#renderer/ui/record-form/use-stored.ts'
import type { Product } from '#shared/schemas/catalog.ts'
import type { Revised } from '#shared/schemas/records.ts'
import { ProductFields } from './product-form.tsx'
import { newProductForm, type ProductForm, productToForm, readProductForm } from './product-form-values.ts'

export function NewProductScreen() {
  const { t } = useText()
  const { parent } = useSearch({ strict: false }) as { parent?: number }
  const query = useQuery({ ...trpc.products.get.queryOptions({ id: parent ?? 0 }), enabled: parent !== undefined })
  return (
    <Page title={t('products.new')}>
      {parent === undefined ? (
        <NewProduct family={null} />
      ) : (
        <QueryState query={query}>{(family) => <NewProduct family={family} />}</QueryState>
      )}
    </Page>
  )
}

function NewProduct({ family }: { family: Product | null }) {
  const { language } = useText()
  const { baseCurrency } = useBook()
  const initial = useMemo(() => {
    const blank = newProductForm(baseCurrency)
    if (!family) return blank
    const { sku, ...shared } = productToForm(family, baseCurrency, language)
    return {
      ...blank,
      ...shared,
      sku: `${sku}-`,
      kind: 'single' as const,
      barcodes: [],
      parentId: { id: family.id, name: family.sku },
    }
  }, [baseCurrency, family, language])
  return (
    <ProductDraft
      name={family ? `products/new/${family.id}` : 'products/new'}
      id={null}
      initial={initial}
      stored={null}
    />
  )
}

export function EditProductScreen() {
  const { t } = useText()
  const id = Number(useParams({ strict: false }).id)
  const query = useQuery(trpc.products.get.queryOptions({ id }))
  return (
    <Page title={t('products.edit', { name: query.data?.sku ?? '' })}>
      <QueryState query={query}>{(product) => <EditProduct key={product.id} product={product} />}</QueryState>
    </Page>
  )
}

function EditProduct({ product }: { product: Revised<Product> }) {
  const { language } = useText()
  const { baseCurrency } = useBook()
  const { id } = product
  const toForm = (read: Product) => productToForm(read, baseCurrency, language)
  const stored = useStored(product, toForm, () => client.products.get.query({ id }))
  return <ProductDraft name={`products/${id}`} id={id} initial={stored.start.values} stored={stored} />
}

type ProductDraftProps = {
  name: string
  id: number | null
  initial: ProductForm
  stored: StoredRecord<ProductForm> | null
}

function ProductDraft(props: ProductDraftProps) {
  const drafts = useDraft(props.name, props.initial)
  return drafts === undefined ? <LoadingState /> : <ProductEditor {...props} drafts={drafts} />
}

function ProductEditor({ name, id, initial, stored, drafts }: ProductDraftProps & { drafts: KeptDrafts<ProductForm> }) {
  const { t } = useText()
  const navigate = useNavigate()
  const state = useRecordForm({
    name,
    initial,
    stored,
    drafts,
    read: readProductForm,
    issuePrefix: 'product',
    blamed: {
      'catalog/sku-taken': 'sku',
      'catalog/parent-is-variant': 'parentId',
      'catalog/tracking-fixed': 'tracking',
    },
    save: async (product, seen) => {
      if (id === null) return { ...(await client.products.add.mutate(product)), sku: product.sku }
      await client.products.edit.mutate({ id, seen, product })
      return { id, sku: product.sku }
    },
    onSaved: (saved) => {
      notifications.show({ message: t(id === null ? 'products.savedNew' : 'products.savedEdit', { sku: saved.sku }) })
      navigate({ to: '/products/$id', params: { id: String(saved.id) } })
    },
  })
  const cancel = () =>
    id === null ? navigate({ to: '/products' }) : navigate({ to: '/products/$id', params: { id: String(id) } })
  return (
    <RecordForm state={state} onCancel={cancel} label={t(id === null ? 'products.new' : 'common.edit')}>
      <ProductFields form={state.form} />
    </RecordForm>
  )
}
