// Pieces of goods and what they cost: cutting, adding up, and finding those that a movement carried.

import type { Footprint, Parcel, UnitCost } from './cost-types.ts'
import { shareOf } from './exact-share.ts'

/** What goods are worth: a value of those with a known cost, and how many have none. */
export type Worth = { qtyMilli: number; valueMinor: number; uncostedMilli: number }

export function worthOf(parcels: readonly Parcel[]): Worth {
  const worth = { qtyMilli: 0, valueMinor: 0, uncostedMilli: 0 }
  for (const { qtyMilli, valueMinor } of parcels) {
    worth.qtyMilli += qtyMilli
    if (valueMinor === null) worth.uncostedMilli += qtyMilli
    else worth.valueMinor += valueMinor
  }
  return worth
}

/** The first `qtyMilli` of some goods and what stays: parts of a value always add up to it. */
export function cut<Goods extends Parcel>(goods: Goods, qtyMilli: number): { first: Goods; rest: Goods } {
  const value = goods.valueMinor === null ? null : shareOf(goods.valueMinor, qtyMilli, goods.qtyMilli)
  return {
    first: { ...goods, qtyMilli, valueMinor: value },
    rest: {
      ...goods,
      qtyMilli: goods.qtyMilli - qtyMilli,
      valueMinor: value === null || goods.valueMinor === null ? null : goods.valueMinor - value,
    },
  }
}

/** Parcels of one receipt as one: what is stored is one row per movement and receipt. */
export function united(parcels: readonly Parcel[]): Parcel[] {
  if (parcels.length < 2) return [...parcels]
  const byReceipt = new Map<string, Parcel>()
  for (const parcel of parcels) {
    const key = `${parcel.layerId} ${parcel.valueMinor === null}`
    const other = byReceipt.get(key)
    byReceipt.set(key, other ? sumOf(other, parcel) : parcel)
  }
  return [...byReceipt.values()]
}

function sumOf(left: Parcel, right: Parcel): Parcel {
  const valueMinor = left.valueMinor === null || right.valueMinor === null ? null : left.valueMinor + right.valueMinor
  return { ...left, qtyMilli: left.qtyMilli + right.qtyMilli, valueMinor }
}

/** Of what a movement carried, how much no later movement took back yet. */
export function leftOf(footprint: Footprint): number {
  return Math.max(0, Math.abs(footprint.qtyMilli) - footprint.backMilli)
}

/**
 * The next `qtyMilli` that come back of a movement, in the order in which it took them. What n pieces are worth depends
 * on how many came back before and on nothing else, and all of them together on what left, to the minor unit.
 */
export function nextOf(footprint: Footprint, qtyMilli: number): Parcel[] {
  const from = footprint.backMilli
  const to = from + Math.min(qtyMilli, leftOf(footprint))
  const found: Parcel[] = []
  let start = 0
  for (const parcel of footprint.parcels) {
    const first = Math.max(from - start, 0)
    const last = Math.min(to - start, parcel.qtyMilli)
    if (first < last) found.push(between(parcel, first, last))
    start += parcel.qtyMilli
  }
  return found
}

function between(parcel: Parcel, first: number, last: number): Parcel {
  const upTo = (qty: number) => cut(parcel, qty).first.valueMinor
  const [before, after] = [upTo(first), upTo(last)]
  return {
    ...parcel,
    qtyMilli: last - first,
    valueMinor: before === null || after === null ? null : after - before,
  }
}

/** Parcels at another total value, spread by quantity, each part to the minor unit. */
export function atValue(parcels: readonly Parcel[], totalMinor: number): Parcel[] {
  const whole = worthOf(parcels).qtyMilli
  let [qty, given] = [0, 0]
  return parcels.map((parcel) => {
    qty += parcel.qtyMilli
    const upTo = shareOf(totalMinor, qty, whole)
    const valueMinor = upTo - given
    given = upTo
    return { ...parcel, valueMinor }
  })
}

/** Goods at a unit cost, rounded once; without a cost where there is none. */
export function atUnitCost(goods: Parcel, cost: UnitCost | null): Parcel {
  return { ...goods, valueMinor: cost && shareOf(cost.valueMinor, goods.qtyMilli, cost.qtyMilli) }
}
