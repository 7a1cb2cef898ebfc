// Wanted goods become draft orders: one for each supplier, currency and way of holding VAT.
import type { WriteTx } from '#main/db/database.ts'
import { bookToday } from '#main/services/book/book-today.ts'
import { leadTimesOf } from '#main/services/planning/lead-times.ts'
import { goodsPricer, type PricedGoods } from '#main/services/purchases/line-prices.ts'
import { addPurchase } from '#main/services/purchases/purchase-commands.ts'
import { purchaseTerms } from '#main/services/purchases/purchase-queries.ts'
import { addDays, type Day } from '#shared/dates.ts'
import type { Id } from '#shared/ids.ts'
import { microsToDecimal } from '#shared/money.ts'
import { ppmToPercent } from '#shared/percent.ts'
import { type MadePurchases, type PurchaseTerms, purchaseInput } from '#shared/schemas/purchases.ts'

export type WantedGoods = {
  productId: Id
  supplierId: Id | null
  qtyMilli: number
  /** Left out: after the lead time. */
  promisedOn?: Day | null | undefined
  salesLineId?: Id | undefined
}

export type DraftOptions = {
  orderedOn?: Day | undefined
  warehouseId: Id | null
  /** Quantities are lifted to the minimum order and to whole cartons. */
  lifts: boolean
}

type Drafted = { wanted: WantedGoods; goods: PricedGoods; promisedOn: Day | null; terms: PurchaseTerms }

/** All of them or none. */
export function draftPurchases(
  tx: WriteTx,
  wants: readonly WantedGoods[],
  { orderedOn = bookToday(tx, tx.now), warehouseId, lifts }: DraftOptions,
): Omit<MadePurchases, 'skipped'> {
  const drafted = draftLines(tx, wants, { on: orderedOn, lifts })
  const groups = Map.groupBy(drafted, ({ wanted, terms }) =>
    [wanted.supplierId, terms.currency, terms.vatIncluded, terms.vatPercent].join(' '),
  )
  const orders = [...groups.values()].flatMap((lines) => {
    const [first] = lines
    return first ? [addDraft(tx, lines, { first, orderedOn, warehouseId })] : []
  })
  return {
    orders,
    withoutPrice: drafted.filter(({ goods }) => goods.priceMicros === null).map(({ goods }) => goods.productId),
    lifted: drafted
      .filter(({ wanted, goods }) => goods.qtyMilli !== wanted.qtyMilli)
      .map(({ wanted, goods }) => ({
        productId: goods.productId,
        from: wanted.qtyMilli / 1000,
        to: goods.qtyMilli / 1000,
      })),
  }
}

function draftLines(tx: WriteTx, wants: readonly WantedGoods[], { on, lifts }: { on: Day; lifts: boolean }): Drafted[] {
  const price = goodsPricer(tx, { on, lifts })
  const leadTimes = leadTimesOf(tx, [...new Set(wants.map(({ productId }) => productId))])
  const terms = new Map<Id | null, PurchaseTerms>()
  const termsWith = (supplierId: Id | null) => {
    const known = terms.get(supplierId) ?? purchaseTerms(tx, supplierId)
    terms.set(supplierId, known)
    return known
  }
  return wants.map((wanted) => {
    const goods = price(wanted)
    const lead = leadTimes.choose(wanted.productId, agreedDays(tx, wanted.productId), wanted.supplierId ?? undefined)
    const after = lead && addDays(on, Math.ceil(lead.meanDays))
    const own = termsWith(wanted.supplierId)
    const vat = goods.vat && { vatIncluded: goods.vat.included, vatPercent: ppmToPercent(goods.vat.ppm) }
    return {
      ...{ wanted, goods, promisedOn: wanted.promisedOn === undefined ? after : wanted.promisedOn },
      terms: { ...own, ...vat, currency: goods.currency ?? own.currency },
    }
  })
}

function agreedDays(tx: WriteTx, productId: Id): number | null {
  return (
    tx.get<{ days: number | null }>('SELECT lead_time_days AS days FROM products WHERE id = ?', productId)?.days ?? null
  )
}

type DraftOrder = { first: Drafted; orderedOn: Day; warehouseId: Id | null }

/** The order is promised for the last of its lines' days; a line says its own where that is another. */
function addDraft(
  tx: WriteTx,
  lines: readonly Drafted[],
  { first, orderedOn, warehouseId }: DraftOrder,
): MadePurchases['orders'][number] {
  const { supplierId } = first.wanted
  const { currency } = first.terms
  const days = lines.map(({ promisedOn }) => promisedOn)
  const last =
    days
      .filter((day) => day !== null)
      .sort()
      .at(-1) ?? null
  // A line that nobody has a day for has none: the order cannot promise it.
  const promisedOn = days.includes(null) ? null : last
  const order = purchaseInput.parse({
    ...first.terms,
    ...{ number: '', supplierId, orderedOn, warehouseId, promisedOn },
    lines: lines.map(({ wanted, goods, promisedOn: own }) => ({
      productId: goods.productId,
      supplierCode: goods.supplierCode,
      quantity: goods.qtyMilli / 1000,
      unitPrice: microsToDecimal(goods.priceMicros ?? 0, currency),
      promisedOn: own === promisedOn ? null : own,
      salesLineId: wanted.salesLineId ?? null,
    })),
  })
  return { ...addPurchase(tx, order), supplierId, currency, lines: lines.length }
}
