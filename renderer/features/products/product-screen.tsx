// A product on its own page.
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { client, trpc } from '#renderer/lib/api.ts'
import { useText } from '#renderer/lib/language.ts'
import { RecordAlerts } from '#renderer/ui/alerts/record-alerts.tsx'
import { ArchiveButton } from '#renderer/ui/archive-button.tsx'
import { LinkButton } from '#renderer/ui/link-button.tsx'
import { Page } from '#renderer/ui/page.tsx'
import { QueryState } from '#renderer/ui/query-state.tsx'
import { RecordPanels } from '#renderer/ui/record-panels/record-panels.tsx'
import { StatusBadge } from '#renderer/ui/status-badge.tsx'
import { WriteGate } from '#renderer/ui/write-gate.tsx'
import type { Product } from '#shared/schemas/catalog.ts'
import { CustomsFacts, KitFacts, PackingFacts, TradeFacts, VariantFacts } from './product-facts.tsx'
import { productTitle } from './product-name.tsx'
import { ProductPictures } from './product-pictures.tsx'
import { ProductStatusBadge } from './product-status.tsx'
import classes from './products.module.css'

export function ProductScreen() {
  const id = Number(useParams({ strict: false }).id)
  const query = useQuery(trpc.products.get.queryOptions({ id }))
  return <QueryState query={query}>{(product) => <ProductPage product={product} />}</QueryState>
}

function ProductPage({ product }: { product: Product }) {
  const { t, language } = useText()
  return (
    <Page
      name={product.sku}
      title={
        <>
          {product.sku} <ProductStatusBadge status={product.status} />
          {product.archived ? <StatusBadge>{t('common.archived')}</StatusBadge> : null}
        </>
      }
      subtitle={productTitle(product, language)}
      actions={<ProductActions product={product} />}
    >
      <RecordAlerts kind="product" id={product.id} />
      <div className={classes.columns}>
        <div>
          <ProductPictures product={product} />
          <TradeFacts product={product} />
          <KitFacts product={product} />
          <VariantFacts product={product} />
        </div>
        <div className={classes.beside}>
          <CustomsFacts product={product} />
          <PackingFacts product={product} />
        </div>
        <RecordPanels kind="product" id={product.id} />
      </div>
    </Page>
  )
}

function ProductActions({ product }: { product: Product }) {
  const { t } = useText()
  return (
    <>
      {product.kind === 'family' ? (
        <WriteGate>
          <LinkButton to="/products/new" search={{ parent: product.id }}>
            {t('products.variant.add')}
          </LinkButton>
        </WriteGate>
      ) : null}
      <ArchiveButton
        archived={product.archived}
        archive={() => client.products.archive.mutate({ ids: [product.id] })}
        unarchive={() => client.products.unarchive.mutate({ ids: [product.id] })}
      />
      <WriteGate>
        <LinkButton variant="filled" to="/products/$id/edit" params={{ id: String(product.id) }}>
          {t('common.edit')}
        </LinkButton>
      </WriteGate>
    </>
  )
}
