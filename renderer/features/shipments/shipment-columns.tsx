// The columns of the list of shipments.
import { useMemo } from 'react'
import { useBook } from '#renderer/lib/host-state.ts'
import { useText } from '#renderer/lib/language.ts'
import type { GridColumn } from '#renderer/ui/record-grid/grid-column.ts'
import { dayColumn, numberColumn, partyColumn, textColumn } from '#renderer/ui/record-grid/list-columns.ts'
import { StatusBadge } from '#renderer/ui/status-badge.tsx'
import { countryCodes } from '#shared/reference/countries.ts'
import { shipmentKinds, shipmentStatuses, trackingStates, transportModes } from '#shared/schemas/shipment-words.ts'
import type { ShipmentRow } from '#shared/schemas/shipments.ts'
import { ShipmentBadge } from './shipment-status.tsx'

type Text = ReturnType<typeof useText>

/** What is looked at first stands first; the rest follows, or waits to be shown. */
const order = ['number', 'kind', 'state', 'to', 'plannedOn', 'trackingNumber', 'carrier', 'country']

export function useShipmentColumns(): readonly GridColumn<ShipmentRow>[] {
  const text = useText()
  const { baseCurrency } = useBook()
  return useMemo(() => {
    const columns = [...headColumns(text), ...dayColumns(text), ...amountColumns(text, baseCurrency)]
    const placeOf = ({ key }: GridColumn<ShipmentRow>) => (order.includes(key) ? order.indexOf(key) : order.length)
    return columns.sort((one, other) => placeOf(one) - placeOf(other))
  }, [text, baseCurrency])
}

function headColumns({ t, format, language }: Text): GridColumn<ShipmentRow>[] {
  const name = (key: 'number' | 'city' | 'service') => t(`shipments.fields.${key}`)
  return [
    textColumn('number', name('number'), { width: 128 }),
    {
      ...choiceOf('kind', t('shipments.fields.kind'), shipmentKinds, (kind) => t(`shipments.kinds.${kind}`)),
      text: (row) => t(`shipments.kinds.${row.kind}`),
      isQuick: true,
      width: 116,
    },
    {
      ...choiceOf('state', t('shipments.fields.state'), trackingStates, (state) => t(`shipments.states.${state}`)),
      text: (row) => (row.state === '' ? t(`shipments.statuses.${row.status}`) : t(`shipments.states.${row.state}`)),
      render: (row) => <ShipmentBadge status={row.status} state={row.state} />,
      isQuick: true,
      width: 132,
    },
    {
      ...choiceOf('status', t('shipments.fields.status'), shipmentStatuses, (status) =>
        t(`shipments.statuses.${status}`),
      ),
      text: (row) => t(`shipments.statuses.${row.status}`),
      isHidden: true,
      width: 96,
    },
    partyColumn('to', t('shipments.fields.to'), { ...{ language, nameZh: 'toZh' }, width: 200, grows: true }),
    textColumn('city', name('city'), { isHidden: true }),
    {
      ...choiceOf('country', t('shipments.fields.country'), countryCodes, (code) => format.country(code)),
      text: (row) => format.country(row.country),
      isQuick: true,
      width: 116,
    },
    partyColumn('carrier', t('shipments.fields.carrier'), { ...{ language, nameZh: 'carrierZh' }, width: 132 }),
    textColumn('service', name('service'), { isHidden: true }),
    {
      ...choiceOf('mode', t('shipments.fields.mode'), transportModes, (mode) => t(`shipments.modes.${mode}`)),
      text: (row) => (row.mode === '' ? '' : t(`shipments.modes.${row.mode}`)),
      isHidden: true,
      width: 100,
    },
    {
      ...textColumn<ShipmentRow>('trackingNumber', t('shipments.fields.trackingNumber'), { width: 176 }),
      text: (row) =>
        row.moreNumbers === 0 ? row.trackingNumber : `${row.trackingNumber} +${format.number(row.moreNumbers)}`,
    },
  ]
}

function dayColumns({ t }: Text): GridColumn<ShipmentRow>[] {
  return [
    dayColumn('sentOn', t('shipments.fields.sentOn'), { width: 104 }),
    dayColumn('plannedOn', t('shipments.fields.plannedOn'), {
      isQuick: true,
      width: 140,
      render: (row) =>
        row.isLate ? (
          <>
            {row.plannedOn} <StatusBadge tone="bad">{t('shipments.late')}</StatusBadge>
          </>
        ) : (
          row.plannedOn
        ),
    }),
    {
      ...{ key: 'dueOn', label: t('shipments.fields.dueOn'), kind: 'day', width: 112, isHidden: true },
      text: (row) => row.dueOn ?? '',
    },
    dayColumn('deliveredOn', t('shipments.fields.deliveredOn'), { width: 104 }),
  ]
}

function amountColumns({ t, format }: Text, base: string): GridColumn<ShipmentRow>[] {
  const money = (key: 'value' | 'estimate' | 'cost', isHidden: boolean): GridColumn<ShipmentRow> => ({
    ...numberColumn<ShipmentRow>(key, `${t(`shipments.fields.${key}`)} ${base}`, format),
    kind: 'money',
    text: (row) => (row[key] === null ? '' : format.amount(row[key], base)),
    width: 116,
    isHidden,
  })
  return [
    numberColumn('pieceCount', t('shipments.fields.pieces'), format, { width: 76 }),
    {
      ...{ key: 'weight', label: `${t('shipments.fields.weight')} kg`, kind: 'number' },
      text: (row) => (row.weightGrams === null ? '' : format.number(row.weightGrams / 1000)),
      width: 96,
    },
    money('value', false),
    money('estimate', true),
    money('cost', false),
    {
      ...{ key: 'volume', label: `${t('shipments.fields.volume')} m³`, kind: 'number' },
      text: (row) => (row.volumeCm3 === null ? '' : format.number((row.volumeCm3 / 1_000_000).toFixed(3))),
      isHidden: true,
      width: 96,
    },
    numberColumn('orderCount', t('shipments.fields.orderCount'), format, { isHidden: true, width: 76 }),
    textColumn('reference', t('shipments.fields.reference'), { isHidden: true }),
    textColumn('channel', t('shipments.fields.channel'), { isHidden: true, width: 110 }),
    textColumn('externalId', t('shipments.fields.externalId'), { isHidden: true, width: 130 }),
    textColumn('note', t('shipments.fields.note'), { isHidden: true, isQuiet: true, width: 200 }),
  ]
}

function choiceOf<Value extends string>(
  key: string,
  label: string,
  values: readonly Value[],
  word: (value: Value) => string,
) {
  return { key, label, kind: 'choice' as const, choices: values.map((value) => ({ value, label: word(value) })) }
}
