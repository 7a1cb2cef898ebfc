// The columns of the ABC table: who the product is, and what it makes of the whole.
import { useMemo } from 'react'
import type { Format } from '#renderer/lib/format.ts'
import { type Spoken, useText } from '#renderer/lib/language.ts'
import type { RowColumn } from '#renderer/ui/row-grid/row-grid.tsx'
import { StatusBadge, type Tone } from '#renderer/ui/status-badge.tsx'
import type { Language, Translate } from '#shared/i18n/translate.ts'
import type { AbcBasis, AbcClass, AbcItem } from '#shared/schemas/insights.ts'
import { AbcProductName, productNames } from './abc-product-name.tsx'

type Columns = RowColumn<AbcItem>[]

export const classTones: Readonly<Record<AbcClass, Tone>> = { A: 'accent', B: 'neutral', C: 'outline' }

export function useAbcColumns(basis: AbcBasis, currency: string | null): Columns {
  const { t, format, language } = useText()
  return useMemo(
    () => [...productColumns(t, format, language), ...figureColumns({ t, format }, basis, currency)],
    [t, format, language, basis, currency],
  )
}

function productColumns(t: Translate, format: Format, language: Language): Columns {
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
  ]
}

function figureColumns({ t, format }: Spoken, basis: AbcBasis, currency: string | null): Columns {
  const percent = (share: number) => format.number((share * 100).toFixed(2))
  const value = (item: AbcItem) => (currency === null ? format.number(item.value) : format.amount(item.value, currency))
  return [
    {
      key: 'value',
      label: [t(`insights.abc.basis.${basis}`), currency ?? ''].join(' ').trim(),
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
}
