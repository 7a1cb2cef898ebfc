// Packing as it travels: what would lie in which cartons, what they weigh and measure together, and how a container is filled.
// Parcels themselves are the shipment's (shipments.ts): they are set there.
import { z } from 'zod'
import { idField, quantityField, wholeField } from '#shared/schemas/fields.ts'
import { seenField } from '#shared/schemas/records.ts'
import type { Packaging } from '#shared/schemas/shipment-words.ts'
import { parcelInput } from '#shared/schemas/shipments.ts'

const positive = quantityField.gt(0, 'positive')

/** Lines of a shipment that there is not yet: `lineId` is any number of the caller's own. */
const linesToPack = z
  .array(z.object({ lineId: idField, productId: idField.nullable().default(null), quantity: positive }))
  .max(5000)

/** A shipment's own lines, or any others. `onlyLeft`: what its parcels do not hold yet. */
export const proposeInput = z.union([
  z.object({ shipmentId: idField, onlyLeft: z.boolean().default(false) }),
  z.object({ lines: linesToPack }),
])
export type ProposeInput = z.output<typeof proposeInput>

/**
 * Why something is left to be packed by hand: no product is known; nothing says how many go in a carton nor how large one is;
 * no carton of ours takes it; heavier alone than a mixed carton may be; more rows of cartons than a shipment holds.
 */
const byHandReasons = ['no-product', 'no-packing-data', 'too-large', 'too-heavy', 'too-many'] as const
export type ByHandReason = (typeof byHandReasons)[number]

/** Sizes and weights are of each piece. */
export type CartonMeasures = {
  pieces: number
  lengthMm: number | null
  widthMm: number | null
  heightMm: number | null
  netGrams: number | null
  grossGrams: number | null
}

export type ProposedRow = CartonMeasures & {
  packaging: Packaging
  /** All its pieces together. */
  contents: { lineId: number; quantity: number }[]
  /** Alike ones full of one product, or leftovers put together. */
  how: 'full' | 'mixed'
  /** A weight came from shares of a full carton's, or the empty carton's is not known: the scale tells better. */
  isWeightGuessed: boolean
}

export type PackingProposal = {
  parcels: ProposedRow[]
  byHand: { lineId: number; quantity: number; why: ByHandReason }[]
  totals: PackingTotals
}

const side = z.number().int().min(1).max(100_000_000).nullable().default(null)
const grams = wholeField.nullable().default(null)
const measures = z.object({
  pieces: z.number().int().min(1).max(1_000_000).default(1),
  lengthMm: side,
  widthMm: side,
  heightMm: side,
  netGrams: grams,
  grossGrams: grams,
})
/** `serviceId`: as this service of a carrier weighs; null: by the divisor of the settings. */
export const totalsInput = z.object({
  parcels: z.array(measures).max(2000),
  serviceId: idField.nullable().default(null),
})

/** What cartons weigh and measure together. Null: of some of them it is not known. */
export type PackingTotals = {
  rows: number
  pieces: number
  netGrams: number | null
  grossGrams: number | null
  /** Three decimals, of the exact sum. */
  volumeM3: string | null
  /** Pieces without a size, and without a gross weight. */
  withoutSize: number
  withoutWeight: number
  /** What freight is paid on: volume by the divisor against weight. `service`: whose rule it is; null: that of the settings. */
  service: string | null
  /** Null: this service does not count volume. */
  divisor: number | null
  volumetricGrams: number | null
  chargeableGrams: number | null
  /** Of sea freight by groupage: m³ or tonnes, whichever is more, with three decimals. */
  revenueTons: string | null
  containers: ContainerUse[]
}
/** Shares of one container, 1 is full; `needed`: no fewer than this many. Null: volume or weight is not known whole. */
export type ContainerUse = {
  name: string
  fillVolume: number | null
  fillWeight: number | null
  limit: 'volume' | 'weight' | null
  needed: number | null
  /** Where all cartons are of one size: how many such stand in it at least. */
  grid: CartonGrid | null
}

/** Alike cartons upright in one uniform grid; `along` the length, width and height of what they stand in. Sides in millimetres. */
export type CartonGrid = {
  cartons: number
  along: [number, number, number]
  inside: [number, number, number]
  carton: [number, number, number]
  /** What the payload takes, where that is less: `cartons` is no more than it. */
  byWeight: number | null
}

/** The parcels of a shipment as they were packed; `seen` is the revision that whoever packed has seen. */
export const packInput = z.object({ shipmentId: idField, seen: seenField, parcels: z.array(parcelInput).max(2000) })

export const packingInput = z.object({ shipmentId: idField })

/** What a line of a shipment says about packing. */
export type PackingLine = {
  lineId: number
  position: number
  productId: number | null
  /** SKU of the product, and its names. */
  sku: string
  name: string
  nameZh: string
  description: string
  unit: string
  quantity: number
  packed: number
  /** Still to be packed; below zero: more lies in the cartons than in the line. */
  left: number
  /** How its full cartons are. Null: not known. */
  piecesPerCarton: number | null
  carton: Omit<CartonMeasures, 'pieces'> | null
}
export type PackingOfShipment = { lines: PackingLine[]; totals: PackingTotals }

/** Places of one product of a picking list are sorted by bin. */
export const pickingInput = z
  .object({
    shipmentIds: z.array(idField).max(500).default([]),
    orderIds: z.array(idField).max(500).default([]),
  })
  .refine(({ shipmentIds, orderIds }) => shipmentIds.length + orderIds.length > 0, 'required')
export type PickingInput = z.output<typeof pickingInput>

/** What to take where; `batch` of goods that are kept by batch, `missing`: no place holds it. */
export type PickingRow = {
  warehouseId: number | null
  warehouse: string
  bin: string
  productId: number | null
  sku: string
  name: string
  nameZh: string
  unit: string
  batch: string
  expiresOn: string | null
  quantity: number
  isMissing: boolean
  /** Numbers of the orders or shipments that it is for. */
  for: { number: string; quantity: number }[]
}
