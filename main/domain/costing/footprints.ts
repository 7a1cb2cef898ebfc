// What movements carried, for those that point back at them: returns, arrivals and reversals.
import type { Id } from '#shared/ids.ts'
import type { CostBook } from './cost-book.ts'
import type { CostEntry, Footprint, Parcel } from './cost-types.ts'

/** Whose goods an entry moves: the footprint it points at, where that moved the other way. */
export function footprintFor(book: CostBook, entry: CostEntry): { id: Id; footprint: Footprint } | null {
  const id = entry.reversesId ?? entry.originId
  const footprint = id === null ? undefined : book.footprints.get(id)
  if (id === null || !footprint || Math.sign(footprint.qtyMilli) === Math.sign(entry.qtyMilli)) return null
  return { id, footprint }
}

export function leaveFootprint(book: CostBook, entry: CostEntry, parcels: readonly Parcel[]): void {
  const refId = entry.reversesId ?? entry.originId
  book.footprints.set(entry.id, { on: entry.on, qtyMilli: entry.qtyMilli, refId, parcels, backMilli: 0 })
}

/**
 * Notes that goods of the movement pointed at came back. A reversal of a movement that itself had taken goods back gives
 * them to where they came from: a reversed arrival is under way again.
 */
export function noteTakenBack(
  book: CostBook,
  ref: { id: Id; footprint: Footprint },
  { entry, qtyMilli }: { entry: CostEntry; qtyMilli: number },
): void {
  noteBack(book, ref.id, qtyMilli)
  if (entry.reversesId !== null && ref.footprint.refId !== null) noteBack(book, ref.footprint.refId, -qtyMilli)
}

/** Notes that pieces of a movement came back (or, negative, that their coming back was itself reversed). */
function noteBack(book: CostBook, of: Id, qtyMilli: number): void {
  const footprint = book.footprints.get(of)
  if (!footprint || qtyMilli === 0) return
  book.footprints.set(of, { ...footprint, backMilli: footprint.backMilli + qtyMilli })
  book.backs.push({ of, qtyMilli })
}
