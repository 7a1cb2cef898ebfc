// What a seller does with offers. A new price is a new offer from its day on; an offer is changed to put it right.
import type { Param, ReadDb, WriteTx } from '#main/db/database.ts'
import { AppError, atField } from '#shared/errors.ts'
import type { Id } from '#shared/ids.ts'
import { typedMicros } from '#shared/money.ts'
import { percentToPpm } from '#shared/percent.ts'
import { toMilli } from '#shared/quantity.ts'
import type { OfferInput } from '#shared/schemas/offers.ts'

/** Where an offer comes from that nobody typed in. */
type Origin = { answerId?: Id }

/** Adds an offer; `offers/same-day` where the supplier has one for the product from that day already. */
export function addOffer(tx: WriteTx, offer: OfferInput, { answerId }: Origin = {}): Id {
  refuseUnknown(tx, offer, null)
  refuseSameDay(tx, offer, null)
  const id = tx.insert('offers', { ...columnsOf(offer), answer_id: answerId ?? null })
  keepPrices(tx, id, offer.prices)
  return id
}

export function editOffer(tx: WriteTx, id: Id, offer: OfferInput): void {
  const before = tx.get<OfferKey>(
    'SELECT supplier_id AS supplierId, product_id AS productId, valid_from AS validFrom FROM live_offers WHERE id = ?',
    id,
  )
  if (!before) throw new AppError('offers/not-found')
  refuseUnknown(tx, offer, before)
  const isMoved = (Object.keys(before) as (keyof OfferKey)[]).some((key) => before[key] !== offer[key])
  // What a merge or a file made double stands in nobody's way until someone changes it.
  if (isMoved) refuseSameDay(tx, offer, id)
  tx.update('offers', id, columnsOf(offer))
  keepPrices(tx, id, offer.prices)
}

/** All of them or none. */
export function setOffersArchived(tx: WriteTx, ids: readonly Id[], archived: boolean): void {
  for (const id of ids) changeOne(tx, id, { archived: archived ? 1 : 0 })
}

/** Takes them to the bin, all or none. */
export function removeOffers(tx: WriteTx, ids: readonly Id[]): void {
  for (const id of ids) {
    for (const price of pricesOf(tx, id)) tx.update('offer_prices', price.id, { deleted: 1 })
    changeOne(tx, id, { deleted: 1 })
  }
}

/** A living offer of the supplier for the product from that day. */
export function offerFrom(db: ReadDb, { supplierId, productId, validFrom }: OfferKey, own: Id | null): Id | null {
  const row = db.get<{ id: Id }>(
    `SELECT id FROM offers INDEXED BY offers_by_supplier
     WHERE supplier_id = ? AND product_id = ? AND valid_from = ? AND deleted = 0 AND archived = 0 AND id <> ? LIMIT 1`,
    supplierId,
    productId,
    validFrom,
    own ?? 0,
  )
  return row?.id ?? null
}

export type OfferKey = Pick<OfferInput, 'supplierId' | 'productId' | 'validFrom'>

function changeOne(tx: WriteTx, id: Id, values: Record<string, Param>): void {
  if (!tx.get('SELECT 1 FROM live_offers WHERE id = ?', id)) throw new AppError('offers/not-found')
  tx.update('offers', id, values)
}

/** What is newly named must be there; what it points at already may have gone since. */
function refuseUnknown(tx: WriteTx, { supplierId, productId }: OfferKey, before: OfferKey | null): void {
  if (supplierId !== before?.supplierId && !tx.get('SELECT 1 FROM live_parties WHERE id = ?', supplierId))
    throw new AppError('parties/not-found', { field: 'supplierId' })
  if (productId === before?.productId) return
  const product = tx.get<{ kind: string }>('SELECT kind FROM live_products WHERE id = ?', productId)
  if (!product) throw new AppError('catalog/product-not-found', { field: 'productId' })
  if (product.kind === 'family') throw new AppError('offers/family', { field: 'productId' })
}

function refuseSameDay(tx: WriteTx, offer: OfferKey, own: Id | null): void {
  if (offerFrom(tx, offer, own) !== null)
    throw new AppError('offers/same-day', { on: offer.validFrom, field: 'validFrom' })
}

function columnsOf(offer: OfferInput): Record<string, Param> {
  return {
    supplier_id: offer.supplierId,
    product_id: offer.productId,
    supplier_code: offer.supplierCode,
    supplier_name: offer.supplierName,
    currency: offer.currency,
    vat_included: offer.vatIncluded ? 1 : 0,
    vat_ppm: percentToPpm(offer.vatPercent),
    incoterm: offer.incoterm,
    place: offer.place,
    min_order_milli: offer.minOrder === null ? null : toMilli(offer.minOrder),
    carton_milli: offer.carton === null ? null : toMilli(offer.carton),
    lead_time_days: offer.leadTimeDays,
    valid_from: offer.validFrom,
    valid_to: offer.validTo,
    source: offer.source,
    note: offer.note,
  }
}

type Price = { id: Id; fromMilli: number; priceMicros: number }

function pricesOf(db: ReadDb, offerId: Id): Price[] {
  return db.all<Price>(
    `SELECT id, from_milli AS fromMilli, price_micros AS priceMicros FROM live_offer_prices
     WHERE offer_id = ? ORDER BY from_milli, id`,
    offerId,
  )
}

/** Makes the living breaks those of the list; one quantity keeps its row, and two rows of one quantity become one. */
function keepPrices(tx: WriteTx, offerId: Id, prices: OfferInput['prices']): void {
  const wanted = new Map(
    prices.map(({ from, price }, index) => [toMilli(from), atField(`prices.${index}.price`, () => typedMicros(price))]),
  )
  for (const { id, fromMilli, priceMicros } of pricesOf(tx, offerId)) {
    const price = wanted.get(fromMilli)
    if (price === undefined) tx.update('offer_prices', id, { deleted: 1 })
    else if (price !== priceMicros) tx.update('offer_prices', id, { price_micros: price })
    wanted.delete(fromMilli)
  }
  for (const [fromMilli, price] of wanted) {
    tx.insert('offer_prices', { offer_id: offerId, from_milli: fromMilli, price_micros: price })
  }
}
