// Which ids of a span have been seen. A span may hold a million rows, or be a file's mere claim of millions: what it takes
// grows with the ids that come, not with the span.
import type { IdSpan } from '#main/db/merge/merge-types.ts'

/** `add` is false for an id that was added before or lies outside the span. */
export type IdSet = { add(id: number): boolean }

const idsTogether = 2048

/** A bit for each id, held in small parts that are made when their first id comes. */
export function idSet({ firstId, lastId }: IdSpan): IdSet {
  const parts = new Map<number, Uint8Array>()
  return {
    add(id) {
      if (id < firstId || id > lastId) return false
      const place = id - firstId
      const at = Math.floor(place / idsTogether)
      const bits = parts.get(at) ?? new Uint8Array(idsTogether / 8)
      const byte = Math.floor((place % idsTogether) / 8)
      const mask = 1 << (place % 8)
      const known = bits[byte] ?? 0
      if ((known & mask) !== 0) return false
      bits[byte] = known | mask
      parts.set(at, bits)
      return true
    },
  }
}
