// The columns of the list of counts.
import { useMemo } from 'react'
import { useText } from '#renderer/lib/language.ts'
import { placeName } from '#renderer/lib/place-name.ts'
import type { GridColumn } from '#renderer/ui/record-grid/grid-column.ts'
import { dayColumn, numberColumn, textColumn } from '#renderer/ui/record-grid/list-columns.ts'
import { type CountRow, countScopes, countStatuses } from '#shared/schemas/counting.ts'
import { CountStatusBadge, scopeText } from './count-words.tsx'

export function useCountColumns(): readonly GridColumn<CountRow>[] {
  const text = useText()
  return useMemo(() => countColumns(text), [text])
}

function countColumns(text: ReturnType<typeof useText>): GridColumn<CountRow>[] {
  const { t, format } = text
  return [
    textColumn('number', t('counting.fields.number'), { width: 130 }),
    dayColumn('on', t('counting.fields.day')),
    {
      ...textColumn('warehouse', t('counting.fields.place'), { width: 180, grows: true }),
      text: (row) => placeName(t, { id: row.warehouseId, name: row.warehouse }),
    },
    {
      key: 'scope',
      label: t('counting.fields.scope'),
      kind: 'choice',
      text: (row) => scopeText(text, row),
      choices: countScopes.map((scope) => ({ value: scope, label: t(`counting.scopes.${scope}`) })),
      isQuick: true,
      width: 180,
    },
    {
      key: 'status',
      label: t('counting.fields.status'),
      kind: 'choice',
      text: (row) => t(`counting.statuses.${row.status}`),
      render: (row) => <CountStatusBadge status={row.status} />,
      choices: countStatuses.map((status) => ({ value: status, label: t(`counting.statuses.${status}`) })),
      isQuick: true,
      width: 104,
    },
    numberColumn('countedCount', t('counting.fields.countedCount'), format, { width: 96 }),
    numberColumn('lineCount', t('counting.fields.lineCount'), format, { width: 80 }),
    textColumn('documentNumber', t('counting.fields.document'), { width: 130 }),
    textColumn('note', t('counting.fields.note'), { isHidden: true, isQuiet: true, width: 200 }),
  ]
}
