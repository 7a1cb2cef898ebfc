// The stock of one product: how much there is where, what waits for it, what is on order, and how it came about.
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { trpc } from '#renderer/lib/api.ts'
import { useText } from '#renderer/lib/language.ts'
import { nameIn } from '#renderer/lib/names.ts'
import { LinkButton } from '#renderer/ui/link-button.tsx'
import { Page } from '#renderer/ui/page.tsx'
import { QueryState } from '#renderer/ui/query-state.tsx'
import { asDay, isDay } from '#shared/dates.ts'
import type { Product } from '#shared/schemas/catalog.ts'
import { AsOfField } from './as-of-field.tsx'
import { ExpectedTable } from './expected-table.tsx'
import { MovementLedger } from './movement-ledger.tsx'
import { NewDocumentMenu } from './new-document-menu.tsx'
import { BatchTable, PlaceTable, ReservationTable } from './place-tables.tsx'
import classes from './stock.module.css'
import { StockFigureRow } from './stock-figures.tsx'

export function ProductStockScreen() {
  const id = Number(useParams({ strict: false }).id)
  const query = useQuery(trpc.products.get.queryOptions({ id }))
  return <QueryState query={query}>{(product) => <ProductStock product={product} />}</QueryState>
}

function ProductStock({ product }: { product: Product }) {
  const { t, language } = useText()
  const navigate = useNavigate()
  const { on: asked } = useSearch({ strict: false }) as { on?: string }
  const on = asked !== undefined && isDay(asked) ? asked : null
  const setOn = (day: string | null) => navigate({ to: '.', search: day === null ? {} : { on: day }, replace: true })
  const levels = useQuery(
    trpc.stock.levels.queryOptions(
      { productId: product.id, on: on === null ? null : asDay(on) },
      { placeholderData: keepPreviousData },
    ),
  )
  return (
    <Page
      name={t('stock.product.title', { sku: product.sku })}
      title={t('stock.product.title', { sku: product.sku })}
      subtitle={
        <span className={classes.name}>{nameIn(language, { name: product.nameEn, nameZh: product.nameZh })}</span>
      }
      actions={
        <>
          <AsOfField on={on} onChange={setOn} />
          <LinkButton to="/products/$id" params={{ id: String(product.id) }}>
            {t('stock.product.open')}
          </LinkButton>
          <NewDocumentMenu product={product.id} />
        </>
      }
    >
      <QueryState query={levels}>
        {(found) => (
          <>
            <StockFigureRow levels={found} />
            <div className={classes.main}>
              <PlaceTable levels={found} />
              <BatchTable levels={found} />
              <ReservationTable levels={found} />
              {on === null ? <ExpectedTable sku={product.sku} unit={product.unit} /> : null}
              <MovementLedger productId={product.id} on={on} />
            </div>
          </>
        )}
      </QueryState>
    </Page>
  )
}
