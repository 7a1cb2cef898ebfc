// From lines to cartons. Full cartons of one product first, then leftovers of one product that fill another; what is left goes
// together, the bulkiest first, each piece into the first carton that has room. A mixed carton is the smallest of our own and of
// the goods' own cartons that takes what lies in it.
import { type ByHand, type CartonRow, type Leftover, leftMilli, take } from '#main/domain/packing/leftovers.ts'
import { type MixingRule, mixLeftovers } from '#main/domain/packing/mix-leftovers.ts'
import { type PackingData, pieceMeasures, volumeOf } from '#main/domain/packing/packing-data.ts'

export type LineToPack = { lineId: number; qtyMilli: number; packing: PackingData | null }
export type Proposal = { rows: CartonRow[]; byHand: { lineId: number; qtyMilli: number; why: ByHand }[] }

const piece = 1000

/** Every thousandth of every line lies in a row or stands among `byHand`. */
export function proposeCartons(lines: readonly LineToPack[], rule: MixingRule): Proposal {
  const rows: CartonRow[] = []
  const byHand: Proposal['byHand'] = []
  const leftovers = new Map<number, Leftover>()
  for (const { lineId, qtyMilli, packing } of lines) {
    if (qtyMilli <= 0) continue
    if (!packing) {
      byHand.push({ lineId, qtyMilli, why: 'no-product' })
      continue
    }
    const full = packing.piecesPerCarton === null ? 0 : Math.floor(qtyMilli / (packing.piecesPerCarton * piece))
    const inFull = full * (packing.piecesPerCarton ?? 0) * piece
    if (full > 0) rows.push(fullRow(packing, full, [{ lineId, qtyMilli: inFull }]))
    if (qtyMilli > inFull) keep(leftovers, packing, { lineId, qtyMilli: qtyMilli - inFull })
  }
  for (const leftover of leftovers.values()) rows.push(...fullOfSeveral(leftover))
  const mixed = mixLeftovers([...leftovers.values()], rule)
  return { rows: [...rows, ...mixed.rows], byHand: [...byHand, ...mixed.byHand] }
}

function keep(leftovers: Map<number, Leftover>, packing: PackingData, line: Leftover['lines'][number]): void {
  const known = leftovers.get(packing.productId)
  if (known) known.lines.push(line)
  else leftovers.set(packing.productId, { packing, piece: pieceMeasures(packing), lines: [line] })
}

/** Lines of one product whose leftovers fill a carton together. */
function fullOfSeveral(leftover: Leftover): CartonRow[] {
  const { packing } = leftover
  const rows: CartonRow[] = []
  const inOne = (packing.piecesPerCarton ?? 0) * piece
  while (inOne > 0 && leftMilli(leftover) >= inOne) rows.push(fullRow(packing, 1, take(leftover, inOne)))
  return rows
}

/** A carton without a size is still a carton: how many go in is known. */
function fullRow(packing: PackingData, pieces: number, contents: CartonRow['contents']): CartonRow {
  const { piecesPerCarton: count, pieceNetGrams } = packing
  const net = packing.cartonNetGrams ?? (pieceNetGrams === null || count === null ? null : pieceNetGrams * count)
  const sides = packing.carton && volumeOf(packing.carton) > 0 ? packing.carton : null
  return {
    how: 'full',
    pieces,
    sides,
    netGrams: net,
    grossGrams: packing.cartonGrossGrams,
    isWeightGuessed: false,
    contents,
  }
}
