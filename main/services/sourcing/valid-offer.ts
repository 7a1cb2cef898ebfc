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
    : offersWhere(db, 'offers o NOT INDEXED WHERE 1', { keys: [], on })
  return Map.groupBy(found, ({ productId }) => productId)
}

export function pricedAt(offer: ValidOffer, qtyMilli: number): PricedOffer {
  const price = priceAt(offer.breaks, qtyMilli)
  if (!price) throw new Error('an offer without prices is no valid offer')
  const isBelowMinimum = price.isBelow || (offer.minOrderMilli !== null && qtyMilli < offer.minOrderMilli)
  return { ...offer, priceMicros: price.priceMicros, isBelowMinimum }
}

/** SQL over offers `o` that is true of those which may hold on a day, given twice. */
const holdsOn = 'o.valid_from <= ? AND (o.valid_to IS NULL OR o.valid_to >= ?) AND o.deleted = 0 AND o.archived = 0'

type Where = { keys: readonly (Id | string)[]; on: Day }

type Candidate = [id: Id, supplierId: Id, productId: Id, validFrom: Day]

/** The one that holds of each supplier and product. One without prices says nothing, so an older one holds. */
function offersWhere(db: ReadDb, source: string, { keys, on }: Where): ValidOffer[] {
  const candidates = db.raw(
    `SELECT o.id, o.supplier_id, o.product_id, o.valid_from FROM ${source} AND ${holdsOn}`,
    ...keys,
    on,
    on,
  ) as Candidate[]
  for (let left = candidates; ; ) {
    const chosen = newestOf(left)
    const prices = breaksOf(db, chosen)
    const empty = new Set(chosen.filter((id) => !prices.has(id)))
    if (empty.size === 0) return offersOf(db, chosen, prices)
    left = left.filter(([id]) => !empty.has(id))
  }
}

/** Of each supplier and product the one that began last; of one day the one written down last. */
function newestOf(candidates: readonly Candidate[]): Id[] {
  const bySupplier = new Map<Id, Map<Id, Candidate>>()
  for (const candidate of candidates) {
    const [id, supplierId, productId, validFrom] = candidate
    const known = bySupplier.get(supplierId) ?? new Map<Id, Candidate>()
    const other = known.get(productId)
    if (!other || other[3] < validFrom || (other[3] === validFrom && other[0] < id)) known.set(productId, candidate)
    bySupplier.set(supplierId, known)
  }
  return [...bySupplier.values()].flatMap((own) => [...own.values()].map(([id]) => id))
}

function offersOf(db: ReadDb, ids: readonly Id[], prices: Map<Id, PriceBreak[]>): ValidOffer[] {
  const rows = db.raw(
    `SELECT o.id, o.supplier_id, o.product_id, o.supplier_code, o.supplier_name, o.currency, o.vat_included, o.vat_ppm,
       o.incoterm, o.place, o.min_order_milli, o.carton_milli, o.lead_time_days, o.valid_from, o.valid_to
     FROM offers o WHERE o.id IN (SELECT value FROM json_each(?)) ORDER BY o.id`,
    JSON.stringify(ids),
  ) as OfferCells[]
  return rows.map((cells) => asOffer(cells, prices.get(cells[0]) ?? []))
}

type OfferCells = [
  ...[id: Id, supplierId: Id, productId: Id, supplierCode: string, supplierName: string, currency: string],
  ...[vatIncluded: number, vatPpm: number, incoterm: string, place: string, minOrder: number | null],
  ...[carton: number | null, leadTimeDays: number | null, validFrom: Day, validTo: Day | null],
]

function asOffer(cells: OfferCells, breaks: readonly PriceBreak[]): ValidOffer {
  return {
    id: cells[0],
    supplierId: cells[1],
    productId: cells[2],
    supplierCode: cells[3],
    supplierName: cells[4],
    currency: cells[5],
    vatIncluded: cells[6] === 1,
    vatPpm: cells[7],
    incoterm: cells[8],
    place: cells[9],
    minOrderMilli: cells[10],
    cartonMilli: cells[11],
    leadTimeDays: cells[12],
    validFrom: cells[13],
    validTo: cells[14],
    breaks,
  }
}

/** Beyond so many offers it is quicker to read all prices than to look each up. */
const manyOffers = 20_000

/** The living prices of offers, ascending by quantity; those without any are left out. */
function breaksOf(db: ReadDb, ids: readonly Id[]): Map<Id, PriceBreak[]> {
  const isWhole = ids.length > manyOffers
  const rows = db.raw(
    `SELECT offer_id, from_milli, price_micros FROM offer_prices INDEXED BY offer_prices_by_offer
     WHERE ${isWhole ? 'offer_id > 0' : 'offer_id IN (SELECT value FROM json_each(?))'} AND deleted = 0
     ORDER BY offer_id, from_milli, price_micros`,
    ...(isWhole ? [] : [JSON.stringify(ids)]),
  ) as [Id, number, number][]
  const prices = new Map<Id, PriceBreak[]>()
  for (const [offerId, fromMilli, priceMicros] of rows) {
    const known = prices.get(offerId)
    if (known) known.push({ fromMilli, priceMicros })
    else prices.set(offerId, [{ fromMilli, priceMicros }])
  }
  return prices
}
