// Leftovers into cartons together: first fit, the bulkiest pieces first. Volume and weight set the limits; the sides of each
// piece are held against the carton's, how pieces lie beside one another is not tried.

import { type ByHand, type CartonRow, type Leftover, leftMilli, take } from '#main/domain/packing/leftovers.ts'
import { goesInto, type Sides, sorted, volumeOf } from '#main/domain/packing/packing-data.ts'

/** A carton that there is: its sides, its weight empty and the most it may hold; null: not known. */
export type Room = { sides: Sides; tareGrams: number | null; mostGrams: number | null }

export type MixingRule = {
  rooms: readonly Room[]
  /** How much of a carton mixed goods may fill, in percent, and what it may weigh. */
  fillPercent: number
  mostGrams: number
}

type Mixed = { rows: CartonRow[]; byHand: { lineId: number; qtyMilli: number; why: ByHand }[] }

/** A carton being filled. */
type Open = {
  parts: { leftover: Leftover; milli: number; contents: CartonRow['contents'] }[]
  mm3: number
  /** Of what is in it; what has no known weight counts 0 against the limit. */
  grams: number
  /** Cartons whose sides take each of its pieces, and the most that one of them holds. */
  rooms: readonly Room[]
  mostMm3: number
}

/** Takes all of the leftovers. */
export function mixLeftovers(leftovers: readonly Leftover[], rule: MixingRule): Mixed {
  const filling = { ...rule, rooms: smallestFirst([...rule.rooms, ...leftovers.flatMap(ownRoom)]) }
  const open: Open[] = []
  const byHand: Mixed['byHand'] = []
  const bulkiest = [...leftovers].sort((a, b) => (b.piece.mm3 ?? 0) - (a.piece.mm3 ?? 0) || firstLine(a) - firstLine(b))
  for (const leftover of bulkiest) {
    const why = refusal(leftover, filling)
    if (why) byHand.push(...take(leftover, leftMilli(leftover)).map((line) => ({ ...line, why })))
    else place(leftover, open, filling)
  }
  return { rows: alikeTogether(open.map((carton) => rowOf(carton, filling))), byHand }
}

/** Each once. */
function smallestFirst(rooms: readonly Room[]): Room[] {
  const bySides = new Map(rooms.map((room) => [`${room.sides.join('x')} ${room.tareGrams} ${room.mostGrams}`, room]))
  return [...bySides.values()].sort((left, right) => volumeOf(left.sides) - volumeOf(right.sides))
}

function firstLine({ lines }: Leftover): number {
  return lines[0]?.lineId ?? 0
}

/** The goods' own carton, which they are bought in. */
function ownRoom({ packing }: Leftover): Room[] {
  const { carton, cartonGrossGrams: gross, cartonNetGrams: net } = packing
  if (!carton || volumeOf(carton) <= 0) return []
  return [
    { sides: carton, tareGrams: gross !== null && net !== null ? Math.max(0, gross - net) : null, mostGrams: gross },
  ]
}

/** Why one piece of it goes in no carton; null: it does. */
function refusal(leftover: Leftover, rule: MixingRule): ByHand | null {
  const { piece, packing } = leftover
  if (piece.mm3 === null || piece.mm3 <= 0) return 'no-packing-data'
  if (packing.carton && packing.piecesPerCarton !== null) return null
  if (rule.rooms.length === 0) return 'no-packing-data'
  const large = roomsFor(leftover, rule).filter((room) => capacityOf(room, rule) >= (piece.mm3 ?? 0))
  if (large.length === 0) return 'too-large'
  return large.some((room) => (piece.grams ?? 0) <= carries(room, rule)) ? null : 'too-heavy'
}

function place(leftover: Leftover, open: Open[], rule: MixingRule): void {
  const rooms = roomsFor(leftover, rule)
  const among = new Set(rooms)
  const each = leftover.piece.mm3 ?? 0
  for (const carton of open) {
    const left = leftMilli(leftover)
    if (left === 0) return
    if (carton.mostMm3 - carton.mm3 < each - hair) continue
    const both = carton.rooms.filter((room) => among.has(room))
    put(leftover, Math.min(left, roomIn(carton, leftover, { ...rule, rooms: both })), { carton, rooms: both }, rule)
  }
  while (leftMilli(leftover) > 0) {
    const carton: Open = { parts: [], mm3: 0, grams: 0, rooms, mostMm3: 0 }
    const most = Math.max(inOwnCarton(leftover), roomIn(carton, leftover, { ...rule, rooms }), 1000)
    put(leftover, Math.min(leftMilli(leftover), most), { carton, rooms }, rule)
    open.push(carton)
  }
}

function put(
  leftover: Leftover,
  milli: number,
  { carton, rooms }: Pick<Open, 'rooms'> & { carton: Open },
  rule: MixingRule,
) {
  if (milli <= 0) return
  const { piece } = leftover
  carton.parts.push({ leftover, milli, contents: take(leftover, milli) })
  carton.mm3 += ((piece.mm3 ?? 0) * milli) / 1000
  carton.grams += ((piece.grams ?? 0) * milli) / 1000
  carton.rooms = rooms
  carton.mostMm3 = Math.max(0, ...rooms.map((room) => capacityOf(room, rule)))
}

/** As many as its own full carton holds go into it, whatever the volume says. */
function inOwnCarton({ packing }: Leftover): number {
  return packing.carton && packing.piecesPerCarton !== null ? packing.piecesPerCarton * 1000 : 0
}

/** How much more of it the carton takes, in whole pieces: the last one may be a part of a piece. */
function roomIn({ mm3, grams }: Open, { piece }: Leftover, rule: MixingRule): number {
  const most = rule.rooms.map((room) => {
    const byVolume = (capacityOf(room, rule) - mm3) / (piece.mm3 ?? 1)
    const spare = carries(room, rule) - grams
    // What has no known weight goes only where what is there is not too heavy already.
    const byWeight = piece.grams ? spare / piece.grams : spare < 0 ? 0 : byVolume
    // A hair is given, so that shares of a carton do not lose a piece to a binary fraction.
    return Math.floor(Math.min(byVolume, byWeight) + 1e-9) * 1000
  })
  return Math.max(0, ...most)
}

const hair = 1e-3

function capacityOf({ sides }: Room, { fillPercent }: MixingRule): number {
  return (volumeOf(sides) * fillPercent) / 100
}

/** What goods in it may weigh. */
function carries({ tareGrams, mostGrams }: Room, rule: MixingRule): number {
  return Math.min(rule.mostGrams, mostGrams ?? rule.mostGrams) - (tareGrams ?? 0)
}

/** A piece whose sides nobody knows is taken on its volume; its own carton always takes it. */
function roomsFor({ piece, packing }: Leftover, rule: MixingRule): Room[] {
  return rule.rooms.filter(
    ({ sides }) => isSame(packing.carton, sides) || piece.sides === null || goesInto(piece.sides, sorted(sides)),
  )
}

function isSame(left: Sides | null, right: Sides): boolean {
  return left?.every((side, at) => side === right[at]) === true
}

function rowOf(carton: Open, rule: MixingRule): CartonRow {
  const room = smallestFor(carton, rule)
  const isFull =
    carton.parts.length === 1 && carton.parts.every(({ leftover, milli }) => inOwnCarton(leftover) === milli)
  const net = sumOf(carton, ({ piece }) => piece.netGrams)
  const goods = sumOf(carton, ({ piece }) => piece.grams)
  const tare = room?.tareGrams ?? null
  return {
    how: isFull ? 'full' : 'mixed',
    pieces: 1,
    sides: room?.sides ?? null,
    netGrams: net,
    grossGrams: goods === null ? null : goods + (tare ?? 0),
    isWeightGuessed: goods !== null && (tare === null || carton.parts.some(({ leftover }) => leftover.piece.isShare)),
    contents: carton.parts.flatMap(({ contents }) => contents),
  }
}

/** Whole grams, rounded once; null where a weight is not known. */
function sumOf({ parts }: Open, grams: (leftover: Leftover) => number | null): number | null {
  let sum = 0
  for (const { leftover, milli } of parts) {
    const each = grams(leftover)
    if (each === null) return null
    sum += (each * milli) / 1000
  }
  return Math.round(sum)
}

/** The smallest carton that takes it all. What lies alone in a carton, no more than its own holds, has that at the least. */
function smallestFor({ parts, rooms, mm3, grams }: Open, rule: MixingRule): Room | undefined {
  const only = parts.length === 1 ? parts[0] : undefined
  const isInOwn = only !== undefined && only.milli <= inOwnCarton(only.leftover)
  return rooms.find((room) => {
    if (isInOwn && isSame(only.leftover.packing.carton, room.sides)) return true
    return capacityOf(room, rule) + hair >= mm3 && carries(room, rule) + hair >= grams
  })
}

/** Cartons with the same in them are one row of several pieces. */
function alikeTogether(rows: readonly CartonRow[]): CartonRow[] {
  const byContents = new Map<string, CartonRow>()
  for (const row of rows) {
    const key = `${row.how} ${row.sides?.join('x')} ${row.contents.map(({ lineId, qtyMilli }) => `${lineId}:${qtyMilli}`)}`
    const alike = byContents.get(key)
    if (!alike) byContents.set(key, row)
    else {
      const each = new Map(row.contents.map(({ lineId, qtyMilli }) => [lineId, qtyMilli]))
      byContents.set(key, {
        ...alike,
        pieces: alike.pieces + 1,
        contents: alike.contents.map((one) => ({ ...one, qtyMilli: one.qtyMilli + (each.get(one.lineId) ?? 0) })),
      })
    }
  }
  return [...byContents.values()]
}
