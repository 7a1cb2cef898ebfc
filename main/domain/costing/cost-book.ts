// The stock of one product in all its warehouses while movements run through it, and what each of them carried.
import type { Day } from '#shared/dates.ts'
import type { Id } from '#shared/ids.ts'
import type { CostMethod, CostState, Footprint, PlaceStock, UnitCost } from './cost-types.ts'
import { currentCost, emptyPlace, openPlace, type Place, placeStock } from './place-stock.ts'

export type CostBook = {
  readonly method: CostMethod
  readonly places: Map<Id, Place>
  readonly footprints: Map<Id, Footprint>
  lastReceipt: UnitCost | null
  lastOn: Day | null
  /** What came back of which movement, in order: to be undone when a stretch of days is reckoned again. */
  backs: { of: Id; qtyMilli: number }[]
}

export function emptyState(method: CostMethod): CostState {
  return { method, places: [], lastReceipt: null, footprints: new Map(), lastOn: null }
}

export function openBook(state: CostState): CostBook {
  return {
    method: state.method,
    places: new Map(state.places.map((stock) => [stock.warehouseId, openPlace(stock)])),
    footprints: new Map(state.footprints),
    lastReceipt: state.lastReceipt,
    lastOn: state.lastOn,
    backs: [],
  }
}

export function bookState(book: CostBook): CostState {
  return {
    method: book.method,
    places: stocks(book),
    lastReceipt: book.lastReceipt,
    footprints: new Map(book.footprints),
    lastOn: book.lastOn,
  }
}

function stocks(book: CostBook): PlaceStock[] {
  return [...book.places.values()].map(placeStock).sort((a, b) => a.warehouseId - b.warehouseId)
}

export function placeOf(book: CostBook, warehouseId: Id): Place {
  const found = book.places.get(warehouseId)
  if (found) return found
  const place = emptyPlace(warehouseId)
  book.places.set(warehouseId, place)
  return place
}

/** For what nobody gave a cost: the stock's own here, else the last receipt's here, else the last receipt's anywhere. */
export function lastKnownCost(book: CostBook, place: Place): UnitCost | null {
  return currentCost(place, book.method) ?? place.lastReceipt ?? book.lastReceipt
}

export type Checkpoint = {
  readonly places: readonly PlaceStock[]
  readonly lastReceipt: UnitCost | null
  readonly backs: number
}

export function checkpointOf(book: CostBook): Checkpoint {
  return { places: stocks(book), lastReceipt: book.lastReceipt, backs: book.backs.length }
}

/** Back to a checkpoint. Footprints of later movements stay until these run again and leave theirs anew. */
export function rewind(book: CostBook, checkpoint: Checkpoint): void {
  book.places.clear()
  for (const stock of checkpoint.places) book.places.set(stock.warehouseId, openPlace(stock))
  book.lastReceipt = checkpoint.lastReceipt
  for (const { of, qtyMilli } of book.backs.splice(checkpoint.backs).reverse()) {
    const footprint = book.footprints.get(of)
    if (footprint) book.footprints.set(of, { ...footprint, backMilli: footprint.backMilli - qtyMilli })
  }
}
