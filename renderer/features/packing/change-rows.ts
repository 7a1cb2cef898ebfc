// What hands do with cartons: take one out of a row, put two together, give the rest of a line to a carton. Nothing is lost: what
// lay in the rows lies there still.
import { milliOf, type PackedContent, type PackRow, textOfMilli } from './pack-form-values.ts'

/**
 * One carton out of a row of alike ones, with its share of what lies in them; a remainder that cannot be shared stays. Out of a
 * single carton: an empty one of the same size beside it.
 */
export function splitRow(rows: readonly PackRow[], index: number, newKey: string): PackRow[] {
  const row = rows[index]
  if (!row) return [...rows]
  const pieces = Math.max(1, Math.round(milliOf(row.pieces) / 1000))
  const fresh = { ...row, key: newKey, id: null, trackingNumber: '', pieces: '1' }
  if (pieces === 1) return inserted(rows, index, [row, { ...fresh, net: '', gross: '', contents: [] }])
  const shares = row.contents.map(({ lineId, quantity }) => {
    const milli = milliOf(quantity)
    const one = Math.floor(milli / pieces)
    return { lineId, one, rest: milli - one }
  })
  const ofOne = shares.map(({ lineId, one }) => ({ lineId, quantity: textOfMilli(one) }))
  const ofRest = shares.map(({ lineId, rest }) => ({ lineId, quantity: textOfMilli(rest) }))
  return inserted(rows, index, [
    { ...row, pieces: String(pieces - 1), contents: ofRest },
    { ...fresh, contents: ofOne.filter(({ quantity }) => quantity !== '') },
  ])
}

/** What lies in the row goes into the one above; the scale has to say anew what that weighs. */
export function mergeUp(rows: readonly PackRow[], index: number): PackRow[] {
  const [above, row] = [rows[index - 1], rows[index]]
  if (!above || !row) return [...rows]
  const contents = together([...above.contents, ...row.contents])
  const isOther = row.contents.length > 0
  return inserted(rows, index - 1, [{ ...above, contents, ...(isOther && { net: '', gross: '' }) }], 2)
}

/** The same line once, its quantities added. */
function together(contents: readonly PackedContent[]): PackedContent[] {
  const milli = new Map<number, number>()
  for (const { lineId, quantity } of contents) milli.set(lineId, (milli.get(lineId) ?? 0) + milliOf(quantity))
  return [...milli].map(([lineId, sum]) => ({ lineId, quantity: textOfMilli(sum) }))
}

/** Puts so much more of a line into a row. */
export function putInto(row: PackRow, lineId: number, milli: number): PackRow {
  return { ...row, contents: together([...row.contents, { lineId, quantity: textOfMilli(milli) }]) }
}

function inserted(rows: readonly PackRow[], at: number, put: readonly PackRow[], instead = 1): PackRow[] {
  return [...rows.slice(0, at), ...put, ...rows.slice(at + instead)]
}
