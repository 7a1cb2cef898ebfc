// Goods enter a warehouse: first they fill what was issued before anything was there, then they are stock
// (formulas.md, section 6, negative stock).
import type { CostEntry, CostMethod, Layer, Parcel, Settlement } from './cost-types.ts'
import { cut } from './parcels.ts'
import { addLayer, type Place } from './place-stock.ts'

/** What came in is worth this, and the stock changed by that: they differ where a shortage had another cost. */
export type Arrival = {
  valueMinor: number
  uncostedMilli: number
  stockMinor: number
  stockUncostedMilli: number
  settlements: Settlement[]
}

type Bringing = { entry: CostEntry; place: Place; method: CostMethod; arrival: Arrival }

export function bringGoods(bringing: Omit<Bringing, 'arrival'>, parcels: readonly Parcel[]): Arrival {
  const arrival: Arrival = { valueMinor: 0, uncostedMilli: 0, stockMinor: 0, stockUncostedMilli: 0, settlements: [] }
  for (const parcel of parcels) {
    const rest = fillShortages({ ...bringing, arrival }, parcel)
    if (rest.qtyMilli > 0) keep({ ...bringing, arrival }, rest)
  }
  return arrival
}

function keep({ entry, place, method, arrival }: Bringing, parcel: Parcel): void {
  addLayer(place, { ...parcel, broughtBy: entry.id, batchId: entry.batchId ?? null }, method)
  addWorth(arrival, parcel)
  if (parcel.valueMinor === null) arrival.stockUncostedMilli += parcel.qtyMilli
  else arrival.stockMinor += parcel.valueMinor
}

function addWorth(arrival: Arrival, { qtyMilli, valueMinor }: Parcel): void {
  if (valueMinor === null) arrival.uncostedMilli += qtyMilli
  else arrival.valueMinor += valueMinor
}

/** The oldest shortage first; gives back what is left of the goods. */
function fillShortages(bringing: Bringing, parcel: Parcel): Parcel {
  const { shortages } = bringing.place
  const short = shortages.reduce((sum, one) => sum - one.qtyMilli, 0)
  if (short === 0) return parcel
  // One rounding for all that the goods fill, then cut: so the parts add up to round(filled x new cost).
  let { first: filling, rest } = cut(parcel, Math.min(short, parcel.qtyMilli))
  while (filling.qtyMilli > 0) {
    const oldest = shortages[0] as Layer
    const part = Math.min(filling.qtyMilli, -oldest.qtyMilli)
    const goods = cut(filling, part)
    const issued = cut(mirrored(oldest), part)
    if (issued.rest.qtyMilli > 0) shortages[0] = mirrored(issued.rest)
    else shortages.shift()
    fill(bringing, goods.first, issued.first)
    filling = goods.rest
  }
  return rest
}

/** A shortage as the goods that are missing, and back. */
function mirrored(layer: Layer): Layer {
  return { ...layer, qtyMilli: -layer.qtyMilli, valueMinor: layer.valueMinor === null ? null : 0 - layer.valueMinor }
}

/**
 * Goods against the pieces that were issued too early. Where the goods have no known cost they count as what was issued:
 * no variance comes of not knowing.
 */
function fill({ entry, place, arrival }: Bringing, goods: Parcel, issued: Layer): void {
  const { qtyMilli } = goods
  const costMinor = goods.valueMinor ?? issued.valueMinor
  addWorth(arrival, { ...goods, valueMinor: costMinor })
  if (issued.valueMinor === null) arrival.stockUncostedMilli += qtyMilli
  else arrival.stockMinor += issued.valueMinor
  if (goods.valueMinor === null) return
  arrival.settlements.push({
    issueId: issued.layerId,
    receiptId: entry.id,
    warehouseId: place.warehouseId,
    on: entry.on,
    qtyMilli,
    issuedMinor: issued.valueMinor,
    costMinor: goods.valueMinor,
  })
}
