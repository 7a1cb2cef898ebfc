// A product beside its list.
import { useQuery } from '@tanstack/react-query'
import { trpc } from '#renderer/lib/api.ts'
import { useText } from '#renderer/lib/language.ts'
import { LinkButton } from '#renderer/ui/link-button.tsx'
import { QueryState } from '#renderer/ui/query-state.tsx'
import { RecordDrawer } from '#renderer/ui/record-drawer.tsx'
import { WriteGate } from '#renderer/ui/write-gate.tsx'
import { ProductFacts } from './product-facts.tsx'
import { productTitle } from './product-name.tsx'
import { ProductStatusBadge } from './product-status.tsx'

export function ProductDrawer({ id, onClose }: { id: number; onClose: () => void }) {
  const { t, language } = useText()
  const query = useQuery(trpc.products.get.queryOptions({ id }))
  const product = query.data
  const params = { id: String(id) }
  return (
    <RecordDrawer
      name={product?.sku ?? t('products.one')}
      title={product?.sku ?? ''}
      badge={product ? <ProductStatusBadge status={product.status} /> : null}
      subtitle={product ? productTitle(product, language) : null}
      actions={
        <>
          <WriteGate>
            <LinkButton to="/products/$id/edit" params={params}>
              {t('common.edit')}
            </LinkButton>
          </WriteGate>
          <LinkButton to="/products/$id" params={params}>
            {t('common.openPage')}
          </LinkButton>
        </>
      }
      onClose={onClose}
    >
      <QueryState query={query}>{(found) => <ProductFacts product={found} />}</QueryState>
    </RecordDrawer>
  )
}
