// The columns of the list of requests for quotation.
import { useMemo } from 'react'
import { useText } from '#renderer/lib/language.ts'
import type { GridColumn } from '#renderer/ui/record-grid/grid-column.ts'
import { dayColumn, numberColumn, textColumn } from '#renderer/ui/record-grid/list-columns.ts'
import type { english } from '#shared/i18n/english.ts'
import { type RequestRow, requestStatuses } from '#shared/schemas/quote-requests.ts'
import { RequestStatusBadge } from './request-status.tsx'

export function useRequestColumns(): readonly GridColumn<RequestRow>[] {
  const text = useText()
  return useMemo(() => requestColumns(text), [text])
}

function requestColumns({ t, format }: ReturnType<typeof useText>): GridColumn<RequestRow>[] {
  const name = (key: keyof typeof english.sourcing.request) => t(`sourcing.request.${key}`)
  return [
    textColumn('number', name('number'), { width: 124 }),
    textColumn('title', name('title'), { width: 200, minWidth: 140, grows: true }),
    {
      key: 'status',
      label: name('status'),
      kind: 'choice',
      text: (row) => t(`sourcing.requestStatuses.${row.status}`),
      render: (row) => <RequestStatusBadge status={row.status} />,
      choices: requestStatuses.map((status) => ({ value: status, label: t(`sourcing.requestStatuses.${status}`) })),
      isQuick: true,
      width: 104,
    },
    dayColumn('requestedOn', name('requestedOn')),
    dayColumn('answerBy', name('answerBy')),
    dayColumn('neededOn', name('neededOn')),
    numberColumn('lineCount', name('lines'), format, { width: 72 }),
    numberColumn('askedCount', t('sourcing.requests.asked'), format, { width: 72 }),
    numberColumn('answeredCount', t('sourcing.requests.answered'), format, { width: 88 }),
    numberColumn('declinedCount', t('sourcing.requests.declined'), format, { width: 84 }),
    textColumn('suppliers', t('sourcing.requests.suppliers'), { width: 260, isQuiet: true }),
    textColumn('note', name('note'), { isHidden: true, isQuiet: true, width: 200 }),
  ]
}
