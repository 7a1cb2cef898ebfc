// The stock of one product in one warehouse while it is being reckoned: layers in the order in which they are taken.
import type { Id } from '#shared/ids.ts'
import type { CostMethod, Layer, PlaceStock, UnitCost } from './cost-types.ts'

/** Layers before `head` are used up; shortages exist only while there is no layer. */
export type Place = {
  readonly warehouseId: Id
  layers: Layer[]
  head: number
  shortages: Layer[]
  lastReceipt: UnitCost | null
}

export function openPlace(stock: PlaceStock): Place {
  return {
    warehouseId: stock.warehouseId,
    layers: stock.layers.filter((layer) => layer.qtyMilli > 0),
    head: 0,
    shortages: stock.layers.filter((layer) => layer.qtyMilli < 0),
    lastReceipt: stock.lastReceipt,
  }
}

export function emptyPlace(warehouseId: Id): Place {
  return { warehouseId, layers: [], head: 0, shortages: [], lastReceipt: null }
}

export function placeStock(place: Place): PlaceStock {
  return {
    warehouseId: place.warehouseId,
    layers: [...place.layers.slice(place.head), ...place.shortages],
    lastReceipt: place.lastReceipt,
  }
}

/** Layers used up go from memory now and then, not each time: taking from the front of a long list is not free. */
export function trim(place: Place): void {
  if (place.head < 32 || place.head * 2 < place.layers.length) return
  place.layers = place.layers.slice(place.head)
  place.head = 0
}

/** Puts goods at the end (FIFO), or into the one pool of goods with a cost, or of those without (moving average). */
export function addLayer(place: Place, layer: Layer, method: CostMethod): void {
  if (method === 'fifo') {
    place.layers.push(layer)
    return
  }
  const isCosted = layer.valueMinor !== null
  const pools = place.layers.slice(place.head)
  const same = pools.find((pool) => (pool.valueMinor !== null) === isCosted)
  const other = pools.find((pool) => (pool.valueMinor !== null) !== isCosted)
  const pool: Layer = {
    layerId: 0,
    broughtBy: 0,
    batchId: null,
    on: layer.on,
    qtyMilli: layer.qtyMilli + (same?.qtyMilli ?? 0),
    valueMinor: layer.valueMinor === null ? null : layer.valueMinor + (same?.valueMinor ?? 0),
  }
  place.head = 0
  place.layers = other ? (isCosted ? [pool, other] : [other, pool]) : [pool]
}

/**
 * What a piece costs by the stock itself: the average, or the last layer's cost (formulas.md, section 6); null where the
 * stock is empty or does not know. A fraction, not a rounded price.
 */
export function currentCost(place: Place, method: CostMethod): UnitCost | null {
  const layer = method === 'fifo' ? place.layers.at(-1) : place.layers[place.head]
  if (!layer || place.head >= place.layers.length || layer.valueMinor === null) return null
  return { valueMinor: layer.valueMinor, qtyMilli: layer.qtyMilli }
}
