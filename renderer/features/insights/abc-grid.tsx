// Products in rank order with their class; the value opens its card.
import { useMemo } from 'react'
import { useText } from '#renderer/lib/language.ts'
import { type RowColumn, RowGrid } from '#renderer/ui/row-grid/row-grid.tsx'
import { StatusBadge, type Tone } from '#renderer/ui/status-badge.tsx'
import type { AbcBasis, AbcClass, AbcItem, AbcResult } from '#shared/schemas/insights.ts'
import classes from './abc-grid.module.css'
import { AbcProductName, productNames } from './abc-product-name.tsx'

type AbcGridProps = { basis: AbcBasis; result: AbcResult; openId: number | null; onOpen: (productId: number) => void }

export function AbcGrid({ basis, result, openId, onOpen }: AbcGridProps) {
  const { t } = useText()
  const columns = useAbcColumns(basis, result.currency)
  return (
    <div className={classes.grid}>
      <RowGrid
        label={t('insights.abc.table')}
        rows={result.items}
        columns={columns}
        idOf={idOf}
        openId={openId === null ? null : String(openId)}
        onOpen={({ productId }) => onOpen(productId)}
      />
    </div>
  )
}

function idOf({ productId }: AbcItem): string {
  return String(productId)
}

export const classTones: Readonly<Record<AbcClass, Tone>> = { A: 'accent', B: 'neutral', C: 'outline' }

function useAbcColumns(basis: AbcBasis, currency: string | null): RowColumn<AbcItem>[] {
  const { t, format, language } = useText()
  return useMemo(() => {
    const percent = (share: number) => format.number((share * 100).toFixed(2))
    const value = ({ value: figure }: AbcItem) =>
      currency === null ? format.number(figure) : format.amount(figure, currency)
    const unit = currency === null ? '' : ` ${currency}`
    return [
      {
        key: 'rank',
        label: '#',
        text: ({ rank }) => format.number(rank),
        sortBy: ({ rank }) => rank,
        width: 56,
        isNumeric: true,
      },
      { key: 'sku', label: t('insights.abc.columns.sku'), text: ({ sku }) => sku, width: 120 },
      {
        key: 'product',
        label: t('insights.abc.columns.product'),
        text: (item) => productNames(item, language).join(' '),
        render: (item) => <AbcProductName item={item} />,
        width: 260,
        grows: true,
      },
      {
        key: 'class',
        label: t('insights.abc.columns.class'),
        text: (item) => item.class,
        render: (item) => <StatusBadge tone={classTones[item.class]}>{item.class}</StatusBadge>,
        width: 72,
      },
      {
        key: 'value',
        label: `${t(`insights.abc.basis.${basis}`)}${unit}`,
        text: value,
        sortBy: (item) => Number(item.value),
        render: (item) => <span className="q-explains">{value(item)}</span>,
        width: 150,
        isNumeric: true,
      },
      {
        key: 'share',
        label: t('insights.abc.columns.share'),
        text: (item) => percent(item.share),
        sortBy: (item) => item.share,
        width: 100,
        isNumeric: true,
      },
      {
        key: 'cumulative',
        label: t('insights.abc.columns.cumulative'),
        text: (item) => percent(item.cumulativeShare),
        sortBy: (item) => item.rank,
        width: 120,
        isNumeric: true,
      },
    ]
  }, [t, format, language, basis, currency])
}
