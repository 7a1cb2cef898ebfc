// Goods leave a warehouse: which pieces, and at what cost (formulas.md, section 6).
import type { CostMethod, Layer, Parcel } from './cost-types.ts'
import { shareOf } from './exact-share.ts'
import { cut } from './parcels.ts'
import { type Place, trim } from './place-stock.ts'

/** Takes up to `qtyMilli`, by the method of the book; less where less is there. */
export function takeGoods(place: Place, qtyMilli: number, method: CostMethod): Parcel[] {
  return method === 'fifo' ? takeLayers(place, qtyMilli) : takeFromPools(place, qtyMilli)
}

/** FIFO: the oldest (wanted) layers first; one that is used up gives its whole remaining value. */
export function takeLayers(place: Place, qtyMilli: number, isWanted?: (layer: Layer) => boolean): Parcel[] {
  const taken: Parcel[] = []
  let left = qtyMilli
  for (let at = place.head; left > 0 && at < place.layers.length; ) {
    const layer = place.layers[at] as Layer
    if (isWanted && !isWanted(layer)) {
      at += 1
      continue
    }
    const { first, rest } = cut(layer, Math.min(left, layer.qtyMilli))
    taken.push(parcelOf(first))
    left -= first.qtyMilli
    if (rest.qtyMilli > 0) place.layers[at] = rest
    else at = removeLayer(place, at)
  }
  trim(place)
  return taken
}

/** The index at which to go on. */
function removeLayer(place: Place, at: number): number {
  if (at === place.head) {
    place.head += 1
    return place.head
  }
  place.layers.splice(at, 1)
  return at
}

function parcelOf({ layerId, on, qtyMilli, valueMinor }: Layer): Parcel {
  return { layerId, on, qtyMilli, valueMinor }
}

/**
 * Moving average: value in proportion, all of it with the last piece. Where part of the stock has no known cost, that
 * part leaves in proportion too: nobody can say which pieces those were.
 */
function takeFromPools(place: Place, qtyMilli: number): Parcel[] {
  const pools = place.layers.slice(place.head)
  const whole = pools.reduce((sum, pool) => sum + pool.qtyMilli, 0)
  const wanted = Math.min(qtyMilli, whole)
  const uncosted = pools.find((pool) => pool.valueMinor === null)?.qtyMilli ?? 0
  const ofUncosted = uncosted === 0 || wanted === 0 ? 0 : shareOf(uncosted, wanted, whole)
  return takeOfPools(place, { costedMilli: wanted - ofUncosted, uncostedMilli: ofUncosted })
}

/** So many pieces with a cost and so many without, each at the average of its pool. */
function takeOfPools(place: Place, wanted: { costedMilli: number; uncostedMilli: number }): Parcel[] {
  const taken: Parcel[] = []
  const left: Layer[] = []
  for (const pool of place.layers.slice(place.head)) {
    const { first, rest } = cut(pool, pool.valueMinor === null ? wanted.uncostedMilli : wanted.costedMilli)
    if (first.qtyMilli > 0) taken.push(parcelOf(first))
    if (rest.qtyMilli > 0) left.push(rest)
  }
  place.layers = left
  place.head = 0
  return taken
}

/**
 * Moving average: goods that leave at a cost of their own (sent back to the supplier at what they were received at) take
 * that value out of the pool. Null, and nothing taken, where the pool cannot give it: too few pieces, or a value below 0
 * would stay. `stockMinor` is what the pool lost; it differs from the value where the last piece takes all that is left.
 */
export function takeAtOwnCost(place: Place, own: readonly Parcel[]): { stockMinor: number } | null {
  const wanted = { costedMilli: 0, uncostedMilli: 0, valueMinor: 0 }
  for (const parcel of own) {
    if (parcel.valueMinor === null) wanted.uncostedMilli += parcel.qtyMilli
    else {
      wanted.costedMilli += parcel.qtyMilli
      wanted.valueMinor += parcel.valueMinor
    }
  }
  const pools = place.layers.slice(place.head)
  const costed = pools.find((pool) => pool.valueMinor !== null)
  const uncosted = pools.find((pool) => pool.valueMinor === null)
  if (wanted.costedMilli > (costed?.qtyMilli ?? 0) || wanted.uncostedMilli > (uncosted?.qtyMilli ?? 0)) return null
  const isLast = wanted.costedMilli === (costed?.qtyMilli ?? 0)
  const value = costed?.valueMinor ?? 0
  if (!isLast && value - wanted.valueMinor < 0) return null
  const stockMinor = isLast ? value : wanted.valueMinor
  const left = pools.map((pool) =>
    pool.valueMinor === null
      ? { ...pool, qtyMilli: pool.qtyMilli - wanted.uncostedMilli }
      : { ...pool, qtyMilli: pool.qtyMilli - wanted.costedMilli, valueMinor: pool.valueMinor - stockMinor },
  )
  place.layers = left.filter((pool) => pool.qtyMilli > 0)
  place.head = 0
  return { stockMinor }
}
