// Packing as it travels: what lies in which cartons, what they weigh and measure together, and how a container is filled.
import { z } from 'zod'
import { idField, noteField, quantityField } from '#shared/schemas/fields.ts'
import { seenField } from '#shared/schemas/records.ts'
import { packagings } from '#shared/schemas/shipment-words.ts'

const mm = z.number().int().min(1).max(20_000).nullable().default(null)
const grams = z.number().int().min(0).max(1_000_000_000).nullable().default(null)
const above0 = quantityField.refine((value) => value > 0, 'positive')

/** How much of a line lies in a row of parcels, all its pieces together. */
export const parcelContent = z.object({ lineId: idField, quantity: above0 })
export type ParcelContent = z.output<typeof parcelContent>

/** Parcels that are alike: sizes and weights are of each. */
export const packedRow = z.object({
  /** The row that it was before; null: a new one. */
  id: idField.nullable().default(null),
  packaging: z.enum(packagings).default('carton'),
  pieces: z.number().int().min(1).max(100_000).default(1),
  lengthMm: mm,
  widthMm: mm,
  heightMm: mm,
  netGrams: grams,
  grossGrams: grams,
  marks: noteField,
  contents: z.array(parcelContent).max(1000).default([]),
})
export type PackedRow = z.output<typeof packedRow>
export const mostPackedRows = 2000
const packedRows = z.array(packedRow).max(mostPackedRows)

/** Lines of a shipment that there is not yet: `lineId` is any number of the caller's own. */
const linesToPack = z
  .array(z.object({ lineId: idField, productId: idField.nullable().default(null), quantity: above0 }))
  .max(2000)

export const proposeInput = z.union([z.object({ shipmentId: idField }), z.object({ lines: linesToPack })])

/**
 * Why something is left to be packed by hand: no product is known; nothing says how many go in a carton nor how large one is;
 * no carton of ours takes it; heavier alone than a mixed carton may be.
 */
export const byHandReasons = ['no-product', 'no-packing-data', 'too-large', 'too-heavy'] as const
export type ByHandReason = (typeof byHandReasons)[number]

export type ProposedRow = Omit<PackedRow, 'id' | 'marks'> & {
  /** Alike ones full of one product, or leftovers put together. */
  how: 'full' | 'mixed'
  /** A weight came from shares of a carton's, or its empty carton is not known: the scale tells better. */
  isWeightGuessed: boolean
}
export type PackingProposal = {
  parcels: ProposedRow[]
  byHand: { lineId: number; quantity: number; why: ByHandReason }[]
  totals: PackingTotals
}

export const totalsInput = z.object({ parcels: packedRows })

/** What cartons weigh and measure together. Null: of some of them it is not known. */
export type PackingTotals = {
  rows: number
  pieces: number
  netGrams: number | null
  grossGrams: number | null
  /** Exact, shown with three decimals. */
  volumeM3: string | null
  /** Pieces without a size, and without a gross weight. */
  withoutSize: number
  withoutWeight: number
  /** What freight is paid on: volume by the divisor against weight, of the whole shipment. */
  divisor: number
  volumetricGrams: number | null
  chargeableGrams: number | null
  /** Revenue tons of sea freight by groupage: m3 or tonnes, whichever is more, with three decimals. */
  revenueTons: string | null
  containers: ContainerUse[]
}
/** Shares of one container, 1 is full; `needed`: no fewer than this many. Null: weight or volume is not known whole. */
export type ContainerUse = {
  name: string
  fillVolume: number | null
  fillWeight: number | null
  limit: 'volume' | 'weight' | null
  needed: number | null
}

export const packingInput = z.object({ shipmentId: idField })

export type PackingLine = {
  lineId: number
  position: number
  productId: number | null
  sku: string
  name: string
  nameZh: string
  description: string
  unit: string
  quantity: number
  packed: number
  /** Still to be packed; below zero: more lies in the cartons than in the line. */
  left: number
  piecesPerCarton: number | null
}
/** The packing of one shipment: what is packed, and what is not. */
export type Packing = {
  shipmentId: number
  number: string
  status: string
  /** Its cartons may still be changed. */
  canPack: boolean
  lines: PackingLine[]
  parcels: (PackedRow & { id: number; position: number; trackingNumber: string })[]
  totals: PackingTotals
}

export const savePackingInput = z.object({ shipmentId: idField, seen: seenField, parcels: packedRows })
export type SavePackingInput = z.output<typeof savePackingInput>
