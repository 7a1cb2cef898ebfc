// From whom a product is bought when nobody says: its own supplier, else whoever has the cheapest valid offer.
import type { ReadDb } from '#main/db/database.ts'
import { mayBuyFrom } from '#main/services/scores/may-buy.ts'
import { netPrices } from '#main/services/sourcing/net-prices.ts'
import { pricedAt, validOffers } from '#main/services/sourcing/valid-offer.ts'
import type { Day } from '#shared/dates.ts'
import { Decimal } from '#shared/decimal.ts'
import type { Id } from '#shared/ids.ts'

type Wanted = { productId: Id; qtyMilli: number }

/**
 * Null where neither is known. Offers are compared as their screen does: at the quantity, in base currency, net of VAT that
 * comes back. Those of blocked suppliers and those in a currency without a rate are passed over. A lookup for one call.
 */
export function supplierChooser(db: ReadDb, on: Day): (wanted: Wanted) => Id | null {
  const netPrice = netPrices(db)
  const blocked = new Map<Id, boolean>()
  const isBlocked = (supplierId: Id) => {
    const known = blocked.get(supplierId) ?? mayBuyFrom(db, supplierId, on).verdict === 'block'
    blocked.set(supplierId, known)
    return known
  }
  const cheapest = ({ productId, qtyMilli }: Wanted): Id | null => {
    const offers = (validOffers(db, on, [productId]).get(productId) ?? []).flatMap((offer) => {
      const price = isBlocked(offer.supplierId) ? null : netPrice(pricedAt(offer, qtyMilli), on)
      return price === null ? [] : [{ supplierId: offer.supplierId, price: new Decimal(price) }]
    })
    const [first] = offers.toSorted((one, other) => one.price.cmp(other.price) || one.supplierId - other.supplierId)
    return first?.supplierId ?? null
  }
  return (wanted) => ownSupplier(db, wanted.productId) ?? cheapest(wanted)
}

function ownSupplier(db: ReadDb, productId: Id): Id | null {
  const sql = 'SELECT s.id FROM products p JOIN live_parties s ON s.id = p.supplier_id WHERE p.id = ?'
  return db.get<{ id: Id }>(sql, productId)?.id ?? null
}
