// Every offer of the products that were bought, in memory for one board: which price held with whom on which day. The same
// choice as services/sourcing/valid-offer.ts makes for one product.
import type { ReadDb } from '#main/db/database.ts'
import { type PriceBreak, priceAt } from '#main/domain/sourcing/price-break.ts'
import type { Day } from '#shared/dates.ts'
import type { Id } from '#shared/ids.ts'

export type ShelfOffer = {
  supplierId: Id
  currency: string
  vatIncluded: boolean
  vatPpm: number
  validFrom: Day
  validTo: Day | null
  breaks: PriceBreak[]
}

export type OfferShelf = {
  isEmpty: boolean
  /** One offer of each supplier that has one for the product on the day. */
  on(productId: Id, day: Day): readonly ShelfOffer[]
}

type Row = [
  id: Id,
  productId: Id,
  supplierId: Id,
  currency: string,
  vatIncluded: number,
  vatPpm: number,
  validFrom: Day,
  validTo: Day | null,
  fromMilli: number,
  priceMicros: number,
]

/** `productId`: of this product alone. */
export function offerShelf(db: ReadDb, productId?: Id): OfferShelf {
  const rows = db.raw(
    `SELECT o.id, o.product_id, o.supplier_id, o.currency, o.vat_included, o.vat_ppm, o.valid_from, o.valid_to,
       p.from_milli, p.price_micros
     FROM offers o CROSS JOIN offer_prices p INDEXED BY offer_prices_by_offer ON p.offer_id = o.id
     WHERE o.deleted = 0 AND o.archived = 0 AND p.deleted = 0${productId === undefined ? '' : ' AND o.product_id = ?'}
     ORDER BY o.product_id, o.supplier_id, o.valid_from DESC, o.id DESC, p.from_milli`,
    ...(productId === undefined ? [] : [productId]),
  ) as Row[]
  const byProduct = new Map<Id, Map<Id, ShelfOffer[]>>()
  let [lastId, last]: [Id, ShelfOffer | null] = [0, null]
  for (const [
    id,
    product,
    supplierId,
    currency,
    vatIncluded,
    vatPpm,
    validFrom,
    validTo,
    fromMilli,
    priceMicros,
  ] of rows) {
    if (last === null || lastId !== id) {
      last = { supplierId, currency, vatIncluded: vatIncluded === 1, vatPpm, validFrom, validTo, breaks: [] }
      lastId = id
      shelve(byProduct, product, last)
    }
    last.breaks.push({ fromMilli, priceMicros })
  }
  return { isEmpty: rows.length === 0, on: (product, day) => held(byProduct.get(product), day) }
}

function shelve(byProduct: Map<Id, Map<Id, ShelfOffer[]>>, productId: Id, offer: ShelfOffer): void {
  let suppliers = byProduct.get(productId)
  if (!suppliers) {
    suppliers = new Map()
    byProduct.set(productId, suppliers)
  }
  const known = suppliers.get(offer.supplierId)
  if (known) known.push(offer)
  else suppliers.set(offer.supplierId, [offer])
}

function held(suppliers: ReadonlyMap<Id, readonly ShelfOffer[]> | undefined, day: Day): ShelfOffer[] {
  if (!suppliers) return []
  const found: ShelfOffer[] = []
  for (const offers of suppliers.values()) {
    const offer = offers.find(({ validFrom, validTo }) => validFrom <= day && (validTo === null || validTo >= day))
    if (offer) found.push(offer)
  }
  return found
}

export function priceOf(offer: ShelfOffer, qtyMilli: number): number | null {
  const [only] = offer.breaks
  if (offer.breaks.length === 1 && only) return only.priceMicros
  return priceAt(offer.breaks, qtyMilli)?.priceMicros ?? null
}
