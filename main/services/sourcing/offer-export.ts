// Offers as rows of a file: one for each price, as an import reads them again.
import type { ReadDb } from '#main/db/database.ts'
import { partyReference } from '#main/services/parties/party-reference.ts'
import { wholeOffers } from '#main/services/sourcing/offer-list.ts'
import type { Id } from '#shared/ids.ts'

/** In the order of `ids`, quantities ascending. */
export function offerExportRows(db: ReadDb, ids: readonly Id[]) {
  const offers = wholeOffers(db, ids)
  const suppliers = new Map(
    db.raw(
      `SELECT s.id, ${partyReference('s', 'supplier')} FROM parties s WHERE s.id IN (SELECT value FROM json_each(?))`,
      JSON.stringify(offers.map(({ supplierId }) => supplierId)),
    ) as [Id, string][],
  )
  return offers.flatMap(({ prices, request: _request, archived: _archived, ...offer }) =>
    prices.map(({ from, price }) => ({
      ...offer,
      supplier: suppliers.get(offer.supplierId) ?? offer.supplier,
      from,
      price,
    })),
  )
}
