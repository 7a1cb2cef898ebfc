// The one mapping between a channel as it travels and its row.
import type { Param } from '#main/db/database.ts'
import type { ChannelsTable } from '#main/db/tables.ts'
import { atField } from '#shared/errors.ts'
import { minorToDecimal, typedMinor } from '#shared/money.ts'
import { percentToPpm, ppmToPercent } from '#shared/percent.ts'
import type { Channel, ChannelInput } from '#shared/schemas/channels.ts'

/** `base`: the fee per order of a channel without a currency is in the book's own. */
export function channelColumns(channel: ChannelInput, base: string): Record<string, Param> {
  return {
    code: channel.code,
    name: channel.name,
    kind: channel.kind,
    country: channel.country,
    currency: channel.currency,
    warehouse_id: channel.warehouseId,
    prices_with_tax: channel.pricesWithTax ? 1 : 0,
    collects_money: channel.collectsMoney ? 1 : 0,
    collects_tax: channel.collectsTax ? 1 : 0,
    fee_ppm: percentToPpm(channel.feePercent),
    payment_fee_ppm: percentToPpm(channel.paymentFeePercent),
    order_fee_minor: atField('orderFee', () => typedMinor(channel.orderFee, channel.currency || base)),
    note: channel.note,
  }
}

/** A channel's own columns as they travel; names and counts are added by the query. */
export function channelFromRow(
  row: ChannelsTable,
  base: string,
): Omit<Channel, 'warehouseName' | 'orderCount' | 'unknownSkus'> {
  return {
    id: row.id,
    code: row.code,
    name: row.name,
    kind: row.kind as Channel['kind'],
    country: row.country,
    currency: row.currency,
    warehouseId: row.warehouse_id,
    pricesWithTax: row.prices_with_tax === 1,
    collectsMoney: row.collects_money === 1,
    collectsTax: row.collects_tax === 1,
    feePercent: ppmToPercent(row.fee_ppm),
    paymentFeePercent: ppmToPercent(row.payment_fee_ppm),
    orderFee: minorToDecimal(row.order_fee_minor, row.currency || base),
    note: row.note,
    archived: row.archived === 1,
  }
}
