// Which offer of a supplier holds for a product on a day: the newest that has begun and has not ended. A new price closes
// nothing; where one that was for a while has ended, the one before it holds again.
import type { ReadDb } from '#main/db/database.ts'
import { type PriceBreak, priceAt } from '#main/domain/sourcing/price-break.ts'
import type { Day } from '#shared/dates.ts'
import type { Id } from '#shared/ids.ts'

/** Prices in micros, quantities in thousandths. */
export type ValidOffer = {
  id: Id
  supplierId: Id
  productId: Id
  supplierCode: string
  supplierName: string
  currency: string
  vatIncluded: boolean
  vatPpm: number
  incoterm: string
  place: string
  minOrderMilli: number | null
  cartonMilli: number | null
  leadTimeDays: number | null
  validFrom: Day
  validTo: Day | null
  /** Ascending by quantity; at least one. */
  breaks: readonly PriceBreak[]
}

/** An offer at a quantity. */
export type PricedOffer = ValidOffer & {
  /** For one, as offered: in the offer's currency, with VAT where the offer holds it. */
  priceMicros: number
  /** Below the minimum order, or below the lowest quantity that has a price. */
  isBelowMinimum: boolean
}

type Asked = { productId: Id; supplierId: Id; on: Day; qtyMilli: number }

/** The supplier's offer that holds on a day, priced at a quantity; null where there is none. */
export function validOffer(db: ReadDb, { productId, supplierId, on, qtyMilli }: Asked): PricedOffer | null {
  const [offer] = offersWhere(
    db,
    'offers o INDEXED BY offers_by_supplier WHERE o.supplier_id = ? AND o.product_id = ?',
    {
      keys: [supplierId, productId],
      on,
    },
  )
  return offer ? pricedAt(offer, qtyMilli) : null
}

/** Of some products, or of all: the one that holds of each supplier on a day, by product. */
export function validOffers(db: ReadDb, on: Day, products?: readonly Id[]): Map<Id, ValidOffer[]> {
  const found = products
    ? offersWhere(db, 'offers o INDEXED BY offers_by_product WHERE o.product_id IN (SELECT value FROM json_each(?))', {
        keys: [JSON.stringify(products)],
        on,
      })
    : offersWhere(db, 'offers o WHERE 1', { keys: [], on })
  return Map.groupBy(found, ({ productId }) => productId)
}

export function pricedAt(offer: ValidOffer, qtyMilli: number): PricedOffer {
  const price = priceAt(offer.breaks, qtyMilli)
  if (!price) throw new Error('an offer without prices is no valid offer')
  const isBelowMinimum = price.isBelow || (offer.minOrderMilli !== null && qtyMilli < offer.minOrderMilli)
  return { ...offer, priceMicros: price.priceMicros, isBelowMinimum }
}

/** SQL over offers `o` that holds of those which may hold on a day, given twice. */
export const holdsOn =
  'o.valid_from <= ? AND (o.valid_to IS NULL OR o.valid_to >= ?) AND o.deleted = 0 AND o.archived = 0'

type Where = { keys: readonly (Id | string)[]; on: Day }

type OfferRow = Omit<ValidOffer, 'vatIncluded' | 'breaks'> & { vatIncluded: number; breaks: string }

/** The one that holds of each supplier and product. One without prices says nothing, so an older one holds. */
function offersWhere(db: ReadDb, source: string, { keys, on }: Where): ValidOffer[] {
  const rows = db.all<OfferRow>(
    `SELECT o.id, o.supplier_id AS supplierId, o.product_id AS productId, o.supplier_code AS supplierCode,
       o.supplier_name AS supplierName, o.currency, o.vat_included AS vatIncluded, o.vat_ppm AS vatPpm, o.incoterm, o.place,
       o.min_order_milli AS minOrderMilli, o.carton_milli AS cartonMilli, o.lead_time_days AS leadTimeDays,
       o.valid_from AS validFrom, o.valid_to AS validTo,
       (SELECT json_group_array(json_object('fromMilli', p.from_milli, 'priceMicros', p.price_micros))
        FROM offer_prices p INDEXED BY offer_prices_by_offer WHERE p.offer_id = o.id AND p.deleted = 0) AS breaks
     FROM ${source} AND ${holdsOn} ORDER BY o.valid_from DESC, o.id DESC`,
    ...keys,
    on,
    on,
  )
  const newest = new Map<string, ValidOffer>()
  for (const { vatIncluded, breaks, ...row } of rows) {
    const key = `${row.supplierId} ${row.productId}`
    const prices = JSON.parse(breaks) as PriceBreak[]
    if (newest.has(key) || prices.length === 0) continue
    const sorted = prices.toSorted((one, other) => one.fromMilli - other.fromMilli)
    newest.set(key, { ...row, vatIncluded: vatIncluded === 1, breaks: sorted })
  }
  return [...newest.values()]
}
