// The offers that hold for a product side by side: every supplier's price at a quantity, in its own currency and in base
// currency net of VAT that comes back; and how prices went over time.
import type { ReadDb } from '#main/db/database.ts'
import { type PriceBreak, priceAt } from '#main/domain/sourcing/price-break.ts'
import { baseCurrency } from '#main/services/book/book-queries.ts'
import { bookToday } from '#main/services/book/book-today.ts'
import { netPrices, type OfferedUnit } from '#main/services/sourcing/net-prices.ts'
import { wholeOffers } from '#main/services/sourcing/offer-list.ts'
import { pricedAt, validOffers } from '#main/services/sourcing/valid-offer.ts'
import { addDays, type Day } from '#shared/dates.ts'
import { Decimal } from '#shared/decimal.ts'
import type { Id } from '#shared/ids.ts'
import { microsToDecimal } from '#shared/money.ts'
import { toMilli } from '#shared/quantity.ts'
import type { HeldOffer, PriceHistory } from '#shared/schemas/offers.ts'

type Asked = { productId: Id; quantity: number; on?: Day | undefined }

/** Who asks what for a product on a day, the cheapest first; what has no price in base currency comes last. */
export function offersOfProduct(db: ReadDb, { productId, quantity, on }: Asked): HeldOffer[] {
  const day = on ?? bookToday(db, db.now)
  const held = validOffers(db, day, [productId]).get(productId) ?? []
  const whole = new Map(
    wholeOffers(
      db,
      held.map(({ id }) => id),
    ).map((offer) => [offer.id, offer]),
  )
  const toBase = netPrices(db)
  const priced = held.flatMap((offer) => {
    const shown = whole.get(offer.id)
    if (!shown) return []
    const { priceMicros, isBelowMinimum } = pricedAt(offer, toMilli(quantity))
    const price = microsToDecimal(priceMicros, offer.currency)
    return [{ offer: shown, price, isBelowMinimum, basePrice: toBase({ ...offer, priceMicros }, day) }]
  })
  const known = priced.flatMap(({ basePrice }) => (basePrice === null ? [] : [new Decimal(basePrice)]))
  const least = known.reduce<(typeof known)[number] | null>(
    (min, one) => (min === null || one.lt(min) ? one : min),
    null,
  )
  return priced
    .map((one) => ({ ...one, isCheapest: least !== null && one.basePrice !== null && least.eq(one.basePrice) }))
    .toSorted(cheapestFirst)
}

function cheapestFirst(one: HeldOffer, other: HeldOffer): number {
  if (one.basePrice === null || other.basePrice === null) {
    return Number(one.basePrice === null) - Number(other.basePrice === null) || one.offer.id - other.offer.id
  }
  return new Decimal(one.basePrice).cmp(other.basePrice) || one.offer.id - other.offer.id
}

/** The offers of a supplier that hold on a day, by the product's SKU. */
export function offersOfSupplier(
  db: ReadDb,
  { supplierId, on }: { supplierId: Id; on?: Day | undefined },
): HeldOffer[] {
  const rows = db.raw('SELECT DISTINCT product_id FROM live_offers WHERE supplier_id = ?', supplierId) as [Id][]
  const day = on ?? bookToday(db, db.now)
  const held = [
    ...validOffers(
      db,
      day,
      rows.map(([id]) => id),
    ).entries(),
  ]
  const own = held.flatMap(([productId, offers]) =>
    offers.some((offer) => offer.supplierId === supplierId)
      ? offersOfProduct(db, { productId, quantity: 1, on: day })
      : [],
  )
  return own
    .filter(({ offer }) => offer.supplierId === supplierId)
    .toSorted((one, other) => one.offer.sku.localeCompare(other.offer.sku, 'en'))
}

type Step = OfferedUnit & {
  id: Id
  supplier: string
  supplierZh: string
  validFrom: Day
  validTo: Day | null
  breaks: string
}

type HistoryQuestion = { productId: Id; supplierId?: Id | undefined; quantity: number }

/**
 * How each supplier's price went: one step for each offer, from its day until it ends or the next begins. Where one for a
 * while has ended, the one before it holds again: that is a step of its own.
 */
export function priceHistory(db: ReadDb, { productId, supplierId, quantity }: HistoryQuestion): PriceHistory {
  const own = supplierId === undefined ? '' : ' AND o.supplier_id = ?'
  const rows = db.all<Omit<Step, 'vatIncluded' | 'priceMicros'> & { vatIncluded: number }>(
    `SELECT o.id, o.supplier_id AS supplierId, s.name AS supplier, s.name_zh AS supplierZh, o.currency,
       o.vat_included AS vatIncluded, o.vat_ppm AS vatPpm, o.valid_from AS validFrom, o.valid_to AS validTo,
       (SELECT json_group_array(json_object('fromMilli', b.from_milli, 'priceMicros', b.price_micros))
        FROM offer_prices b INDEXED BY offer_prices_by_offer WHERE b.offer_id = o.id AND b.deleted = 0) AS breaks
     FROM offers o INDEXED BY offers_by_product CROSS JOIN parties s ON s.id = o.supplier_id
     WHERE o.product_id = ?${own} AND o.deleted = 0 AND o.archived = 0 ORDER BY o.supplier_id, o.valid_from, o.id`,
    productId,
    ...(supplierId === undefined ? [] : [supplierId]),
  )
  const steps = rows.flatMap(({ vatIncluded, ...row }): Step[] => {
    const price = priceAt(JSON.parse(row.breaks) as PriceBreak[], toMilli(quantity))
    return price ? [{ ...row, vatIncluded: vatIncluded === 1, priceMicros: price.priceMicros }] : []
  })
  const toBase = netPrices(db)
  const bySupplier = [...Map.groupBy(steps, (step) => step.supplierId).values()]
  return {
    baseCurrency: baseCurrency(db),
    series: bySupplier.flatMap((offers) => {
      const [first] = offers
      if (!first) return []
      const { supplier, supplierZh } = first
      const held = heldSteps(offers).map(({ step, on, until }) => ({
        offerId: step.id,
        on,
        until,
        price: microsToDecimal(step.priceMicros, step.currency),
        currency: step.currency,
        basePrice: toBase(step, on),
      }))
      return [{ supplierId: first.supplierId, supplier, supplierZh, steps: held }]
    }),
  }
}

type HeldStep = { step: Step; on: Day; until: Day | null }

/** Which offer holds between any two days on which something begins or has ended. Offers ascend by day, then by id. */
function heldSteps(offers: readonly Step[]): HeldStep[] {
  const edges = offers.flatMap(({ validFrom, validTo }) => (validTo ? [validFrom, addDays(validTo, 1)] : [validFrom]))
  const days = [...new Set(edges)].toSorted()
  const held: HeldStep[] = []
  days.forEach((on, index) => {
    const next = days[index + 1]
    const step = offers.findLast((one) => one.validFrom <= on && (one.validTo === null || one.validTo >= on))
    const last = held.at(-1)
    if (!step) return
    const until = next === undefined ? null : addDays(next, -1)
    if (last?.step === step && last.until !== null && addDays(last.until, 1) === on) last.until = until
    else held.push({ step, on, until })
  })
  return held
}
