// From whom a product is bought when nobody says: its own supplier, else whoever has the cheapest valid offer.
import type { ReadDb } from '#main/db/database.ts'
import { baseCurrency } from '#main/services/book/book-queries.ts'
import { rateFinder } from '#main/services/rates/rate-finder.ts'
import { mayBuyFrom } from '#main/services/scores/may-buy.ts'
import { validOffers } from '#main/services/sourcing/valid-offer.ts'
import type { Day } from '#shared/dates.ts'
import { Decimal } from '#shared/decimal.ts'
import type { Id } from '#shared/ids.ts'

/** Null where neither is known. Of offers, those of blocked suppliers and those in a currency without a rate are passed over. */
export function supplierFor(db: ReadDb, productId: Id, on: Day): Id | null {
  const own = db.get<{ supplierId: Id | null }>(
    `SELECT s.id AS supplierId FROM products p JOIN live_parties s ON s.id = p.supplier_id WHERE p.id = ?`,
    productId,
  )
  return own?.supplierId ?? cheapestSupplier(db, productId, on)
}

function cheapestSupplier(db: ReadDb, productId: Id, on: Day): Id | null {
  const base = baseCurrency(db)
  const rates = rateFinder(db)
  const offers = (validOffers(db, on, [productId]).get(productId) ?? []).flatMap((offer) => {
    const found = rates(offer.currency, base, on)
    const [lowest] = offer.breaks
    if (found.status !== 'ok' || !lowest || mayBuyFrom(db, offer.supplierId, on).verdict === 'block') return []
    const price = new Decimal(lowest.priceMicros).times(found.by.multiply).div(found.by.divide)
    return [{ supplierId: offer.supplierId, price }]
  })
  const [cheapest] = offers.toSorted((one, other) => one.price.cmp(other.price) || one.supplierId - other.supplierId)
  return cheapest?.supplierId ?? null
}
