// Why stock of a product is worth what it is: the formula, the layers that are left, and what moved the value last.
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { trpc } from '#renderer/lib/api.ts'
import { useText } from '#renderer/lib/language.ts'
import { nameIn } from '#renderer/lib/names.ts'
import { placeName } from '#renderer/lib/place-name.ts'
import { quantityText } from '#renderer/lib/unit-text.ts'
import { FormulaCard } from '#renderer/ui/formula-card.tsx'
import plain from '#renderer/ui/plain-table.module.css'
import { QueryState } from '#renderer/ui/query-state.tsx'
import { RecordDrawer } from '#renderer/ui/record-drawer.tsx'
import { ScrollRegion } from '#renderer/ui/scroll-region.tsx'
import { SectionTitle } from '#renderer/ui/section-title.tsx'
import { TableHead } from '#renderer/ui/table-head.tsx'
import type { ValuationItem } from '#shared/schemas/costing-reports.ts'
import classes from './stock-reports.module.css'

type Question = { productId: number; warehouseId: number | null; on: string | null }

export function ValuationCard({ question, onClose }: { question: Question; onClose: () => void }) {
  const { t, language } = useText()
  const query = useQuery(trpc.costing.valuationItem.queryOptions(question, { placeholderData: keepPreviousData }))
  const item = query.data
  return (
    <RecordDrawer
      name={item ? `${item.sku} ${nameIn(language, item)}` : t('stockReports.card.title')}
      title={
        item ? (
          <Link className="q-link" to="/products/$id" params={{ id: String(item.productId) }}>
            {item.sku}
          </Link>
        ) : (
          ''
        )
      }
      subtitle={item ? nameIn(language, item) : ''}
      onClose={onClose}
    >
      <QueryState query={query}>{(data) => <Card item={data} />}</QueryState>
    </RecordDrawer>
  )
}

function Card({ item }: { item: ValuationItem }) {
  const { t, format } = useText()
  const { baseCurrency: base } = item
  return (
    <div className={classes.card}>
      <FormulaCard
        title={t('stockReports.card.value')}
        formula={t(`stockReports.formulas.${item.method}`)}
        inputs={[
          { label: t('stockReports.columns.quantity'), value: quantityText(format, item.quantity, item.unit) },
          {
            label: t('stockReports.columns.value'),
            value: item.value === null ? t('stockReports.noCost') : format.money(item.value, base),
          },
          {
            label: t('stockReports.columns.averageCost'),
            value: item.averageCost === null ? t('stockReports.noCost') : format.money(item.averageCost, base),
          },
          { label: t('stockReports.columns.uncosted'), value: quantityText(format, item.uncosted, item.unit) },
        ]}
        footnote={t('stockReports.card.asOf', { day: item.on })}
      />
      <Layers item={item} />
      <Changes item={item} />
    </div>
  )
}

function Layers({ item }: { item: ValuationItem }) {
  const { t, format } = useText()
  if (item.layers.length === 0) return null
  const { baseCurrency: base } = item
  return (
    <section>
      <SectionTitle>{t('stockReports.card.layers')}</SectionTitle>
      <ScrollRegion name={t('stockReports.card.layers')}>
        <table className={plain.table}>
          <TableHead
            heads={[
              t('stockReports.card.since'),
              t('stockReports.place'),
              { numeric: t('stockReports.columns.quantity') },
              { numeric: t('stockReports.card.unitCost', { currency: base }) },
              { numeric: t('stockReports.card.valueIn', { currency: base }) },
            ]}
          />
          <tbody>
            {item.layers.map((layer, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: layers of one receipt differ by nothing else
              <tr key={`${layer.warehouseId} ${layer.movementId} ${index}`}>
                <td>
                  <span data-figure>{layer.on}</span> {[layer.documentNumber, layer.batch].filter(Boolean).join(' · ')}
                </td>
                <td>{placeName(t, { id: layer.warehouseId, name: layer.warehouse })}</td>
                <td data-numeric>{format.number(layer.quantity)}</td>
                <td data-numeric>{layer.unitCost === null ? '–' : format.amount(layer.unitCost, base)}</td>
                <td data-numeric>{layer.value === null ? '–' : format.amount(layer.value, base)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </section>
  )
}

function Changes({ item }: { item: ValuationItem }) {
  const { t, format } = useText()
  if (item.changes.length === 0) return null
  return (
    <section>
      <SectionTitle>{t('stockReports.card.changes')}</SectionTitle>
      <ScrollRegion name={t('stockReports.card.changes')}>
        <table className={plain.table}>
          <TableHead
            heads={[
              t('stockReports.card.day'),
              t('stockReports.card.what'),
              { numeric: t('stockReports.columns.quantity') },
              { numeric: t('stockReports.card.valueIn', { currency: item.baseCurrency }) },
            ]}
          />
          <tbody>
            {item.changes.map((change) => (
              <tr key={`${change.movementId} ${change.cause} ${change.on}`}>
                <td data-figure>{change.on}</td>
                <td>{[causeText(t, change), change.documentNumber].filter(Boolean).join(' · ')}</td>
                <td data-numeric>{change.cause === 'movement' ? format.number(change.quantity) : ''}</td>
                <td data-numeric>{format.amount(change.value, item.baseCurrency)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
      {item.changeCount > item.changes.length ? (
        <p className="q-quiet">{t('stockReports.card.moreChanges', { formatted: format.number(item.changeCount) })}</p>
      ) : null}
    </section>
  )
}

type Change = ValuationItem['changes'][number]

function causeText(t: ReturnType<typeof useText>['t'], { cause, kind }: Change): string {
  return cause === 'movement'
    ? t(`stock.kinds.${kind}` as 'stock.kinds.receipt')
    : t(`stockReports.causes.${cause}` as 'stockReports.causes.variance')
}
