// What full cartons leave over of a product, and the rows of cartons that all of it ends in.
import type { PackingData, PieceMeasures, Sides } from '#main/domain/packing/packing-data.ts'

export type ByHand = 'no-product' | 'no-packing-data' | 'too-large' | 'too-heavy' | 'too-many'

export type CartonRow = {
  how: 'full' | 'mixed'
  pieces: number
  sides: Sides | null
  netGrams: number | null
  grossGrams: number | null
  isWeightGuessed: boolean
  /** Thousandths by line, all pieces together. */
  contents: { lineId: number; qtyMilli: number }[]
}

/** What is left of the lines of one product, taken in their order. */
export type Leftover = {
  packing: PackingData
  piece: PieceMeasures
  lines: { lineId: number; qtyMilli: number }[]
}

/** What is still to be packed of it. */
export function leftMilli({ lines }: Leftover): number {
  return lines.reduce((sum, { qtyMilli }) => sum + qtyMilli, 0)
}

/** Takes so much of it out of its lines, in their order. */
export function take(leftover: Leftover, milli: number): CartonRow['contents'] {
  const taken: CartonRow['contents'] = []
  let rest = milli
  for (const line of leftover.lines) {
    const part = Math.min(rest, line.qtyMilli)
    if (part <= 0) continue
    line.qtyMilli -= part
    rest -= part
    taken.push({ lineId: line.lineId, qtyMilli: part })
  }
  leftover.lines = leftover.lines.filter(({ qtyMilli }) => qtyMilli > 0)
  return taken
}
