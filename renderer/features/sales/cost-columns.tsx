// The columns of the list of costs of selling.
import { useMemo } from 'react'
import { useText } from '#renderer/lib/language.ts'
import { nameIn } from '#renderer/lib/names.ts'
import type { GridColumn } from '#renderer/ui/record-grid/grid-column.ts'
import { dayColumn, partyColumn, textColumn } from '#renderer/ui/record-grid/list-columns.ts'
import { StatusBadge } from '#renderer/ui/status-badge.tsx'
import type { english } from '#shared/i18n/english.ts'
import { type SalesCostRow, salesCostKinds } from '#shared/schemas/sales-costs.ts'

export function useCostColumns(baseCurrency: string): readonly GridColumn<SalesCostRow>[] {
  const text = useText()
  return useMemo(() => costColumns(text, baseCurrency), [text, baseCurrency])
}

function costColumns(
  { t, format, language }: ReturnType<typeof useText>,
  baseCurrency: string,
): GridColumn<SalesCostRow>[] {
  const name = (key: keyof typeof english.sales.costs.fields) => t(`sales.costs.fields.${key}`)
  return [
    dayColumn('on', name('on'), { isQuick: true }),
    {
      key: 'kind',
      label: name('kind'),
      kind: 'choice',
      text: (row) => t(`sales.kinds.${row.kind}`),
      choices: salesCostKinds.map((value) => ({ value, label: t(`sales.kinds.${value}`) })),
      isQuick: true,
      width: 136,
    },
    textColumn('orderNumber', name('order'), { width: 128 }),
    textColumn('channel', name('channel'), { width: 112 }),
    textColumn('sku', name('product'), { width: 104 }),
    {
      key: 'amount',
      label: name('amount'),
      kind: 'money',
      text: (row) => format.money(row.amount, row.currency),
      width: 120,
    },
    {
      key: 'baseAmount',
      label: t('sales.costs.inBase', { currency: baseCurrency }),
      kind: 'money',
      text: (row) => (row.baseAmount === null ? t('sales.costs.noRate') : format.amount(row.baseAmount, baseCurrency)),
      width: 112,
    },
    {
      key: 'isEstimate',
      label: t('sales.costs.expected'),
      kind: 'flag',
      text: (row) => (row.isEstimate ? t('sales.states.estimated') : ''),
      render: (row) =>
        row.isEstimate ? <StatusBadge tone="outline">{t('sales.states.estimated')}</StatusBadge> : null,
      width: 110,
    },
    partyColumn('party', name('party'), { language, nameZh: 'partyZh', width: 136 }),
    textColumn('reference', name('reference'), { width: 136, minWidth: 112, grows: true }),
    {
      key: 'product',
      label: t('sales.groups.product'),
      kind: 'text',
      text: (row) => nameIn(language, { name: row.product, nameZh: row.productZh }),
      isHidden: true,
      width: 180,
    },
    textColumn('note', name('note'), { isHidden: true, isQuiet: true, width: 200 }),
  ]
}
