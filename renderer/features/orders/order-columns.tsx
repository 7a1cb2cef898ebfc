// The columns of the order list.
import { useMemo } from 'react'
import { useBook } from '#renderer/lib/host-state.ts'
import { useText } from '#renderer/lib/language.ts'
import { countryOptions } from '#renderer/ui/country-select.tsx'
import { suggestParties } from '#renderer/ui/record-grid/edit/suggest-records.ts'
import type { GridColumn } from '#renderer/ui/record-grid/grid-column.ts'
import {
  amountText,
  countryColumn,
  dayColumn,
  numberColumn,
  partyColumn,
  textColumn,
} from '#renderer/ui/record-grid/list-columns.ts'
import type { english } from '#shared/i18n/english.ts'
import { currencyCodes } from '#shared/reference/currencies.ts'
import {
  type OrderRow,
  orderDocuments,
  orderPurposes,
  orderSides,
  orderStatuses,
  paymentStates,
  shippingStates,
} from '#shared/schemas/orders.ts'
import { FlagMark } from './flag-mark.tsx'
import { OrderStatusBadge, PaymentBadge, paymentText, ShippingBadge, statusText } from './order-status.tsx'

export function useOrderColumns(): readonly GridColumn<OrderRow>[] {
  const text = useText()
  const { baseCurrency } = useBook()
  return useMemo(() => orderColumns(text, baseCurrency), [text, baseCurrency])
}

type Text = ReturnType<typeof useText>
type Field = Exclude<keyof typeof english.orders.fields, 'baseTotal' | 'rateOf' | 'grossBase'>

function orderColumns(text: Text, base: string): GridColumn<OrderRow>[] {
  const { t, format, language } = text
  const name = (key: Field) => t(`orders.fields.${key}`)
  const choices = countryOptions(format, language)
  // Beside an open order there is room for the first seven: what it is, who it is for and its money stay in sight whole.
  return [
    {
      ...textColumn<OrderRow>('number', name('number'), { width: 134 }),
      render: (row) => (
        <>
          {row.number}
          <FlagMark row={row} />
        </>
      ),
    },
    dayColumn('orderedOn', name('orderedOn'), { width: 108 }),
    partyColumn('customer', name('customer'), {
      ...{ language, nameZh: 'customerZh' },
      width: 202,
      grows: true,
      edit: { suggest: suggestParties('customer', language) },
    }),
    {
      key: 'status',
      label: name('status'),
      kind: 'choice',
      text: (row) => statusText(t, row),
      render: (row) => <OrderStatusBadge document={row.document} status={row.status} />,
      choices: orderStatuses.map((status) => ({
        value: status,
        label: ofBoth(statusText(t, { document: 'order', status }), statusText(t, { document: 'credit', status })),
      })),
      isQuick: true,
      width: 104,
    },
    ...stateColumns(text),
    {
      ...numberColumn<OrderRow>('total', name('total'), format),
      kind: 'money',
      text: (row) => format.money(row.total, row.currency),
      width: 122,
    },
    {
      ...numberColumn<OrderRow>('baseTotal', t('orders.fields.baseTotal', { currency: base }), format),
      kind: 'money',
      text: (row) => (row.baseTotal === null ? t('orders.rate.none') : format.amount(row.baseTotal, base)),
      render: (row) =>
        row.baseTotal === null ? (
          <span className="q-quiet">{t('orders.rate.none')}</span>
        ) : (
          format.amount(row.baseTotal, base)
        ),
      width: 108,
    },
    numberColumn('lineCount', name('lineCount'), format, { width: 76 }),
    countryColumn('country', name('country'), format, { choices, isQuick: true, width: 104, isQuiet: true }),
    dayColumn('requiredOn', name('requiredOn'), { width: 108 }),
    ...openColumns(text, base),
    dayColumn('shippedOn', name('shippedOn'), { isHidden: true }),
    dayColumn('confirmedOn', name('confirmedOn'), { isHidden: true }),
    dayColumn('deliveredOn', name('deliveredOn'), { isHidden: true }),
    partyColumn('carrier', name('carrier'), {
      language,
      nameZh: 'carrierZh',
      isHidden: true,
      edit: { suggest: suggestParties('carrier', language) },
    }),
    {
      ...numberColumn<OrderRow>('freight', name('freight'), format),
      kind: 'money',
      text: (row) => format.money(row.freight, row.currency),
      edit: { text: (row) => (row.freight === null ? '' : amountText(row.freight, row.currency)) },
      width: 120,
      isHidden: true,
    },
    {
      key: 'currency',
      label: name('currency'),
      kind: 'choice',
      text: (row) => row.currency,
      choices: currencyCodes.map((code) => ({ value: code, label: code })),
      width: 80,
      isHidden: true,
    },
    numberColumn('rate', name('rate'), format, { isHidden: true }),
    dayColumn('rateOn', name('rateOn'), { isHidden: true }),
    {
      key: 'purpose',
      label: name('purpose'),
      kind: 'choice',
      text: (row) => t(`orders.purposes.${row.purpose}`),
      choices: orderPurposes.map((purpose) => ({ value: purpose, label: t(`orders.purposes.${purpose}`) })),
      width: 104,
      isHidden: true,
    },
    ...sideColumns(text),
    textColumn('customerReference', name('customerReference'), { isHidden: true, width: 130 }),
    textColumn('channel', name('channel'), { isHidden: true, width: 110 }),
    textColumn('externalId', name('externalId'), { isHidden: true, width: 130 }),
    textColumn('note', name('note'), { isHidden: true, isQuiet: true, width: 200 }),
  ]
}

/** Orders and credits stand in one list: a state that has two names is chosen by both. */
function ofBoth(ofOrder: string, ofCredit: string): string {
  return ofOrder === ofCredit ? ofOrder : `${ofOrder} · ${ofCredit}`
}

/** How far its goods and its money are. */
function stateColumns({ t }: Text): GridColumn<OrderRow>[] {
  const shipping = (state: OrderRow['shippingState']) => (state === '' ? '' : t(`orders.shipping.${state}`))
  return [
    {
      key: 'shippingState',
      label: t('orders.fields.shippingState'),
      kind: 'choice',
      text: (row) => shipping(row.shippingState),
      render: (row) => (
        <>
          <ShippingBadge state={row.shippingState} />
          {row.isLate ? <span className="q-quiet"> {t('orders.late')}</span> : null}
        </>
      ),
      choices: shippingStates.flatMap((state) => (state === '' ? [] : [{ value: state, label: shipping(state) }])),
      isQuick: true,
      width: 112,
    },
    {
      key: 'paymentState',
      label: t('orders.fields.paymentState'),
      kind: 'choice',
      text: (row) => paymentText(t, { document: row.document, state: row.paymentState }),
      render: (row) => <PaymentBadge document={row.document} state={row.paymentState} />,
      choices: paymentStates.flatMap((state) =>
        state === ''
          ? []
          : [
              {
                value: state,
                label: ofBoth(
                  paymentText(t, { document: 'order', state }),
                  paymentText(t, { document: 'credit', state }),
                ),
              },
            ],
      ),
      isQuick: true,
      width: 104,
    },
  ]
}

/** What is to be paid, and since when. */
function openColumns({ t, format }: Text, base: string): GridColumn<OrderRow>[] {
  const money = (key: 'gross' | 'tax' | 'paid' | 'open'): GridColumn<OrderRow> => ({
    ...numberColumn<OrderRow>(key, t(`orders.fields.${key}`), format),
    kind: 'money',
    text: (row) => format.money(row[key], row.currency),
    width: 120,
    isHidden: true,
  })
  return [
    dayColumn('waitsOn', t('orders.fields.waitsOn'), { isHidden: true }),
    ...(['gross', 'tax', 'paid', 'open'] as const).map(money),
    {
      ...numberColumn<OrderRow>('grossBase', t('orders.fields.grossBase', { currency: base }), format),
      kind: 'money',
      text: (row) => (row.grossBase === null ? t('orders.rate.none') : format.amount(row.grossBase, base)),
      width: 120,
      isHidden: true,
    },
    dayColumn('dueOn', t('orders.fields.dueOn'), { isHidden: true }),
    dayColumn('owedOn', t('orders.fields.owedOn'), { isHidden: true }),
  ]
}

/** Order or credit, who does what, from where. */
function sideColumns({ t }: Text): GridColumn<OrderRow>[] {
  const side = (key: 'fulfilledBy' | 'collectedBy'): GridColumn<OrderRow> => ({
    key,
    label: t(`orders.fields.${key}`),
    kind: 'choice',
    text: (row) => t(`orders.sides.${row[key]}`),
    choices: orderSides.map((value) => ({ value, label: t(`orders.sides.${value}`) })),
    width: 104,
    isHidden: true,
  })
  return [
    {
      key: 'document',
      label: t('orders.fields.document'),
      kind: 'choice',
      text: (row) => t(`orders.documents.${row.document}`),
      choices: orderDocuments.map((value) => ({ value, label: t(`orders.documents.${value}`) })),
      width: 104,
      isHidden: true,
    },
    side('fulfilledBy'),
    side('collectedBy'),
    textColumn('warehouse', t('orders.fields.warehouse'), { isHidden: true, width: 120 }),
  ]
}
