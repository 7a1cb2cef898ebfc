// What is odd about an order by the seller's own rules: facts in, flags out. Nothing is forbidden here.
import { Decimal } from '#shared/decimal.ts'
import type { FlagOrder, FlagsSetting, OrderFlag } from '#shared/schemas/order-flags.ts'

/** Orders that share something with this one (this one among them), newest first. */
export type SharedThing = { value: string; orders: readonly FlagOrder[] }

export type FlagFacts = {
  address: SharedThing | null
  contacts: readonly SharedThing[]
  cardCountry: string
  shipToCountry: string
  /** Null where it is not the customer's first order, or nobody knows whose it is. */
  first: { totalMinor: number; usualMinor: number | null } | null
  cancelled: readonly FlagOrder[]
}

/** In the order of the rules. A rule that is switched off says nothing. */
export function orderFlags(facts: FlagFacts, setting: FlagsSetting): OrderFlag[] {
  return [
    ...manyNames('sameAddress', facts.address === null ? [] : [facts.address], setting.sameAddress),
    ...manyNames('sameContact', facts.contacts, setting.sameContact),
    ...otherCountry(facts, setting),
    ...firstLarge(facts, setting),
    ...manyCancelled(facts, setting),
  ]
}

const shown = 20

function manyNames(
  rule: 'sameAddress' | 'sameContact',
  shared: readonly SharedThing[],
  { isOn, names, days }: FlagsSetting['sameAddress'],
): OrderFlag[] {
  if (!isOn) return []
  return shared.flatMap(({ value, orders }): OrderFlag[] => {
    const found = new Set(orders.map(({ name }) => foldName(name)).filter((name) => name !== '')).size
    return found < names ? [] : [{ rule, found, limit: names, days, value, orders: orders.slice(0, shown) }]
  })
}

/** One person writes a name in several ways: case, spaces, dots and the order of its words make no other one. */
function foldName(name: string): string {
  const words = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
  return words.filter(Boolean).sort().join(' ')
}

function otherCountry({ cardCountry, shipToCountry }: FlagFacts, { cardCountry: rule }: FlagsSetting): OrderFlag[] {
  const isOther = cardCountry !== '' && shipToCountry !== '' && cardCountry !== shipToCountry
  if (!rule.isOn || !isOther) return []
  return [{ rule: 'cardCountry', found: 1, limit: 1, days: null, value: `${cardCountry} ${shipToCountry}`, orders: [] }]
}

/** Without a usual order to compare with, nothing is large. */
function firstLarge({ first }: FlagFacts, { firstLarge: { isOn, times } }: FlagsSetting): OrderFlag[] {
  if (!isOn || first === null || first.usualMinor === null || first.usualMinor <= 0) return []
  const found = new Decimal(first.totalMinor).div(first.usualMinor)
  if (found.lt(times)) return []
  return [
    { rule: 'firstLarge', found: Number(found.round(1, 1).toFixed()), limit: times, days: null, value: '', orders: [] },
  ]
}

function manyCancelled({ cancelled }: FlagFacts, { manyCancelled: rule }: FlagsSetting): OrderFlag[] {
  if (!rule.isOn || cancelled.length < rule.orders) return []
  const { orders: limit, days } = rule
  return [{ rule: 'manyCancelled', found: cancelled.length, limit, days, value: '', orders: cancelled.slice(0, shown) }]
}
