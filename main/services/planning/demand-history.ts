// Demand per product and period: what was asked for, kits counted as their parts, samples and one-off orders left out,
// returns taken off their period.
import type { ReadDb } from '#main/db/database.ts'
import { addPackedMonths, readPackedDays } from '#main/domain/demand/packed-days.ts'
import { type PeriodWindow, partsOf, periodIndex } from '#main/domain/demand/period-window.ts'
import type { OrderFilter } from '#main/services/insights/order-filter.ts'
import { type KitPart, kitShares } from '#main/services/planning/kit-shares.ts'
import { type SoldDays, soldDays } from '#main/services/planning/sold-days.ts'
import type { Day } from '#shared/dates.ts'
import type { Id } from '#shared/ids.ts'
import type { DemandBasis } from '#shared/schemas/planning.ts'

export type ProductDemand = {
  /** The first day it was ever asked for, as itself or in a kit. */
  firstOn: Day
  /** Number in the window of the period it was first asked for; 0 where that was in the window's first one or before it. */
  start: number
  /** Thousandths per period of the window; those before `start` are 0 and count for nothing. */
  quantities: Float64Array
}

export type DemandQuestion = {
  /** The days that demand is made of, where someone has read them already. */
  sold?: readonly SoldDays[] | undefined

  basis: DemandBasis
  window: PeriodWindow
  filter?: OrderFilter | undefined
  /** These products alone; left out, all. */
  products?: readonly Id[] | undefined
  /** Whether a kit's sales are demand for its parts (as they are unless someone wishes otherwise) or for the kit. */
  kits?: 'parts' | 'sold'
}

/** Every product that was ever asked for up to the window's end; one that only came back is none of them. */
export function demandHistory(db: ReadDb, { products, ...question }: DemandQuestion): Map<Id, ProductDemand> {
  const { periods } = question.window
  const [first, last] = [periods[0], periods.at(-1)]
  if (first === undefined || last === undefined) return new Map()
  const kits = question.kits === 'sold' ? new Map<Id, KitPart[]>() : kitShares(db)
  const among = products && [...products, ...kitsWith(kits, products)]
  const sold = question.sold ?? soldDays(db, { ...question, from: first.first, to: last.last, among })
  const demand = new Map<Id, ProductDemand>()
  const indexOf = periodIndex(question.window)
  const add = adderOf(question.window)
  // One piece of memory for all: thousands of small ones cost more than what is added up in them.
  const memory = new Float64Array(sold.length * periods.length)
  for (const [at, one] of sold.entries()) {
    const { firstOn } = one
    if (firstOn === null) continue
    const parts = kits.get(one.productId)
    const quantities = memory.subarray(at * periods.length, (at + 1) * periods.length)
    if (one.packed !== null) add(one.packed, quantities)
    if (parts === undefined) addDemand(demand, one.productId, { firstOn, quantities })
    else
      for (const { partId, each } of parts)
        addDemand(demand, partId, { firstOn, quantities: quantities.map((milli) => milli * each) })
  }
  const asked = products && new Set(products)
  for (const [id, one] of demand) {
    if (asked && !asked.has(id)) demand.delete(id)
    else one.start = Math.max(0, indexOf(partsOf(one.firstOn)))
  }
  return demand
}

function kitsWith(kits: ReadonlyMap<Id, readonly KitPart[]>, products: readonly Id[]): Id[] {
  const wanted = new Set(products)
  return [...kits].filter(([, parts]) => parts.some(({ partId }) => wanted.has(partId))).map(([kitId]) => kitId)
}

/** Adds packed days to the periods of a window, which holds all of them. */
function adderOf(window: PeriodWindow): (packed: string, quantities: Float64Array) => void {
  const [first] = window.periods
  if (window.kind === 'month' && first) {
    const { year, month } = partsOf(first.first)
    return (packed, quantities) => addPackedMonths(packed, quantities, year * 12 + month)
  }
  const indexOf = periodIndex(window)
  return (packed, quantities) =>
    readPackedDays(packed, (day, milli) => {
      const at = indexOf(day)
      quantities[at] = (quantities[at] ?? 0) + milli
    })
}

type Added = Pick<ProductDemand, 'firstOn' | 'quantities'>

/** `added.quantities` is taken over as it is. */
function addDemand(demand: Map<Id, ProductDemand>, productId: Id, added: Added): void {
  const known = demand.get(productId)
  if (known === undefined) {
    demand.set(productId, { ...added, start: 0 })
    return
  }
  if (added.firstOn < known.firstOn) known.firstOn = added.firstOn
  added.quantities.forEach((milli, at) => {
    known.quantities[at] = (known.quantities[at] ?? 0) + milli
  })
}
