// The question of the ABC screen as it stands in the address: basis, window, limits, chart or table, the product explained.
import { type Day, isDay } from '#shared/dates.ts'
import { type AbcBasis, abcBases } from '#shared/schemas/insights.ts'
import { type FilterAddress, readFilterAddress } from './filter-address.ts'

export const windowNames = ['all', 'last12Months', 'thisYear', 'lastYear', 'last90Days', 'own'] as const
export type WindowName = (typeof windowNames)[number]

export type AbcAddress = FilterAddress & {
  basis?: AbcBasis
  window?: WindowName
  from?: Day
  to?: Day
  /** Limits in per cent, where they are not the usual ones. */
  a?: number
  b?: number
  view?: 'table'
  id?: number
}

export const usualLimits = { a: 80, b: 95 } as const

/** Takes from an address what is understood; the rest is left out, never an error. */
export function readAbcAddress(raw: Record<string, unknown>): AbcAddress {
  const basis = abcBases.find((one) => one === raw.basis)
  const window = windowNames.find((one) => one === raw.window)
  const [a, b] = [limitOf(raw.a), limitOf(raw.b)]
  const hasLimits = (a ?? usualLimits.a) < (b ?? usualLimits.b)
  const id = Number(raw.id)
  return {
    ...readFilterAddress(raw),
    ...(basis && basis !== 'revenue' && { basis }),
    ...(window && window !== 'all' && { window }),
    ...dayOf('from', raw.from),
    ...dayOf('to', raw.to),
    ...(hasLimits && a !== null && a !== usualLimits.a && { a }),
    ...(hasLimits && b !== null && b !== usualLimits.b && { b }),
    ...(raw.view === 'table' && { view: 'table' as const }),
    ...(Number.isSafeInteger(id) && id > 0 && { id }),
  }
}

function limitOf(value: unknown): number | null {
  const limit = Number(value)
  return value !== undefined && limit > 0 && limit <= 100 ? limit : null
}

function dayOf<Key extends 'from' | 'to'>(key: Key, value: unknown): Partial<Record<Key, Day>> {
  return typeof value === 'string' && isDay(value) ? ({ [key]: value } as Partial<Record<Key, Day>>) : {}
}

/** The limits as shares: 80 is 0.8, exactly. */
export function thresholdsOf({ a = usualLimits.a, b = usualLimits.b }: AbcAddress): [number, number] {
  return [shareOf(a), shareOf(b)]
}

/** A share of 1 from per cent without the dirt of binary division: 82.3 is 0.823, not 0.8230000000000001. */
function shareOf(percent: number): number {
  return Number((percent / 100).toFixed(8))
}
