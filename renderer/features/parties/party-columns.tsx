// The columns of the lists of customers, suppliers and carriers.
import { useMemo } from 'react'
import { useBook } from '#renderer/lib/host-state.ts'
import { type Spoken, useText } from '#renderer/lib/language.ts'
import { countryOptions } from '#renderer/ui/country-select.tsx'
import type { GridColumn } from '#renderer/ui/record-grid/grid-column.ts'
import { countryColumn, dayColumn, numberColumn, textColumn } from '#renderer/ui/record-grid/list-columns.ts'
import type { english } from '#shared/i18n/english.ts'
import { currencyCodes } from '#shared/reference/currencies.ts'
import { customerKinds, type PartyRow, partyStatuses, supplyStatuses } from '#shared/schemas/parties.ts'
import { supplyKinds } from '#shared/schemas/supply-settings.ts'
import type { ListedRole } from './party-role.ts'
import { PartyStatusBadge } from './party-status.tsx'
import { ExpiryCell, SupplyStatusBadge } from './supply/supply-status.tsx'

export function usePartyColumns(role: ListedRole): readonly GridColumn<PartyRow>[] {
  const text = useText()
  const { language } = text
  const { baseCurrency: base } = useBook()
  // biome-ignore lint/correctness/useExhaustiveDependencies: `t` and `format` change with the language only
  return useMemo(() => partyColumns(role, text, base), [role, language, base])
}

function partyColumns(
  role: ListedRole,
  { t, format, language }: ReturnType<typeof useText>,
  base: string,
): GridColumn<PartyRow>[] {
  const name = (key: keyof typeof english.parties.fields) => t(`parties.fields.${key}`)
  const choices = countryOptions(format, language)
  return [
    textColumn('code', name('code'), { width: 80, isQuiet: true }),
    {
      key: 'name',
      label: name('name'),
      kind: 'text',
      text: (row) => `${row.name} ${row.nameZh}`.trim(),
      render: (row) => (
        <>
          {row.name} {row.nameZh ? <span className="q-quiet">{row.nameZh}</span> : null}
        </>
      ),
      width: 240,
      minWidth: 220,
      grows: true,
    },
    textColumn('nameZh', name('nameZh'), { isHidden: true }),
    countryColumn('country', name('country'), format, { choices, isQuick: true, width: 130 }),
    textColumn('city', name('city'), { width: 110 }),
    {
      key: 'status',
      label: name('status'),
      kind: 'choice',
      text: (row) => t(`parties.statuses.${row.status}`),
      render: (row) => <PartyStatusBadge status={row.status} />,
      choices: partyStatuses.map((status) => ({ value: status, label: t(`parties.statuses.${status}`) })),
      isQuick: true,
      width: 92,
    },
    numberColumn('orderCount', name('orderCount'), format, { isHidden: role === 'supplier', width: 76 }),
    dayColumn('lastOrderOn', name('lastOrderOn'), { isHidden: role !== 'customer' }),
    numberColumn('productCount', name('productCount'), format, { isHidden: role !== 'supplier', width: 96 }),
    ...(role === 'customer' ? saleColumns({ t, format }, base) : []),
    textColumn('contact', name('contact'), { width: 140 }),
    textColumn('email', name('email'), { width: 200, isQuiet: true }),
    textColumn('phone', name('phone'), { isHidden: role === 'customer', width: 150, isQuiet: true }),
    {
      key: 'currency',
      label: name('currency'),
      kind: 'choice',
      text: (row) => row.currency,
      choices: currencyCodes.map((code) => ({ value: code, label: code })),
      width: 80,
      isHidden: true,
    },
    textColumn('website', name('website'), { isHidden: true }),
    textColumn('taxNumber', name('taxNumber'), { isHidden: true }),
    textColumn('note', name('note'), { isHidden: true, isQuiet: true, width: 200 }),
    ...(role === 'supplier' ? supplyColumns({ t, format }) : []),
  ]
}

/** What suppliers have beside every party; where they stand and what they are can be filtered at once. */
function supplyColumns({ t, format }: Spoken): GridColumn<PartyRow>[] {
  const name = (key: keyof typeof english.suppliers.fields) => t(`suppliers.fields.${key}`)
  return [
    {
      key: 'supplyStatus',
      label: name('status'),
      kind: 'choice',
      text: (row) => t(`suppliers.statuses.${row.supplyStatus}`),
      render: (row) => <SupplyStatusBadge status={row.supplyStatus} />,
      choices: supplyStatuses.map((value) => ({ value, label: t(`suppliers.statuses.${value}`) })),
      isQuick: true,
      width: 104,
    },
    {
      key: 'supplyKind',
      label: name('kind'),
      kind: 'choice',
      text: (row) => (row.supplyKind === '' ? '' : t(`suppliers.kinds.${row.supplyKind}`)),
      choices: supplyKinds.map((value) => ({
        value,
        label: value === '' ? t('suppliers.noKind') : t(`suppliers.kinds.${value}`),
      })),
      isQuick: true,
      width: 104,
    },
    numberColumn('leadTimeDays', name('leadTimeDays'), format, { width: 84 }),
    dayColumn('certificateOn', name('certificateOn'), {
      isQuick: true,
      width: 128,
      render: (row) => <ExpiryCell expiresOn={row.certificateOn} />,
    }),
    {
      key: 'tags',
      label: name('tags'),
      kind: 'text',
      text: (row) => row.tags.join(' · '),
      width: 140,
      isQuiet: true,
    },
    textColumn('incoterm', name('incoterm'), { isHidden: true, width: 84 }),
    textColumn('place', name('place'), { isHidden: true }),
    textColumn('capacity', name('capacity'), { isHidden: true, width: 180 }),
  ]
}

/** What customers have beside every party. */
function saleColumns({ t, format }: Spoken, base: string): GridColumn<PartyRow>[] {
  const name = (key: Exclude<keyof typeof english.customers.fields, 'revenueIn'>) => t(`customers.fields.${key}`)
  return [
    {
      key: 'customerKind',
      label: name('kind'),
      kind: 'choice',
      text: (row) => (row.customerKind === '' ? '' : t(`customers.kinds.${row.customerKind}`)),
      choices: customerKinds.map((value) => ({ value, label: t(`customers.kinds.${value || 'none'}`) })),
      isQuick: true,
      width: 96,
      isHidden: true,
    },
    textColumn('tier', name('tier'), { width: 84 }),
    {
      key: 'revenue',
      label: t('customers.fields.revenueIn', { currency: base }),
      kind: 'money',
      text: (row) => (row.revenue === null ? '' : format.amount(row.revenue, base)),
      width: 110,
    },
    {
      key: 'creditLimit',
      label: name('limit'),
      kind: 'number',
      text: (row) => (row.creditLimit === null ? '' : format.money(row.creditLimit, row.creditCurrency)),
      width: 120,
      isHidden: true,
    },
    textColumn('owner', name('owner'), { width: 110, isQuiet: true }),
    {
      key: 'tags',
      label: name('tags'),
      kind: 'text',
      text: (row) => row.tags.join(' · '),
      width: 130,
      isQuiet: true,
    },
    textColumn('source', name('source'), { isHidden: true }),
    textColumn('channel', name('channel'), { isHidden: true, width: 100 }),
  ]
}
