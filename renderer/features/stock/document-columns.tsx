// The columns of the list of stock documents.
import { useMemo } from 'react'
import { useText } from '#renderer/lib/language.ts'
import { placeName } from '#renderer/lib/place-name.ts'
import type { GridColumn } from '#renderer/ui/record-grid/grid-column.ts'
import { dayColumn, numberColumn, partyColumn, textColumn } from '#renderer/ui/record-grid/list-columns.ts'
import { documentStates, type StockDocumentRow, stockDocumentKinds } from '#shared/schemas/stock-documents.ts'
import { DocumentStateBadge, reasonText } from './document-words.tsx'

export function useDocumentColumns(): readonly GridColumn<StockDocumentRow>[] {
  const text = useText()
  return useMemo(() => documentColumns(text), [text])
}

function documentColumns({ t, format, language }: ReturnType<typeof useText>): GridColumn<StockDocumentRow>[] {
  return [
    textColumn('number', t('stock.fields.number'), { width: 124 }),
    {
      key: 'kind',
      label: t('stock.fields.kind'),
      kind: 'choice',
      text: (row) => t(`stock.kinds.${row.kind}`),
      choices: stockDocumentKinds.map((kind) => ({ value: kind, label: t(`stock.kinds.${kind}`) })),
      isQuick: true,
      width: 140,
    },
    dayColumn('on', t('stock.fields.on')),
    {
      ...textColumn('warehouse', t('stock.fields.place'), { width: 150, grows: true }),
      text: (row) => placeName(t, { id: row.warehouseId, name: row.warehouse }),
    },
    {
      ...textColumn('toWarehouse', t('stock.fields.to'), { width: 130 }),
      text: (row) => (row.toWarehouseId === null ? '' : placeName(t, { id: row.toWarehouseId, name: row.toWarehouse })),
    },
    partyColumn('party', t('stock.fields.party'), { language, nameZh: 'partyZh', width: 170 }),
    {
      key: 'state',
      label: t('stock.fields.state'),
      kind: 'choice',
      text: (row) => t(`stock.states.${row.state}`),
      render: (row) => <DocumentStateBadge state={row.state} />,
      choices: documentStates.map((state) => ({ value: state, label: t(`stock.states.${state}`) })),
      isQuick: true,
      width: 116,
    },
    numberColumn('lineCount', t('stock.fields.lineCount'), format, { width: 72 }),
    textColumn('orderNumber', t('stock.fields.order'), { width: 120 }),
    textColumn('reference', t('stock.fields.reference'), { width: 130, isHidden: true }),
    {
      ...textColumn('reason', t('stock.fields.reason'), { width: 120, isHidden: true }),
      text: (row) => reasonText(t, row.reason),
    },
    textColumn('note', t('stock.fields.note'), { isHidden: true, isQuiet: true, width: 200 }),
  ]
}
