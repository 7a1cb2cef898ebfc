// The channels of the sample company: their terms and SKUs, what was bought there, and what the marketplace paid out.
import type { WriteTx } from '#main/db/database.ts'
import { type SampleChannelOrder, type SamplePayout, sampleChannels } from '#main/domain/sample/sample-channels.ts'
import type { SampleCompany } from '#main/domain/sample/sample-drafts.ts'
import { addChannel } from '#main/services/channels/channel-commands.ts'
import { mapSku } from '#main/services/channels/channel-skus.ts'
import { addOrder } from '#main/services/orders/order-commands.ts'
import { settleOrders } from '#main/services/orders/order-derived.ts'
import { keepSettlement, type ToldLine } from '#main/services/sales/keep-settlement.ts'
import { addSalesCost } from '#main/services/sales/sales-cost-commands.ts'
import { postSettlement } from '#main/services/sales/settlement-commands.ts'
import { addDays, type Day } from '#shared/dates.ts'
import type { Id } from '#shared/ids.ts'
import { channelInput, mapSkuInput } from '#shared/schemas/channels.ts'
import { orderInput } from '#shared/schemas/orders.ts'
import { salesCostInput } from '#shared/schemas/sales-costs.ts'

export type ChannelRecords = { idOf: (sku: string) => Id; today: Day; seed: number }

const terms = [
  {
    ...{ code: 'amazon-us', name: 'Amazon US', kind: 'amazon', country: 'US', currency: 'USD', collectsMoney: true },
    ...{ collectsTax: true, feePercent: 15, orderFee: '3.86' },
  },
  {
    code: 'shop',
    name: 'Own shop',
    kind: 'shopify',
    country: 'DE',
    currency: 'USD',
    paymentFeePercent: 2.9,
    orderFee: '0.30',
  },
]

export function fillChannels(tx: WriteTx, { products }: SampleCompany, { idOf, today, seed }: ChannelRecords): void {
  const place = tx.get<{ id: Id }>("SELECT id FROM live_warehouses WHERE kind = 'marketplace' LIMIT 1")
  for (const channel of terms) {
    const warehouseId = channel.code === 'amazon-us' ? (place?.id ?? null) : null
    addChannel(tx, channelInput.parse({ ...channel, warehouseId }))
  }
  const { orders, payouts } = sampleChannels(seed, products, today)
  const skus = new Map(
    orders.map(({ channel, externalSku, sku }) => [`${channel} ${externalSku}`, { channel, externalSku, sku }]),
  )
  const [unmatched, ...matched] = skus.values()
  for (const { sku, ...keys } of matched) mapSku(tx, mapSkuInput.parse({ ...keys, productId: idOf(sku) }))
  const ids = orders.map((order) => {
    const isKnown = order.externalSku !== unmatched?.externalSku
    return fillOrder(tx, order, isKnown ? idOf(order.sku) : null)
  })
  settleOrders(tx, ids)
  for (const payout of payouts) fillPayout(tx, payout, orders)
  fillCosts(tx, today)
}

/** Sent by the channel or before stock was counted: nothing of it leaves our stock. One SKU nobody has matched yet. */
function fillOrder(tx: WriteTx, order: SampleChannelOrder, productId: Id | null): Id {
  const { channel, externalId, orderedOn, shippedOn, externalSku, quantity, unitPrice, city, region, country } = order
  const by = channel === 'amazon-us' ? 'channel' : 'seller'
  const draft = {
    ...{ channel, externalId, orderedOn, shippedOn, currency: 'USD', status: 'delivered' },
    ...{ fulfilledBy: by, collectedBy: by, taxBy: by, shipTo: { city, region, country } },
    lines: [{ productId, externalSku, description: productId === null ? externalSku : '', quantity, unitPrice }],
  }
  const { id } = addOrder(tx, orderInput.parse(draft))
  tx.update('sales_orders', id, { is_history: 1 })
  return id
}

/** As a settlement report tells it: the price, what was kept of it, and advertising of the fortnight. */
function fillPayout(tx: WriteTx, payout: SamplePayout, orders: readonly SampleChannelOrder[]): void {
  const { externalId, startsOn, endsOn, isPosted } = payout
  const sold = orders.filter(
    ({ channel, shippedOn }) => channel === 'amazon-us' && shippedOn >= startsOn && shippedOn <= endsOn,
  )
  // The latest payout forgot one: what should have been paid is told by what is sent.
  const paid = isPosted ? sold : sold.slice(1)
  const depositedOn = addDays(endsOn, 2)
  const { id } = keepSettlement(tx, {
    ...{ channel: 'amazon-us', externalId, startsOn, endsOn, depositedOn, currency: 'USD', totalMinor: null },
    lines: [...paid.flatMap(linesOf), advertising(endsOn)],
  })
  if (isPosted) postSettlement(tx, { id, on: depositedOn, rate: '' })
}

function linesOf({ externalId, externalSku, quantity, unitPrice, shippedOn }: SampleChannelOrder): ToldLine[] {
  const principal = Math.round(Number(unitPrice) * 100) * quantity
  const line = (amountType: string, description: string, amountMinor: number): ToldLine => ({
    ...{ transactionType: 'Order', amountType, description, amountMinor, postedOn: shippedOn },
    ...{ externalOrderId: externalId, externalLineId: '', externalSku, qtyMilli: quantity * 1000 },
  })
  return [
    line('ItemPrice', 'Principal', principal),
    line('ItemFees', 'Commission', -Math.round(principal * 0.15)),
    line('ItemFees', 'FBAPerUnitFulfillmentFee', -386 * quantity),
  ]
}

function advertising(on: Day): ToldLine {
  return {
    ...{ transactionType: 'other-transaction', amountType: 'Cost of Advertising', description: 'Sponsored Products' },
    ...{ externalOrderId: '', externalLineId: '', externalSku: '', qtyMilli: null, postedOn: on, amountMinor: -3640 },
  }
}

/** What selling costs beside orders. */
function fillCosts(tx: WriteTx, today: Day): void {
  const costs = [
    { channel: 'amazon-us', kind: 'storage', on: addDays(today, -21), amount: '42.18', reference: 'Monthly storage' },
    { channel: 'shop', kind: 'advertising', on: addDays(today, -33), amount: '180', reference: 'Search ads' },
    { channel: 'shop', kind: 'advertising', on: addDays(today, -4), amount: '165', reference: 'Search ads' },
    { channel: 'shop', kind: 'fair', on: addDays(today, -70), amount: '1240', reference: 'Autumn fair, half a stand' },
  ]
  for (const cost of costs) addSalesCost(tx, salesCostInput.parse({ ...cost, currency: 'USD' }))
}
