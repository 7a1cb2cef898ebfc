// Which kind of clash is open, and whether those left as they are are shown: in the address.
import { type ClashRuleId, clashRuleIds, clashStates } from '#shared/schemas/clashes.ts'

export type ClashState = (typeof clashStates)[number]
export type ClashesAddress = { rule?: ClashRuleId; state?: ClashState }

export function readClashesAddress(raw: Record<string, unknown>): ClashesAddress {
  const rule = clashRuleIds.find((known) => known === raw.rule)
  const state = clashStates.find((known) => known === raw.state)
  return { ...(rule && { rule }), ...(state && { state }) }
}
