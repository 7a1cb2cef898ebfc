// What each class makes of the total and of the number of products.
import type { AbcClass, AbcResult } from '#shared/schemas/insights.ts'

export type ClassShare = { class: AbcClass; count: number; ofValue: number; ofProducts: number }

export const classLetters = ['A', 'B', 'C'] as const satisfies readonly AbcClass[]

export function classShares({ counts, items }: Pick<AbcResult, 'counts' | 'items'>): ClassShare[] {
  // From the running share of the last of each class, so that the three always make the whole.
  let before = 0
  return classLetters.map((letter) => {
    const count = counts[letter]
    const last = items.findLast((item) => item.class === letter)
    const end = last ? Math.max(before, last.cumulativeShare) : before
    const ofValue = end - before
    before = end
    return { class: letter, count, ofValue, ofProducts: items.length === 0 ? 0 : count / items.length }
  })
}
