// What random work is drawn with: the same seed, the same history.
export type Dice = {
  below(count: number): number
  chance(of: number): boolean
  pick<Item>(items: readonly Item[]): Item | undefined
}

export function dice(random: () => number): Dice {
  const below = (count: number) => Math.floor(random() * count)
  return { below, chance: (of) => random() < of, pick: (items) => items[below(items.length)] }
}

/** One of the items, the heavier the likelier. */
export function weighted<Item>(items: readonly (readonly [weight: number, Item])[], { pick }: Dice): Item {
  const [, item] = pick(items.flatMap((entry) => Array.from({ length: entry[0] }, () => entry))) ?? []
  if (item === undefined) throw new RangeError('Nothing to choose from')
  return item
}
