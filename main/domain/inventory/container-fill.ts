// How much of a container goods fill, by volume and by weight (formulas.md, section 11). Whole cubic millimetres and
// grams, so that no carton is lost to a binary fraction.
import { invalid, type NoFigure, refusalOf, unknown } from './no-figure.ts'

export type ContainerSize = { usableMm3: number; payloadGrams: number }

const mm3PerM3 = 1e9

/**
 * Usual figures, to be changed: usable volume 28, 58 and 68 m³ of 33, 67 and 76; payload is the 30,480 kg of ISO 668
 * less a usual tare. Limits of the road may be lower.
 */
export const usualContainers = {
  '20GP': { usableMm3: 28 * mm3PerM3, payloadGrams: 28_200_000 },
  '40GP': { usableMm3: 58 * mm3PerM3, payloadGrams: 26_600_000 },
  '40HC': { usableMm3: 68 * mm3PerM3, payloadGrams: 26_500_000 },
} as const satisfies Record<string, ContainerSize>

export type Carton = {
  lengthMm: number | null
  widthMm: number | null
  heightMm: number | null
  grossGrams: number | null
}

export type CartonsInContainer = {
  cartonMm3: number
  byVolume: number
  byWeight: number
  cartons: number
  /** What is full first; volume where both are at once. */
  limit: 'volume' | 'weight'
  fillVolume: number
  fillWeight: number
}

/** How many cartons of one kind go in. A missing measure is not zero: undefined. */
export function cartonsInContainer(carton: Carton, container: ContainerSize): CartonsInContainer | NoFigure {
  const { lengthMm, widthMm, heightMm, grossGrams } = carton
  const refused = refusalOf([lengthMm, widthMm, heightMm, grossGrams, container.usableMm3, container.payloadGrams])
  if (refused) return refused
  if (!lengthMm || !widthMm || !heightMm || !grossGrams) return unknown('no-measures')
  if (!container.usableMm3 || !container.payloadGrams) return invalid('not-a-number')
  const cartonMm3 = lengthMm * widthMm * heightMm
  const byVolume = Math.floor(container.usableMm3 / cartonMm3)
  const byWeight = Math.floor(container.payloadGrams / grossGrams)
  const cartons = Math.min(byVolume, byWeight)
  return {
    cartonMm3,
    byVolume,
    byWeight,
    cartons,
    limit: byVolume <= byWeight ? 'volume' : 'weight',
    fillVolume: (cartons * cartonMm3) / container.usableMm3,
    fillWeight: (cartons * grossGrams) / container.payloadGrams,
  }
}

export type ContainerFill = {
  fillVolume: number
  fillWeight: number
  limit: 'volume' | 'weight'
  /** Containers that hold all of it, if it packs well: no less than this many. */
  containers: number
}

/** What a mixed load fills of a container: 1 is one full container. */
export function containerFill(load: { mm3: number; grams: number }, container: ContainerSize): ContainerFill {
  const fillVolume = load.mm3 / container.usableMm3
  const fillWeight = load.grams / container.payloadGrams
  return {
    fillVolume,
    fillWeight,
    limit: fillVolume >= fillWeight ? 'volume' : 'weight',
    containers: Math.ceil(Math.max(fillVolume, fillWeight)),
  }
}
