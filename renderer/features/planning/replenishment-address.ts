// What the replenishment screen is asked, as it stands in the address. Quantities that someone changed are not in it: they are
// work in hand, not a place to come back to.
import { isDecimal } from '#shared/decimal.ts'
import { replenishmentScopes, type replenishmentScopes as scopes } from '#shared/schemas/replenishment.ts'

export type ReplenishmentScope = (typeof scopes)[number]

export type ReplenishmentAddress = {
  scope?: Exclude<ReplenishmentScope, 'due'>
  q?: string
  budget?: string
  /** The product that is explained. */
  id?: number
}

/** Takes from an address what is understood; the rest is left out, never an error. */
export function readReplenishmentAddress(raw: Record<string, unknown>): ReplenishmentAddress {
  const scope = replenishmentScopes.find((one) => one === raw.scope)
  const budget = String(raw.budget ?? '')
  const id = Number(raw.id)
  return {
    ...(scope && scope !== 'due' && { scope }),
    ...(typeof raw.q === 'string' && raw.q !== '' && { q: raw.q.slice(0, 200) }),
    ...(isDecimal(budget) && !budget.startsWith('-') && { budget }),
    ...(raw.id !== undefined && Number.isSafeInteger(id) && id > 0 && { id }),
  }
}
