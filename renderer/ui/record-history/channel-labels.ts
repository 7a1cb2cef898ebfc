// Names for the columns of channels and their SKUs that the log speaks of, and where their words stand.
import type { TextKey } from '#shared/i18n/translate.ts'

type Labels = Readonly<Record<string, TextKey>>

export const channelLabels: Readonly<Record<string, Labels>> = {
  channels: {
    code: 'channels.fields.code',
    name: 'channels.fields.name',
    kind: 'channels.fields.kind',
    country: 'channels.fields.country',
    currency: 'channels.fields.currency',
    warehouse_id: 'channels.fields.warehouse',
    prices_with_tax: 'channels.fields.pricesWithTax',
    collects_money: 'channels.fields.collectsMoney',
    collects_tax: 'channels.fields.collectsTax',
    fee_ppm: 'channels.fields.feePercent',
    payment_fee_ppm: 'channels.fields.paymentFeePercent',
    order_fee_minor: 'channels.fields.orderFee',
    note: 'channels.fields.note',
    archived: 'common.archived',
    deleted: 'history.removed',
  },
  channel_skus: {
    channel: 'channels.one',
    external_sku: 'channels.matched.sku',
    product_id: 'channels.matched.product',
    factor_milli: 'channels.matched.factor',
    reserve_milli: 'packing.stock.reserve',
    title: 'channels.matched.title',
    note: 'channels.fields.note',
    deleted: 'channels.matched.one',
  },
}

export const channelValues: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  channels: { kind: 'channels.kinds' },
}
