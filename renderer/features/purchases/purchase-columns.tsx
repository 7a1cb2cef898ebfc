// The columns of the list of purchase orders.
import { useMemo } from 'react'
import { useBook } from '#renderer/lib/host-state.ts'
import { useText } from '#renderer/lib/language.ts'
import type { GridColumn } from '#renderer/ui/record-grid/grid-column.ts'
import { dayColumn, numberColumn, partyColumn, textColumn } from '#renderer/ui/record-grid/list-columns.ts'
import { StatusBadge } from '#renderer/ui/status-badge.tsx'
import { currencyCodes } from '#shared/reference/currencies.ts'
import { type PurchaseRow, purchaseStatuses } from '#shared/schemas/purchases.ts'
import { PurchaseStatusBadge } from './purchase-status.tsx'

export function usePurchaseColumns(): readonly GridColumn<PurchaseRow>[] {
  const text = useText()
  const { baseCurrency } = useBook()
  return useMemo(() => purchaseColumns(text, baseCurrency), [text, baseCurrency])
}

function purchaseColumns({ t, format, language }: ReturnType<typeof useText>, base: string): GridColumn<PurchaseRow>[] {
  return [
    textColumn('number', t('purchases.fields.number'), { width: 128 }),
    dayColumn('orderedOn', t('purchases.fields.orderedOn'), { width: 108 }),
    partyColumn('supplier', t('purchases.fields.supplier'), {
      ...{ language, nameZh: 'supplierZh' },
      width: 220,
      grows: true,
    }),
    {
      key: 'status',
      label: t('purchases.fields.status'),
      kind: 'choice',
      text: (row) => t(`purchases.statuses.${row.status}`),
      render: (row) => <PurchaseStatusBadge status={row.status} />,
      choices: purchaseStatuses.map((status) => ({ value: status, label: t(`purchases.statuses.${status}`) })),
      isQuick: true,
      width: 112,
    },
    dayColumn('nextOn', t('purchases.fields.nextOn'), {
      isQuick: true,
      width: 140,
      render: (row) =>
        row.isLate ? (
          <>
            {row.nextOn} <StatusBadge tone="bad">{t('purchases.late')}</StatusBadge>
          </>
        ) : (
          row.nextOn
        ),
    }),
    {
      ...numberColumn<PurchaseRow>('total', t('purchases.fields.total'), format),
      kind: 'money',
      text: (row) => format.money(row.total, row.currency),
      width: 132,
    },
    {
      ...numberColumn<PurchaseRow>('baseTotal', t('orders.fields.baseTotal', { currency: base }), format),
      kind: 'money',
      text: (row) => (row.baseTotal === null ? t('purchases.rate.none') : format.amount(row.baseTotal, base)),
      width: 124,
    },
    numberColumn('lineCount', t('purchases.fields.lineCount'), format, { width: 76 }),
    dayColumn('promisedOn', t('purchases.fields.promisedOn'), { isHidden: true }),
    textColumn('warehouse', t('purchases.fields.warehouse'), { isHidden: true }),
    textColumn('reference', t('purchases.fields.reference'), { isHidden: true }),
    textColumn('incoterm', t('purchases.fields.incoterm'), { isHidden: true, width: 96 }),
    {
      key: 'currency',
      label: t('purchases.fields.currency'),
      kind: 'choice',
      text: (row) => row.currency,
      choices: currencyCodes.map((code) => ({ value: code, label: code })),
      width: 80,
      isHidden: true,
    },
    numberColumn('rate', t('purchases.fields.rate'), format, { isHidden: true }),
    dayColumn('rateOn', t('purchases.fields.rateOn'), { isHidden: true }),
    textColumn('channel', t('purchases.fields.channel'), { isHidden: true, width: 110 }),
    textColumn('externalId', t('purchases.fields.externalId'), { isHidden: true, width: 130 }),
    textColumn('note', t('purchases.fields.note'), { isHidden: true, isQuiet: true, width: 200 }),
  ]
}
