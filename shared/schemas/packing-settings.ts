// What the book has settled about packing: containers, own carton sizes, how full a mixed carton may be, what is kept back
// from channels.
import { z } from 'zod'
import { lineField, quantityField } from '#shared/schemas/fields.ts'

const mm = z.number().int().min(1).max(20_000)
const grams = z.number().int().min(1).max(100_000_000)

const inside = mm.nullable().default(null)

/**
 * Usable volume in thousandths of a cubic metre, payload in grams. Limits of the road may be lower than the payload. The sides
 * inside tell how many alike cartons stand in it; null: not known.
 */
const container = z.object({
  name: z.string().trim().min(1).max(40),
  usableLitres: z.number().int().min(1).max(200_000),
  payloadGrams: grams,
  lengthMm: inside,
  widthMm: inside,
  heightMm: inside,
})
export type PackingContainer = z.output<typeof container>

/**
 * Usual figures (formulas.md, section 11): 28, 58 and 68 m³ of 33, 67 and 76; payload is the 30,480 kg of ISO 668 less a usual
 * tare.
 */
const usualContainers: PackingContainer[] = [
  { name: "20'", usableLitres: 28_000, payloadGrams: 28_200_000, lengthMm: 5896, widthMm: 2350, heightMm: 2393 },
  { name: "40'", usableLitres: 58_000, payloadGrams: 26_600_000, lengthMm: 12_032, widthMm: 2350, heightMm: 2392 },
  { name: "40' HC", usableLitres: 68_000, payloadGrams: 26_500_000, lengthMm: 12_032, widthMm: 2350, heightMm: 2697 },
]
const containersField = z.array(container).min(1).max(20).default(usualContainers)

/** Cartons of our own that leftovers go into; sizes outside, so that what is told here is what is paid for. */
const ownCarton = z.object({
  name: lineField(60),
  lengthMm: mm,
  widthMm: mm,
  heightMm: mm,
  /** What it weighs empty, and what it may weigh full; null: not known, no limit of its own. */
  tareGrams: z.number().int().min(0).max(1_000_000).nullable().default(null),
  mostGrams: grams.nullable().default(null),
})
export type OwnCarton = z.output<typeof ownCarton>

const mixingField = z.object({
  cartons: z.array(ownCarton).max(50).default([]),
  /** How much of a mixed carton goods may fill, in percent. */
  fillPercent: z.number().int().min(10).max(100).default(90),
  /** The most that a mixed carton may weigh, in grams: one person lifts it. */
  mostGrams: grams.default(20_000),
})
export type Mixing = z.output<typeof mixingField>

/** Volume that counts as a kilogram, in cm³, for the chargeable weight shown where no service says its own. */
const divisorField = z.number().int().min(1).max(100_000).default(5000)

/** Kept back of each SKU from what channels are told, unless the SKU says its own; in our units. */
const channelReserveField = quantityField.refine((value) => value >= 0, 'negative').default(0)

export const packingSettings = {
  containers: containersField,
  mixing: mixingField.prefault({}),
  volumeDivisor: divisorField,
  channelReserve: channelReserveField,
} as const satisfies Readonly<Record<string, z.ZodType>>
