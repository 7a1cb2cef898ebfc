// A movement into a place: what it brought, at what cost, and how that was found.
import { bringGoods } from './bring-goods.ts'
import { type CostBook, lastKnownCost, placeOf } from './cost-book.ts'
import type { CostBasis, CostEntry, Parcel } from './cost-types.ts'
import { footprintFor, leaveFootprint, noteTakenBack } from './footprints.ts'
import type { Outcome } from './outcome.ts'
import { atUnitCost, atValue, leftOf, nextOf, worthOf } from './parcels.ts'
import type { Place } from './place-stock.ts'

export function comeIn(book: CostBook, entry: CostEntry, lateMinor: number): Outcome {
  const place = placeOf(book, entry.warehouseId)
  const brought = broughtBy(book, entry, place)
  const parcels = lateMinor === 0 ? brought.parcels : withLateCost(brought.parcels, lateMinor)
  const arrival = bringGoods({ entry, place, method: book.method }, parcels)
  rememberCost(book, place, { entry, basis: brought.basis, parcels })
  leaveFootprint(book, entry, footprintOf(entry, arrival))
  const bearsCost = parcels.some((parcel) => parcel.valueMinor !== null)
  return { entry, basis: brought.basis, taken: [], bearsCost, ...arrival }
}

type Brought = { parcels: Parcel[]; basis: CostBasis }

/**
 * What comes in, and at what cost: returns, arrivals and reversals at the cost at which their goods left; what was bought
 * at what it cost; what was found, or comes back nobody knows from where, at the last known cost.
 */
function broughtBy(book: CostBook, entry: CostEntry, place: Place): Brought {
  const goods = { layerId: entry.id, on: entry.on, qtyMilli: entry.qtyMilli, valueMinor: entry.valueMinor }
  const ref = footprintFor(book, entry)
  if (ref && leftOf(ref.footprint) > 0) {
    const parcels = nextOf(ref.footprint, entry.qtyMilli)
    const qtyMilli = worthOf(parcels).qtyMilli
    noteTakenBack(book, ref, { entry, qtyMilli })
    if (qtyMilli === entry.qtyMilli) return { parcels, basis: 'origin' }
    const more = atUnitCost({ ...goods, qtyMilli: entry.qtyMilli - qtyMilli }, lastKnownCost(book, place))
    return { parcels: [...parcels, more], basis: more.valueMinor === null ? 'unknown' : 'last-known' }
  }
  if (entry.valueMinor !== null) return { parcels: [goods], basis: 'given' }
  const isBought = entry.kind === 'receipt' || entry.kind === 'opening' || entry.kind === 'assembly'
  const cost = isBought ? null : lastKnownCost(book, place)
  return { parcels: [atUnitCost(goods, cost)], basis: cost ? 'last-known' : 'unknown' }
}

/** A later cost lies on the goods whose own cost is known; where none is, it waits (`CostRun.waiting`). */
function withLateCost(parcels: readonly Parcel[], lateMinor: number): Parcel[] {
  const costed = parcels.filter((parcel) => parcel.valueMinor !== null)
  const shares = atValue(costed, lateMinor)
  let at = 0
  return parcels.map((parcel) => {
    if (parcel.valueMinor === null) return parcel
    const share = shares[at]?.valueMinor ?? 0
    at += 1
    return { ...parcel, valueMinor: parcel.valueMinor + share }
  })
}

type Costed = { entry: CostEntry; basis: CostBasis; parcels: readonly Parcel[] }

/** What a receipt cost a unit, for shortages after it. Returns tell of old costs, so they do not count. */
function rememberCost(book: CostBook, place: Place, { entry, basis, parcels }: Costed): void {
  if (entry.reversesId !== null || (basis !== 'given' && basis !== 'origin')) return
  if (entry.kind === 'customer_return' || entry.kind === 'supplier_return') return
  const { qtyMilli, valueMinor, uncostedMilli } = worthOf(parcels)
  if (qtyMilli === uncostedMilli) return
  place.lastReceipt = { valueMinor, qtyMilli: qtyMilli - uncostedMilli }
  if (entry.kind !== 'transfer') book.lastReceipt = place.lastReceipt
}

/** What came in as two parcels, with and without a cost: all that the books keep of it. */
function footprintOf(entry: CostEntry, worth: { valueMinor: number; uncostedMilli: number }): Parcel[] {
  const { id: layerId, on } = entry
  const costedMilli = entry.qtyMilli - worth.uncostedMilli
  return [
    { layerId, on, qtyMilli: costedMilli, valueMinor: worth.valueMinor },
    { layerId, on, qtyMilli: worth.uncostedMilli, valueMinor: null },
  ].filter((parcel) => parcel.qtyMilli > 0)
}
