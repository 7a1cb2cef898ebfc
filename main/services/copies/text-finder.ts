// Finds which of very many texts occur in bytes, in one pass: the first four bytes lead to the few that can be meant.

const tableBits = 22

export type TextFinder = {
  readonly longest: number
  /** Calls back for every occurrence of any text, by its index. */
  scan(bytes: Uint8Array, found: (text: number) => void): void
}

type Bucket = { short: number[]; long: Map<number, number[]> }

/** Texts of at least four bytes. */
export function textFinder(texts: readonly string[]): TextFinder {
  const patterns = texts.map((text) => Buffer.from(text))
  const mayBegin = new Uint8Array(2 ** (tableBits - 3))
  const buckets = new Map<number, Bucket>()
  let longest = 0
  for (const [index, pattern] of patterns.entries()) {
    longest = Math.max(longest, pattern.length)
    const head = wordAt(pattern, 0)
    const slot = slotOf(head)
    mayBegin[slot >>> 3] = (mayBegin[slot >>> 3] ?? 0) | (1 << (slot & 7))
    const bucket = buckets.get(head) ?? { short: [], long: new Map<number, number[]>() }
    buckets.set(head, bucket)
    if (pattern.length < 8) bucket.short.push(index)
    else bucket.long.set(wordAt(pattern, 4), [...(bucket.long.get(wordAt(pattern, 4)) ?? []), index])
  }
  const isAt = (bytes: Uint8Array, at: number, index: number): boolean => {
    const pattern = patterns[index] ?? bytes
    if (at + pattern.length > bytes.length) return false
    for (let offset = 4; offset < pattern.length; offset += 1) if (bytes[at + offset] !== pattern[offset]) return false
    return true
  }
  return {
    longest,
    scan(bytes, found) {
      const last = bytes.length - 4
      let head = last < 0 ? 0 : wordAt(bytes, 0)
      for (let at = 0; at <= last; at += 1) {
        if (at > 0) head = ((head << 8) | (bytes[at + 3] ?? 0)) >>> 0
        const slot = slotOf(head)
        if (((mayBegin[slot >>> 3] ?? 0) & (1 << (slot & 7))) === 0) continue
        const bucket = buckets.get(head)
        if (!bucket) continue
        for (const index of bucket.short) if (isAt(bytes, at, index)) found(index)
        if (bucket.long.size === 0 || at + 8 > bytes.length) continue
        for (const index of bucket.long.get(wordAt(bytes, at + 4)) ?? []) if (isAt(bytes, at, index)) found(index)
      }
    },
  }
}

function wordAt(bytes: Uint8Array, at: number): number {
  return (
    (((bytes[at] ?? 0) << 24) | ((bytes[at + 1] ?? 0) << 16) | ((bytes[at + 2] ?? 0) << 8) | (bytes[at + 3] ?? 0)) >>> 0
  )
}

/** Spreads the word over the table. */
function slotOf(word: number): number {
  return Math.imul(word, 0x9e3779b1) >>> (32 - tableBits)
}
