// What a product costs with a supplier at a quantity: by the offer that is valid on the day, else by the product's own purchase
// price; and how many of it can be ordered at all (minimum order, whole cartons).
import type { ReadDb } from '#main/db/database.ts'
import { liftToOrder } from '#main/domain/inventory/round-up.ts'
import { bookToday } from '#main/services/book/book-today.ts'
import { rateFinder } from '#main/services/rates/rate-finder.ts'
import { type PricedOffer, validOffer } from '#main/services/sourcing/valid-offer.ts'
import type { Day } from '#shared/dates.ts'
import { Decimal, toUnits } from '#shared/decimal.ts'
import type { Id } from '#shared/ids.ts'
import { microsToDecimal } from '#shared/money.ts'
import { toMilli } from '#shared/quantity.ts'
import type { Conversion } from '#shared/rates.ts'
import type { LinePrice, PriceLinesQuestion } from '#shared/schemas/purchases.ts'

export type PricedGoods = {
  productId: Id
  priceMicros: number | null
  currency: string | null
  source: LinePrice['source']
  offerId: Id | null
  supplierCode: string
  /** How the price holds VAT; null where only the product says a price: as the supplier's terms are. */
  vat: { included: boolean; ppm: number } | null
  /** Lifted to the minimum order and to whole cartons. */
  qtyMilli: number
  minimumMilli: number | null
  cartonMilli: number | null
  leadTimeDays: number | null
}

type Wanted = { productId: Id; supplierId: Id | null; qtyMilli: number }

/** Looks up for one call; `lifts` false leaves quantities as they are. */
export function goodsPricer(db: ReadDb, { on, lifts }: { on: Day; lifts: boolean }): (wanted: Wanted) => PricedGoods {
  return (wanted) => {
    const { productId, supplierId, qtyMilli } = wanted
    const find = (milli: number) =>
      supplierId === null ? null : validOffer(db, { productId, supplierId, on, qtyMilli: milli })
    const product = productTerms(db, productId)
    const first = find(qtyMilli)
    const minimumMilli = first?.minOrderMilli ?? product.moqMilli
    const cartonMilli = first?.cartonMilli ?? product.multipleMilli
    const pack = cartonMilli || 1
    const lifted = lifts ? liftToOrder(qtyMilli, { moq: minimumMilli ?? 0, pack }) : qtyMilli
    const offer = lifted === qtyMilli ? first : find(lifted)
    return { ...priceOf(offer, product), productId, qtyMilli: lifted, minimumMilli, cartonMilli }
  }
}

type ProductTerms = {
  moqMilli: number | null
  multipleMilli: number | null
  costMicros: number | null
  currency: string | null
  leadTimeDays: number | null
}

function productTerms(db: ReadDb, productId: Id): ProductTerms {
  return (
    db.get<ProductTerms>(
      `SELECT nullif(moq_milli, 0) AS moqMilli, coalesce(order_multiple_milli, pieces_per_carton * 1000) AS multipleMilli,
         cost_micros AS costMicros, cost_currency AS currency, lead_time_days AS leadTimeDays FROM products WHERE id = ?`,
      productId,
    ) ?? { moqMilli: null, multipleMilli: null, costMicros: null, currency: null, leadTimeDays: null }
  )
}

type Price = Omit<PricedGoods, 'productId' | 'qtyMilli' | 'minimumMilli' | 'cartonMilli'>

function priceOf(offer: PricedOffer | null, product: ProductTerms): Price {
  if (offer) {
    const { id, priceMicros, currency, supplierCode, vatIncluded, vatPpm, leadTimeDays } = offer
    const vat = { included: vatIncluded, ppm: vatPpm }
    return { priceMicros, currency, source: 'offer', offerId: id, supplierCode, vat, leadTimeDays }
  }
  const { costMicros, currency, leadTimeDays } = product
  const isKnown = costMicros !== null && currency !== null
  return {
    priceMicros: isKnown ? costMicros : null,
    currency: isKnown ? currency : null,
    ...{ source: isKnown ? 'product' : 'none', offerId: null, supplierCode: '', vat: null, leadTimeDays },
  }
}

/** Prices for the lines of a form, in one currency where it names one. */
export function linePrices(db: ReadDb, { supplierId, on, currency, lines }: PriceLinesQuestion): LinePrice[] {
  const day = on ?? bookToday(db, db.now)
  const price = goodsPricer(db, { on: day, lifts: true })
  const rates = rateFinder(db)
  return lines.map(({ productId, quantity }) => {
    const goods = price({ productId, supplierId, qtyMilli: toMilli(quantity) })
    return linePrice(goods, (micros, from) => {
      if (currency === undefined || currency === from) return { micros, currency: from }
      const found = rates(from, currency, day)
      return found.status === 'ok' ? { micros: turnedMicros(micros, found.by), currency } : null
    })
  })
}

type Turned = (micros: number, from: string) => { micros: number; currency: string } | null

/** A unit price in another currency, rounded once. */
function turnedMicros(micros: number, by: Conversion): number {
  return toUnits(new Decimal(micros).times(by.multiply).div(by.divide), 0)
}

/** As it travels; without a rate for the turning there is no price. */
export function linePrice(goods: PricedGoods, turn: Turned): LinePrice {
  const turned = goods.priceMicros === null || goods.currency === null ? null : turn(goods.priceMicros, goods.currency)
  return {
    productId: goods.productId,
    unitPrice: turned && microsToDecimal(turned.micros, turned.currency),
    currency: turned?.currency ?? null,
    source: turned ? goods.source : 'none',
    offerId: goods.offerId,
    supplierCode: goods.supplierCode,
    vatIncluded: goods.vat?.included ?? false,
    quantity: goods.qtyMilli / 1000,
    minimum: goods.minimumMilli === null ? null : goods.minimumMilli / 1000,
    carton: goods.cartonMilli === null ? null : goods.cartonMilli / 1000,
    leadTimeDays: goods.leadTimeDays,
  }
}
