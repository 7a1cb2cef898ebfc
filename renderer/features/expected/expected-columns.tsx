// The columns of the list of goods on order.
import { useMemo } from 'react'
import { useText } from '#renderer/lib/language.ts'
import { namesIn } from '#renderer/lib/names.ts'
import { placeName } from '#renderer/lib/place-name.ts'
import { quantityText } from '#renderer/lib/unit-text.ts'
import { suggestParties } from '#renderer/ui/record-grid/edit/suggest-records.ts'
import type { GridColumn } from '#renderer/ui/record-grid/grid-column.ts'
import { dayColumn, numberColumn, partyColumn, textColumn } from '#renderer/ui/record-grid/list-columns.ts'
import type { english } from '#shared/i18n/english.ts'
import { type ExpectedRow, expectedStatuses } from '#shared/schemas/expected.ts'
import { ExpectedStatusBadge } from './expected-status.tsx'

export function useExpectedColumns(): readonly GridColumn<ExpectedRow>[] {
  const text = useText()
  return useMemo(() => expectedColumns(text), [text])
}

function expectedColumns({ t, format, language }: ReturnType<typeof useText>): GridColumn<ExpectedRow>[] {
  const name = (key: keyof typeof english.expected.fields) => t(`expected.fields.${key}`)
  return [
    textColumn('sku', name('product'), { width: 112 }),
    {
      key: 'nameEn',
      label: name('name'),
      kind: 'text',
      text: (row) => namesIn(language, row.nameEn, row.nameZh).join(' '),
      width: 240,
      minWidth: 160,
      grows: true,
    },
    {
      ...numberColumn<ExpectedRow>('quantity', name('quantity'), format),
      text: (row) => quantityText(format, row.quantity, row.unit),
      edit: { text: (row) => String(row.quantity) },
      width: 120,
    },
    dayColumn('expectedOn', name('expectedOn'), { width: 116 }),
    {
      key: 'status',
      label: name('status'),
      kind: 'choice',
      text: (row) => t(`expected.statuses.${row.status}`),
      render: (row) => <ExpectedStatusBadge row={row} />,
      choices: expectedStatuses.map((status) => ({ value: status, label: t(`expected.statuses.${status}`) })),
      isQuick: true,
      width: 120,
    },
    partyColumn('supplier', name('supplier'), {
      ...{ language, nameZh: 'supplierZh' },
      width: 180,
      edit: { suggest: suggestParties('supplier', language) },
    }),
    dayColumn('orderedOn', name('orderedOn'), { width: 116 }),
    {
      ...textColumn<ExpectedRow>('warehouse', name('warehouse'), { width: 140 }),
      text: (row) => placeName(t, { id: row.warehouseId, name: row.warehouse }),
    },
    textColumn('reference', name('reference'), { width: 130 }),
    dayColumn('receivedOn', name('receivedOn'), { isHidden: true }),
    textColumn('source', name('source'), { isHidden: true, isQuiet: true }),
    textColumn('note', name('note'), { isHidden: true, isQuiet: true, width: 200 }),
  ]
}
