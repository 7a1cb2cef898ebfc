// The columns of the list of batches.
import { useMemo } from 'react'
import { useText } from '#renderer/lib/language.ts'
import { namesIn } from '#renderer/lib/names.ts'
import { quantityText } from '#renderer/lib/unit-text.ts'
import { useToday } from '#renderer/lib/use-today.ts'
import type { GridColumn } from '#renderer/ui/record-grid/grid-column.ts'
import { dayColumn, numberColumn, textColumn } from '#renderer/ui/record-grid/list-columns.ts'
import { type Day, daysBetween } from '#shared/dates.ts'
import type { english } from '#shared/i18n/english.ts'
import type { BatchRow } from '#shared/schemas/batches.ts'

export function useBatchColumns(): readonly GridColumn<BatchRow>[] {
  const text = useText()
  const today = useToday()
  return useMemo(() => batchColumns(text, today), [text, today])
}

function batchColumns({ t, format, language }: ReturnType<typeof useText>, today: Day): GridColumn<BatchRow>[] {
  const name = (key: keyof typeof english.batches.fields) => t(`batches.fields.${key}`)
  return [
    textColumn('code', name('code'), { width: 140 }),
    textColumn('sku', name('product'), { width: 120 }),
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
      ...numberColumn<BatchRow>('onHand', name('onHand'), format),
      text: (row) => quantityText(format, row.onHand, row.unit),
      width: 120,
    },
    dayColumn('expiresOn', name('expiresOn'), { width: 116 }),
    {
      key: 'daysLeft',
      label: name('daysLeft'),
      kind: 'number',
      isPlain: true,
      text: (row) => (row.expiresOn === null ? '' : format.number(daysBetween(today, row.expiresOn))),
      width: 100,
    },
    textColumn('places', name('places'), { width: 180 }),
    dayColumn('madeOn', name('madeOn'), { isHidden: true }),
    textColumn('note', name('note'), { isHidden: true, isQuiet: true, width: 200 }),
  ]
}
