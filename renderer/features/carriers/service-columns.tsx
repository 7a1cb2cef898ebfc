// The columns of the list of carriers' services.
import { useMemo } from 'react'
import { useText } from '#renderer/lib/language.ts'
import type { GridColumn } from '#renderer/ui/record-grid/grid-column.ts'
import { dayColumn, numberColumn, partyColumn, textColumn } from '#renderer/ui/record-grid/list-columns.ts'
import { type CarrierServiceRow, weighings } from '#shared/schemas/carriers.ts'
import { transportModes } from '#shared/schemas/shipment-words.ts'
import { daysText } from './days-text.ts'

export function useServiceColumns(): readonly GridColumn<CarrierServiceRow>[] {
  const text = useText()
  return useMemo(() => serviceColumns(text), [text])
}

function serviceColumns(text: ReturnType<typeof useText>): GridColumn<CarrierServiceRow>[] {
  const { t, format, language } = text
  return [
    partyColumn('carrier', t('carriers.fields.carrier'), { language, nameZh: 'carrierZh', width: 180 }),
    textColumn('name', t('carriers.fields.name'), { width: 200, minWidth: 140, grows: true }),
    textColumn('code', t('carriers.fields.code'), { width: 96 }),
    {
      key: 'mode',
      label: t('carriers.fields.mode'),
      kind: 'choice',
      text: (row) => (row.mode === '' ? '' : t(`shipments.modes.${row.mode}`)),
      choices: transportModes.map((mode) => ({ value: mode, label: t(`shipments.modes.${mode}`) })),
      isQuick: true,
      width: 96,
    },
    {
      key: 'weighsBy',
      label: t('carriers.fields.weighsBy'),
      kind: 'choice',
      text: (row) => t(`carriers.weighings.${row.weighsBy}`),
      choices: weighings.map((way) => ({ value: way, label: t(`carriers.weighings.${way}`) })),
      isHidden: true,
      width: 140,
    },
    {
      key: 'daysMax',
      label: t('carriers.fields.days'),
      kind: 'number',
      text: (row) => daysText(text, row.daysMin, row.daysMax),
      width: 96,
    },
    numberColumn('zoneCount', t('carriers.fields.zones'), format, { width: 80 }),
    textColumn('currency', t('carriers.fields.currency'), { width: 88, isPlain: true }),
    dayColumn('validFrom', t('carriers.fields.ratesFrom'), { isPlain: true }),
    {
      ...dayColumn<CarrierServiceRow>('validTo', t('carriers.fields.ratesTo'), { isPlain: true }),
      text: (row) => row.validTo ?? (row.tableId === null ? t('carriers.list.noTable') : ''),
    },
    textColumn('note', t('carriers.fields.note'), { isHidden: true, isQuiet: true, width: 200 }),
  ]
}
