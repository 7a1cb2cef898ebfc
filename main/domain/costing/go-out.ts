// A movement out of a place: which pieces it took, at what cost, and how that was found.
import type { Id } from '#shared/ids.ts'
import { type CostBook, lastKnownCost, placeOf } from './cost-book.ts'
import type { CostBasis, CostEntry, Layer, Parcel, UnitCost } from './cost-types.ts'
import { footprintFor, leaveFootprint, noteTakenBack } from './footprints.ts'
import { noChange, type Outcome } from './outcome.ts'
import { atUnitCost, atValue, nextOf, united, worthOf } from './parcels.ts'
import type { Place } from './place-stock.ts'
import { takeAtOwnCost, takeGoods, takeLayers } from './take-goods.ts'

export function goOut(book: CostBook, entry: CostEntry): Outcome {
  const place = placeOf(book, entry.warehouseId)
  const left = leave(book, entry, place)
  const taken = united(left.taken)
  leaveFootprint(book, entry, taken)
  const worth = worthOf(taken)
  const isUnknown = worth.uncostedMilli === worth.qtyMilli
  return {
    ...noChange,
    entry,
    basis: isUnknown ? 'unknown' : left.basis,
    valueMinor: 0 - worth.valueMinor,
    uncostedMilli: 0 - worth.uncostedMilli,
    stockMinor: 0 - left.stockMinor,
    stockUncostedMilli: 0 - worth.uncostedMilli,
    taken,
  }
}

/** `taken` at the value at which it leaves; `stockMinor` what the stock lost by it. */
type Left = { taken: readonly Parcel[]; stockMinor: number; basis: CostBasis }

function leave(book: CostBook, entry: CostEntry, place: Place): Left {
  const ref = footprintFor(book, entry)
  const lastKnown = lastKnownCost(book, place)
  const wanted = -entry.qtyMilli
  const own = ref && book.method === 'fifo' ? takeLayers(place, wanted, isBroughtBy(ref.id)) : []
  const ownMilli = worthOf(own).qtyMilli
  if (ref) noteTakenBack(book, ref, { entry, qtyMilli: ownMilli })
  const price = ownCost(book, entry, wanted - ownMilli)
  if (ref) noteTakenBack(book, ref, { entry, qtyMilli: Math.min(wanted - ownMilli, worthOf(price).qtyMilli) })
  const rest = leaveAt(book, entry, { place, wanted: wanted - ownMilli, price, lastKnown })
  return {
    taken: [...own, ...rest.taken],
    stockMinor: worthOf(own).valueMinor + rest.stockMinor,
    basis: ref ? 'origin' : rest.basis,
  }
}

function isBroughtBy(id: Id): (layer: Layer) => boolean {
  return (layer) => layer.broughtBy === id || layer.layerId === id
}

/** The cost at which goods leave that have one of their own: what was received, or what is given for a return. */
function ownCost(book: CostBook, entry: CostEntry, wanted: number): Parcel[] {
  const ref = footprintFor(book, entry)
  if (ref) return nextOf(ref.footprint, wanted)
  if (entry.valueMinor === null) return []
  return [{ layerId: entry.id, on: entry.on, qtyMilli: wanted, valueMinor: entry.valueMinor }]
}

type Leaving = { place: Place; wanted: number; price: readonly Parcel[]; lastKnown: UnitCost | null }

function leaveAt(book: CostBook, entry: CostEntry, { place, wanted, price, lastKnown }: Leaving): Left {
  const method = book.method
  const basis: CostBasis = method === 'fifo' ? 'layers' : 'average'
  if (wanted === 0) return { taken: [], stockMinor: 0, basis }
  const priced = worthOf(price)
  const isPriced = priced.qtyMilli === wanted
  const atOwn = isPriced && method === 'average' ? takeAtOwnCost(place, price) : null
  if (atOwn) {
    const taken = price.map((parcel) => ({ ...parcel, layerId: 0 }))
    return { taken, stockMinor: atOwn.stockMinor, basis: 'origin' }
  }
  const { batchId = null } = entry
  const ofBatch =
    batchId !== null && method === 'fifo' ? takeLayers(place, wanted, (layer) => layer.batchId === batchId) : []
  const goods = [...ofBatch, ...takeGoods(place, wanted - worthOf(ofBatch).qtyMilli, method)]
  const there = worthOf(goods)
  const short = { layerId: entry.id, on: entry.on, qtyMilli: wanted - there.qtyMilli, valueMinor: null }
  const all = short.qtyMilli > 0 ? [...goods, atUnitCost(short, lastKnown)] : goods
  // Goods whose cost is not known stay so, whatever they were to leave at.
  const isCosted = isPriced && priced.uncostedMilli === 0 && there.uncostedMilli === 0
  const taken = isCosted ? atValue(all, priced.valueMinor) : all
  const missing = short.qtyMilli > 0 ? (taken.at(-1) ?? null) : null
  if (missing) addShortage(place, entry, missing)
  const stockMinor = there.valueMinor + (missing?.valueMinor ?? 0)
  return { taken, stockMinor, basis: isCosted ? 'origin' : missing ? 'last-known' : basis }
}

/** More than was there: kept as negative stock at the cost at which it was issued. */
function addShortage(place: Place, entry: CostEntry, missing: Parcel): void {
  place.shortages.push({
    ...missing,
    qtyMilli: -missing.qtyMilli,
    valueMinor: missing.valueMinor === null ? null : 0 - missing.valueMinor,
    broughtBy: entry.id,
    batchId: entry.batchId ?? null,
  })
}
