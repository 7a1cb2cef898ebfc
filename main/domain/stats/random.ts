// Chance with a seed: the same seed and stream give the same draws on every machine. Not for anything secret.

export type Random = {
  /** An integer from 0 up to, but not including, `count`. */
  below(count: number): number
  /** An integer from `low` to `high`, both included. */
  between(low: number, high: number): number
  /** True in `share` of the cases (0 to 1). */
  chance(share: number): boolean
  pick<Item>(list: readonly Item[]): Item
  /** An index, drawn in proportion to the weights. */
  weighted(weights: readonly number[]): number
  shuffled<Item>(list: readonly Item[]): Item[]
}

/** One stream of draws. Streams of different names do not disturb one another when one of them draws more. */
export function seededRandom(seed: number, stream: string): Random {
  const next = mulberry32(hashText(`${seed}/${stream}`))
  const below = (count: number) => Math.floor(next() * count)
  return {
    below,
    between: (low, high) => low + below(high - low + 1),
    chance: (share) => next() < share,
    pick<Item>(list: readonly Item[]) {
      const item = list[below(list.length)]
      if (item === undefined) throw new RangeError('Nothing to pick from')
      return item
    },
    weighted(weights) {
      let rest = next() * weights.reduce((sum, weight) => sum + weight, 0)
      const index = weights.findIndex((weight) => {
        rest -= weight
        return rest < 0
      })
      return index === -1 ? weights.length - 1 : index
    },
    shuffled<Item>(list: readonly Item[]) {
      const cards = list.map((item) => ({ item, order: next() }))
      return cards.sort((left, right) => left.order - right.order).map((card) => card.item)
    },
  }
}

/** Tommy Ettinger's Mulberry32 (public domain): 32 bits of state, integer arithmetic only. */
function mulberry32(start: number): () => number {
  let state = start
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** FNV-1a, 32 bits. */
function hashText(text: string): number {
  let hash = 0x811c9dc5
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193)
  }
  return hash | 0
}
