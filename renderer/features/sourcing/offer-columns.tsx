// The columns of the list of offers.
import { useMemo } from 'react'
import { useText } from '#renderer/lib/language.ts'
import { namesIn } from '#renderer/lib/names.ts'
import { quantityText } from '#renderer/lib/unit-text.ts'
import type { GridColumn } from '#renderer/ui/record-grid/grid-column.ts'
import { dayColumn, numberColumn, partyColumn, textColumn } from '#renderer/ui/record-grid/list-columns.ts'
import type { english } from '#shared/i18n/english.ts'
import { currencyCodes } from '#shared/reference/currencies.ts'
import type { OfferRow } from '#shared/schemas/offers.ts'
import { OfferStateBadge } from './offer-state.tsx'

export function useOfferColumns(): readonly GridColumn<OfferRow>[] {
  const text = useText()
  return useMemo(() => offerColumns(text), [text])
}

function offerColumns({ t, format, language }: ReturnType<typeof useText>): GridColumn<OfferRow>[] {
  const name = (key: keyof typeof english.sourcing.offer) => t(`sourcing.offer.${key}`)
  const quantity = (key: 'minOrder' | 'carton'): Partial<GridColumn<OfferRow>> => ({
    text: (row) => {
      const value = row[key]
      return value === null ? '' : quantityText(format, value, row.unit)
    },
    width: 112,
  })
  return [
    textColumn('sku', name('product'), { width: 112 }),
    {
      key: 'nameEn',
      label: t('sourcing.offers.name'),
      kind: 'text',
      text: (row) => namesIn(language, row.nameEn, row.nameZh).join(' '),
      width: 200,
      minWidth: 140,
      grows: true,
    },
    partyColumn('supplier', name('supplier'), { language, nameZh: 'supplierZh', width: 180 }),
    {
      key: 'price',
      label: t('sourcing.offers.lowest'),
      kind: 'money',
      text: (row) => format.money(row.price, row.currency),
      width: 112,
    },
    {
      key: 'bestPrice',
      label: t('sourcing.offers.best'),
      kind: 'money',
      text: (row) => (row.breakCount > 1 ? format.money(row.bestPrice, row.currency) : ''),
      width: 112,
    },
    {
      key: 'state',
      label: t('sourcing.offers.state'),
      kind: 'text',
      isPlain: true,
      text: (row) => t(`sourcing.offerStates.${row.state}`),
      render: (row) => <OfferStateBadge state={row.state} />,
      width: 104,
    },
    dayColumn('validFrom', name('validFrom')),
    dayColumn('validTo', name('validTo')),
    { ...numberColumn<OfferRow>('minOrder', name('minOrder'), format), ...quantity('minOrder') },
    numberColumn('leadTimeDays', name('leadTimeDays'), format, { width: 84 }),
    textColumn('supplierCode', name('supplierCode'), { width: 112 }),
    {
      key: 'currency',
      label: name('currency'),
      kind: 'choice',
      text: (row) => row.currency,
      choices: currencyCodes.map((code) => ({ value: code, label: code })),
      isQuick: true,
      isHidden: true,
      width: 84,
    },
    { ...numberColumn<OfferRow>('carton', name('carton'), format), ...quantity('carton'), isHidden: true },
    textColumn('supplierName', name('supplierName'), { isHidden: true }),
    textColumn('incoterm', name('incoterm'), { isHidden: true, width: 84 }),
    textColumn('place', name('place'), { isHidden: true }),
    textColumn('source', name('source'), { isHidden: true, isQuiet: true }),
    textColumn('note', name('note'), { isHidden: true, isQuiet: true, width: 200 }),
  ]
}
