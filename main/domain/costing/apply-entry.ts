// One movement through the stock: what it took or brought, at what cost, and how that was found.
import type { Id } from '#shared/ids.ts'
import { bringGoods } from './bring-goods.ts'
import { type CostBook, footprintFor, lastKnownCost, noteBack, placeOf } from './cost-book.ts'
import type { CostBasis, CostEntry, Footprint, Layer, Parcel, Settlement, UnitCost } from './cost-types.ts'
import { shareOf } from './exact-share.ts'
import { atValue, leftOf, nextOf, united, worthOf } from './parcels.ts'
import type { Place } from './place-stock.ts'
import { takeAtOwnCost, takeGoods, takeLayers } from './take-goods.ts'

/** Signed as the quantity. What the stock lost or won differs from the value by the variance. */
export type Outcome = {
  entry: CostEntry
  basis: CostBasis
  valueMinor: number
  uncostedMilli: number
  stockMinor: number
  stockUncostedMilli: number
  /** What a movement out took. */
  taken: readonly Parcel[]
  settlements: readonly Settlement[]
  /** Whether a later cost can lie on it: goods came in, and the cost of some is known. */
  bearsCost: boolean
}

/** Runs one movement; `lateMinor` is what later costs add to it, as far as it has any goods with a cost. */
export function applyEntry(book: CostBook, entry: CostEntry, lateMinor = 0): Outcome {
  book.lastOn = entry.on
  return entry.qtyMilli > 0 ? comeIn(book, entry, lateMinor) : goOut(book, entry)
}

export function cancelledOutcome(entry: CostEntry): Outcome {
  return { ...nothing, entry, basis: 'cancelled' }
}

const nothing = {
  valueMinor: 0,
  uncostedMilli: 0,
  stockMinor: 0,
  stockUncostedMilli: 0,
  taken: [],
  settlements: [],
  bearsCost: false,
}

function comeIn(book: CostBook, entry: CostEntry, lateMinor: number): Outcome {
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
    notePassed(book, ref, { entry, qtyMilli })
    if (qtyMilli === entry.qtyMilli) return { parcels, basis: 'origin' }
    const more = atUnitCost({ ...goods, qtyMilli: entry.qtyMilli - qtyMilli }, lastKnownCost(book, place))
    return { parcels: [...parcels, more], basis: more.valueMinor === null ? 'unknown' : 'last-known' }
  }
  if (entry.valueMinor !== null) return { parcels: [goods], basis: 'given' }
  const isBought = entry.kind === 'receipt' || entry.kind === 'opening' || entry.kind === 'assembly'
  const cost = isBought ? null : lastKnownCost(book, place)
  return { parcels: [atUnitCost(goods, cost)], basis: cost ? 'last-known' : 'unknown' }
}

function atUnitCost(goods: Parcel, cost: UnitCost | null): Parcel {
  return { ...goods, valueMinor: cost && shareOf(cost.valueMinor, goods.qtyMilli, cost.qtyMilli) }
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

function leaveFootprint(book: CostBook, entry: CostEntry, parcels: readonly Parcel[]): void {
  const refId = entry.reversesId ?? entry.originId
  book.footprints.set(entry.id, { on: entry.on, qtyMilli: entry.qtyMilli, refId, parcels, backMilli: 0 })
}

/**
 * Notes that goods of the movement pointed at came back. A reversal of a movement that itself had taken goods back gives
 * them to where they came from: a reversed arrival is under way again.
 */
function notePassed(
  book: CostBook,
  ref: { id: Id; footprint: Footprint },
  { entry, qtyMilli }: { entry: CostEntry; qtyMilli: number },
): void {
  noteBack(book, ref.id, qtyMilli)
  if (entry.reversesId !== null && ref.footprint.refId !== null) noteBack(book, ref.footprint.refId, -qtyMilli)
}

function goOut(book: CostBook, entry: CostEntry): Outcome {
  const place = placeOf(book, entry.warehouseId)
  const left = leave(book, entry, place)
  const taken = united(left.taken)
  leaveFootprint(book, entry, taken)
  const worth = worthOf(taken)
  const isUnknown = worth.uncostedMilli === worth.qtyMilli
  return {
    ...nothing,
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
  if (ref) notePassed(book, ref, { entry, qtyMilli: ownMilli })
  const price = ownCost(book, entry, wanted - ownMilli)
  if (ref) notePassed(book, ref, { entry, qtyMilli: Math.min(wanted - ownMilli, worthOf(price).qtyMilli) })
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
