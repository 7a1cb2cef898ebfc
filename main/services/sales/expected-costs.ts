// What an order is expected to cost until something real is there: by the terms of its channel, and by the seller's own figures.
import type { ReadDb } from '#main/db/database.ts'
import { minorConverter } from '#main/domain/rates/conversion.ts'
import type { Both, CostEntry } from '#main/domain/sales/order-profit.ts'
import { baseCurrency } from '#main/services/book/book-queries.ts'
import { salesSetting } from '#main/services/orders/sales-settings.ts'
import { rateFinder } from '#main/services/rates/rate-finder.ts'
import type { PartsOf } from '#main/services/sales/goods-costs.ts'
import { fromBase, fromOwn, type ProfitOrder } from '#main/services/sales/profit-orders.ts'
import { Decimal, toUnits } from '#shared/decimal.ts'
import type { Id } from '#shared/ids.ts'
import { minorFromDecimal } from '#shared/money.ts'
import type { ExpectedCosts } from '#shared/schemas/sales-costs.ts'
import type { ProfitPart, ProfitSource } from '#shared/schemas/sales-figures.ts'

/** `goodsBaseMinor`: what the order's goods cost, as far as that is known. */
export type ExpectedCostsOf = (order: ProfitOrder, goodsBaseMinor: number | null) => CostEntry[]

export function expectedCosts(db: ReadDb, partsOf: PartsOf): ExpectedCostsOf {
  const setting = salesSetting(db, 'expectedCosts')
  const base = baseCurrency(db)
  const channelTerms = channelTermsOf(db, base)
  const gramsOf = orderGrams(db, partsOf)
  return (order, goodsBaseMinor) => {
    if (order.isCancelled || order.document === 'credit') return []
    return [...channelTerms(order), ...bySetting(order, { setting, base, gramsOf, goodsBaseMinor })]
  }
}

const million = 1_000_000

type Terms = { code: string; feePpm: number; paymentFeePpm: number; orderFeeMinor: number; currency: string }

function channelTermsOf(db: ReadDb, base: string): (order: ProfitOrder) => CostEntry[] {
  const rows = db.all<Terms>(
    `SELECT code, fee_ppm AS feePpm, payment_fee_ppm AS paymentFeePpm, order_fee_minor AS orderFeeMinor, currency
     FROM live_channels ORDER BY id DESC`,
  )
  const terms = new Map(rows.map((row) => [row.code, row]))
  const findRate = rateFinder(db)
  const toBase = (minor: number, currency: string, order: ProfitOrder) => {
    const found = findRate(currency, base, order.orderedOn)
    return found.status === 'ok' ? minorConverter(currency, base, found.by)(minor) : null
  }
  return (order) => {
    const channel = terms.get(order.channel)
    if (!channel) return []
    const { code, feePpm, paymentFeePpm, orderFeeMinor } = channel
    const currency = channel.currency || base
    const share = (ppm: number) => fromOwn(order, shareOf(order.grossMinor, ppm))
    const fixed = (): Both => {
      if (currency === order.currency) return fromOwn(order, orderFeeMinor)
      const baseMinor = toBase(orderFeeMinor, currency, order)
      return baseMinor === null ? { own: null, base: null } : fromBase(order, baseMinor)
    }
    return [
      ...(feePpm === 0 ? [] : [entry('platform_fee', 'channel_fee', code, share(feePpm))]),
      ...(orderFeeMinor === 0 ? [] : [entry('platform_fee', 'channel_fee', code, fixed())]),
      ...(paymentFeePpm === 0 ? [] : [entry('payment_fee', 'channel_fee', code, share(paymentFeePpm))]),
    ]
  }
}

function shareOf(minor: number, ppm: number): number {
  return toUnits(new Decimal(minor).times(ppm).div(million), 0)
}

function entry(part: ProfitPart, source: ProfitSource, label: string, money: Both): CostEntry {
  const isKnown = money.own !== null || money.base !== null
  return {
    part,
    rank: 'expected',
    source: isKnown ? source : 'no_rate',
    label,
    record: null,
    productId: null,
    ...money,
  }
}

type Frame = {
  setting: ExpectedCosts
  base: string
  gramsOf: (order: ProfitOrder) => number | null
  goodsBaseMinor: number | null
}

function bySetting(order: ProfitOrder, { setting, base, gramsOf, goodsBaseMinor }: Frame): CostEntry[] {
  const percent = (part: ProfitPart, value: number) =>
    value === 0
      ? []
      : [entry(part, 'expected', `${value} %`, fromOwn(order, shareOf(order.grossMinor, value * 10_000)))]
  const flat = (part: ProfitPart, text: string) => {
    const minor = minorFromDecimal(text, base)
    return minor === 0 ? [] : [entry(part, 'expected', '', fromBase(order, minor))]
  }
  const perKg = (part: ProfitPart, text: string) => {
    if (!new Decimal(text).gt(0)) return []
    const grams = gramsOf(order)
    if (grams === null) return [unknown(part, 'no_weight')]
    const minor = minorFromDecimal(new Decimal(text).times(grams).div(1000).toFixed(), base)
    return [entry(part, 'expected', `${grams / 1000} kg`, fromBase(order, minor))]
  }
  const ofGoods = () => {
    if (setting.firstLegPercent === 0) return []
    if (goodsBaseMinor === null) return [unknown('first_leg', 'no_cost')]
    const minor = shareOf(goodsBaseMinor, setting.firstLegPercent * 10_000)
    return [entry('first_leg', 'expected', `${setting.firstLegPercent} %`, fromBase(order, minor))]
  }
  // What the channel sends out itself costs its fulfilment fee and no freight of ours.
  const ownFreight =
    order.fulfilledBy === 'channel'
      ? []
      : [...flat('freight', setting.freightPerOrder), ...perKg('freight', setting.freightPerKg)]
  return [
    ...ownFreight,
    ...(order.fulfilledBy === 'channel' ? [] : flat('packing', setting.packingPerOrder)),
    ...perKg('first_leg', setting.firstLegPerKg),
    ...ofGoods(),
    ...percent('commission', setting.commissionPercent),
    ...percent('payment_fee', setting.paymentPercent),
  ]
}

function unknown(part: ProfitPart, source: ProfitSource): CostEntry {
  return { part, rank: 'expected', source, label: '', record: null, productId: null, own: null, base: null }
}

/** Gross weight of what an order's lines take; null where one product has none. */
function orderGrams(db: ReadDb, partsOf: PartsOf): (order: ProfitOrder) => number | null {
  const grams = new Map<Id, number | null>()
  const gramsOf = (productId: Id) => {
    const known = grams.get(productId)
    if (known !== undefined) return known
    const sql = 'SELECT gross_weight_grams AS grams FROM products WHERE id = ?'
    const found = db.get<{ grams: number | null }>(sql, productId)?.grams ?? null
    grams.set(productId, found)
    return found
  }
  const ofProduct = (productId: Id): number | null => {
    const own = gramsOf(productId)
    if (own !== null) return own
    const parts = partsOf(productId)
    if (parts.length === 1 && parts[0]?.partId === productId) return null
    return parts.reduce<number | null>((sum, { partId, each }) => {
      const one = gramsOf(partId)
      return sum === null || one === null ? null : sum + one * each
    }, 0)
  }
  return ({ lines }) =>
    lines.reduce<number | null>((sum, { productId, qtyMilli }) => {
      const one = productId === null ? 0 : ofProduct(productId)
      return sum === null || one === null ? null : sum + (one * qtyMilli) / 1000
    }, 0)
}
