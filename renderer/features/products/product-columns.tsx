// The columns of the product list.
import { useMemo } from 'react'
import { useText } from '#renderer/lib/language.ts'
import { nameIn, namesIn } from '#renderer/lib/names.ts'
import { quantityText } from '#renderer/lib/unit-text.ts'
import { countryOptions } from '#renderer/ui/country-select.tsx'
import { suggestCategories, suggestParties } from '#renderer/ui/record-grid/edit/suggest-records.ts'
import type { GridColumn } from '#renderer/ui/record-grid/grid-column.ts'
import {
  amountText,
  countryColumn,
  numberColumn,
  partyColumn,
  textColumn,
} from '#renderer/ui/record-grid/list-columns.ts'
import type { english } from '#shared/i18n/english.ts'
import { currencyCodes } from '#shared/reference/currencies.ts'
import { type ProductRow, productKinds, productStatuses, productTrackings } from '#shared/schemas/catalog.ts'
import { ProductName } from './product-name.tsx'
import { ProductStatusBadge } from './product-status.tsx'
import classes from './products.module.css'

export function useProductColumns(): readonly GridColumn<ProductRow>[] {
  const text = useText()
  return useMemo(() => productColumns(text), [text])
}

function productColumns({ t, format, language }: ReturnType<typeof useText>): GridColumn<ProductRow>[] {
  const name = (key: keyof typeof english.products.fields) => t(`products.fields.${key}`)
  const countries = countryOptions(format, language)
  const currencies = currencyCodes.map((code) => ({ value: code, label: code }))
  return [
    {
      key: 'thumbnail',
      label: name('thumbnail'),
      hidesLabel: true,
      isPlain: true,
      kind: 'text',
      text: () => '',
      render: (row) => (row.thumbnail ? <img className={classes.thumbnail} src={row.thumbnail} alt="" /> : null),
      width: 32,
    },
    textColumn('sku', name('sku'), { width: 112 }),
    {
      key: 'nameEn',
      label: name('name'),
      kind: 'text',
      text: (row) => namesIn(language, row.nameEn, row.nameZh).join(' '),
      render: (row) => <ProductName {...row} />,
      edit: language === 'zh-CN' ? { column: 'nameZh', text: (row) => row.nameZh } : {},
      width: 280,
      minWidth: 220,
      grows: true,
    },
    textColumn('nameZh', name('nameZh'), { isHidden: true }),
    {
      key: 'kind',
      label: name('kind'),
      kind: 'choice',
      text: (row) => t(`products.kinds.${row.kind}`),
      choices: productKinds.map((kind) => ({ value: kind, label: t(`products.kinds.${kind}`) })),
      width: 130,
      isHidden: true,
    },
    textColumn('variantLabel', name('variantLabel'), { isHidden: true, width: 110 }),
    {
      ...textColumn<ProductRow>('category', name('category'), { isQuick: true, width: 120 }),
      text: (row) => nameIn(language, { name: row.category, nameZh: row.categoryZh }),
      edit: { suggest: suggestCategories(language) },
    },
    {
      key: 'status',
      label: name('status'),
      kind: 'choice',
      text: (row) => t(`products.statuses.${row.status}`),
      render: (row) => <ProductStatusBadge status={row.status} />,
      choices: productStatuses.map((status) => ({ value: status, label: t(`products.statuses.${status}`) })),
      isQuick: true,
      width: 112,
    },
    {
      ...numberColumn<ProductRow>('price', name('price'), format),
      kind: 'money',
      text: (row) => format.money(row.price, row.priceCurrency),
      edit: { text: (row) => amountText(row.price, row.priceCurrency) },
      width: 120,
    },
    {
      ...numberColumn<ProductRow>('cost', name('cost'), format),
      kind: 'money',
      text: (row) => format.money(row.cost, row.costCurrency),
      edit: { text: (row) => amountText(row.cost, row.costCurrency) },
      width: 120,
    },
    {
      key: 'priceCurrency',
      label: name('priceCurrency'),
      kind: 'choice',
      text: (row) => row.priceCurrency ?? '',
      choices: currencies,
      width: 90,
      isHidden: true,
    },
    {
      key: 'costCurrency',
      label: name('costCurrency'),
      kind: 'choice',
      text: (row) => row.costCurrency ?? '',
      choices: currencies,
      width: 90,
      isHidden: true,
    },
    {
      ...numberColumn<ProductRow>('onHand', name('onHand'), format),
      text: (row) => (row.onHand === null ? '' : quantityText(format, row.onHand, row.unit)),
      width: 110,
    },
    partyColumn('supplier', name('supplier'), {
      ...{ language, nameZh: 'supplierZh' },
      width: 170,
      isHidden: true,
      edit: { suggest: suggestParties('supplier', language) },
    }),
    textColumn('unit', name('unit'), { isHidden: true, width: 70 }),
    textColumn('barcodes', name('barcodes'), { isHidden: true }),
    textColumn('hsCode', name('hsCode'), { isHidden: true, width: 110 }),
    countryColumn('originCountry', name('originCountry'), format, { choices: countries, isHidden: true }),
    {
      ...numberColumn<ProductRow>('onOrder', name('onOrder'), format, { isHidden: true }),
      text: (row) => (row.onOrder === null ? '' : quantityText(format, row.onOrder, row.unit)),
    },
    numberColumn('moq', name('moq'), format, { isHidden: true }),
    numberColumn('reorderPoint', name('reorderPoint'), format, { isHidden: true }),
    numberColumn('orderMultiple', name('orderMultiple'), format, { isHidden: true }),
    numberColumn('leadTimeDays', name('leadTimeDays'), format, { isHidden: true }),
    {
      key: 'tracking',
      label: name('tracking'),
      kind: 'choice',
      text: (row) => t(`products.trackings.${row.tracking}`),
      choices: productTrackings.map((value) => ({ value, label: t(`products.trackings.${value}`) })),
      width: 130,
      isHidden: true,
    },
    flagColumn('noSale', name('noSale'), t('common.yes')),
    { ...numberColumn<ProductRow>('netWeightGrams', `${name('netWeight')} (g)`, format), isHidden: true, width: 110 },
    {
      ...numberColumn<ProductRow>('grossWeightGrams', `${name('grossWeight')} (g)`, format),
      isHidden: true,
      width: 110,
    },
    numberColumn('piecesPerCarton', name('piecesPerCarton'), format, { isHidden: true, width: 120 }),
    { ...numberColumn<ProductRow>('vatRatePercent', `${name('vatRate')} %`, format), isHidden: true },
    { ...numberColumn<ProductRow>('refundRatePercent', `${name('refundRate')} %`, format), isHidden: true },
    textColumn('note', name('note'), { isHidden: true, isQuiet: true, width: 200 }),
  ]
}

function flagColumn(key: 'noSale', label: string, yes: string): GridColumn<ProductRow> {
  return { key, label, kind: 'flag', text: (row) => (row[key] ? yes : ''), width: 90, isHidden: true }
}
