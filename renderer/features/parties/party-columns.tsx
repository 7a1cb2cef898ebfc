// The columns of the lists of customers, suppliers and carriers.
import { useMemo } from 'react'
import { useText } from '#renderer/lib/language.ts'
import { countryOptions } from '#renderer/ui/country-select.tsx'
import type { GridColumn } from '#renderer/ui/record-grid/grid-column.ts'
import { countryColumn, dayColumn, numberColumn, textColumn } from '#renderer/ui/record-grid/list-columns.ts'
import type { english } from '#shared/i18n/english.ts'
import { currencyCodes } from '#shared/reference/currencies.ts'
import { type PartyRow, partyStatuses } from '#shared/schemas/parties.ts'
import type { ListedRole } from './party-role.ts'
import { PartyStatusBadge } from './party-status.tsx'

export function usePartyColumns(role: ListedRole): readonly GridColumn<PartyRow>[] {
  const text = useText()
  const { language } = text
  // biome-ignore lint/correctness/useExhaustiveDependencies: `t` and `format` change with the language only
  return useMemo(() => partyColumns(role, text), [role, language])
}

function partyColumns(role: ListedRole, { t, format, language }: ReturnType<typeof useText>): GridColumn<PartyRow>[] {
  const name = (key: keyof typeof english.parties.fields) => t(`parties.fields.${key}`)
  const choices = countryOptions(format, language)
  return [
    textColumn('code', name('code'), { width: 96, isQuiet: true }),
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
      grows: true,
    },
    textColumn('nameZh', name('nameZh'), { isHidden: true }),
    countryColumn('country', name('country'), format, { choices, isQuick: true }),
    textColumn('city', name('city'), { width: 120 }),
    {
      key: 'status',
      label: name('status'),
      kind: 'choice',
      text: (row) => t(`parties.statuses.${row.status}`),
      render: (row) => <PartyStatusBadge status={row.status} />,
      choices: partyStatuses.map((status) => ({ value: status, label: t(`parties.statuses.${status}`) })),
      isQuick: true,
      width: 100,
    },
    textColumn('contact', name('contact'), { width: 150 }),
    textColumn('email', name('email'), { width: 190, isQuiet: true }),
    textColumn('phone', name('phone'), { width: 130, isQuiet: true }),
    numberColumn('orderCount', name('orderCount'), format, { isHidden: role === 'supplier', width: 80 }),
    dayColumn('lastOrderOn', name('lastOrderOn'), { isHidden: role !== 'customer', width: 110 }),
    numberColumn('productCount', name('productCount'), format, { isHidden: role !== 'supplier', width: 90 }),
    {
      key: 'currency',
      label: name('currency'),
      kind: 'choice',
      text: (row) => row.currency,
      choices: currencyCodes.map((code) => ({ value: code, label: code })),
      width: 80,
    },
    textColumn('website', name('website'), { isHidden: true }),
    textColumn('taxNumber', name('taxNumber'), { isHidden: true }),
    textColumn('note', name('note'), { isHidden: true, isQuiet: true, width: 200 }),
  ]
}
