// What a product says about packing, and what follows from it for one piece outside its own full carton.

/** Millimetres, all above 0. */
export type Sides = readonly [number, number, number]

export type PackingData = {
  productId: number
  /** Null: nobody said how many go into its own carton. */
  piecesPerCarton: number | null
  carton: Sides | null
  cartonNetGrams: number | null
  cartonGrossGrams: number | null
  piece: Sides | null
  pieceNetGrams: number | null
  pieceGrossGrams: number | null
  /** A kit that says nothing itself: what its parts take up and weigh together. */
  parts: { mm3: number | null; netGrams: number | null; grossGrams: number | null; piece: Sides | null } | null
}

/** One piece as it lies beside others. Null: not known. */
export type PieceMeasures = {
  mm3: number | null
  /** Sorted, the longest first; what a carton must be at least. */
  sides: Sides | null
  netGrams: number | null
  grams: number | null
  /** The weight is a share of a full carton's. */
  isShare: boolean
}

/**
 * A piece takes up its share of its own full carton, which is how it was really packed; else what its sides make; of a kit
 * what its parts make. It weighs what its own packing says, else its net weight, else its share of the full carton.
 */
export function pieceMeasures(data: PackingData): PieceMeasures {
  const { piecesPerCarton: count, carton, piece, parts } = data
  const share = (grams: number | null) => (grams === null || count === null ? null : grams / count)
  const known = data.pieceGrossGrams ?? data.pieceNetGrams
  const shared = share(data.cartonGrossGrams) ?? share(data.cartonNetGrams)
  return {
    mm3: share(carton && volumeOf(carton)) ?? (piece ? volumeOf(piece) : (parts?.mm3 ?? null)),
    sides: piece ? sorted(piece) : parts?.piece ? sorted(parts.piece) : null,
    netGrams: data.pieceNetGrams ?? share(data.cartonNetGrams) ?? parts?.netGrams ?? null,
    grams: known ?? shared ?? parts?.grossGrams ?? null,
    isShare: known === null && shared !== null,
  }
}

/** Cubic millimetres. */
export function volumeOf([length, width, height]: Sides): number {
  return length * width * height
}

/** The longest side first. */
export function sorted(sides: Sides): Sides {
  const [first = 0, second = 0, third = 0] = [...sides].sort((left, right) => right - left)
  return [first, second, third]
}

/** Whether a box of these sides, turned any way, goes into one of those; both sorted. */
export function goesInto(box: Sides, room: Sides): boolean {
  return box.every((side, at) => side <= (room[at] ?? 0))
}
