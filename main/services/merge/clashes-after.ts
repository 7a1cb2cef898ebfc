// Clashes that were not there before a merge.
import type { FoundClash } from '#main/services/clashes/clash-rule.ts'
import type { FoundClashes } from '#main/services/clashes/found-clashes.ts'
import type { ClashRuleId } from '#shared/schemas/clashes.ts'

/** Only rules with any, in the order of the rules. */
export function newClashes(before: FoundClashes, after: FoundClashes): Map<ClashRuleId, readonly FoundClash[]> {
  const fresh = [...after].map(([rule, found]) => {
    const known = new Set((before.get(rule) ?? []).map(({ key }) => key))
    return [rule, found.filter(({ key }) => !known.has(key))] as const
  })
  return new Map(fresh.filter(([, found]) => found.length > 0))
}
