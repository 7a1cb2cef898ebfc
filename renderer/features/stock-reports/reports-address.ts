// What the stock reports are asked, as it stands in the address.
import { isDay } from '#shared/dates.ts'
import { valuationGroups } from '#shared/schemas/costing-reports.ts'

export const reportViews = ['valuation', 'slow', 'movements', 'sales'] as const
export type ReportView = (typeof reportViews)[number]

export type ReportsAddress = {
  view?: ReportView
  /** The day that is told of; for movements and cost of sales: the first and the last one. */
  on?: string
  from?: string
  to?: string
  place?: number
  by?: (typeof valuationGroups)[number]
  state?: 'slow' | 'dead'
  slow?: number
  dead?: number
  q?: string
  /** The product whose value is explained. */
  id?: number
}

/** Takes from an address what is understood; the rest is left out, never an error. */
export function readReportsAddress(raw: Record<string, unknown>): ReportsAddress {
  return {
    ...one('view', reportViews, raw),
    ...day('on', raw),
    ...day('from', raw),
    ...day('to', raw),
    ...whole('place', raw),
    ...one('by', valuationGroups, raw),
    ...one('state', ['slow', 'dead'] as const, raw),
    ...whole('slow', raw, 3650),
    ...whole('dead', raw, 3650),
    ...(typeof raw.q === 'string' && raw.q !== '' && { q: raw.q.slice(0, 100) }),
    ...whole('id', raw),
  }
}

type Raw = Record<string, unknown>
type Part<Key extends string, Value> = { [K in Key]?: Value }

function one<Key extends string, Value>(key: Key, values: readonly Value[], raw: Raw): Part<Key, Value> {
  const value = values.find((candidate) => candidate === raw[key])
  return value === undefined ? {} : ({ [key]: value } as Part<Key, Value>)
}

function day<Key extends string>(key: Key, raw: Raw): Part<Key, string> {
  const value = raw[key]
  return typeof value === 'string' && isDay(value) ? ({ [key]: value as string } as Part<Key, string>) : {}
}

function whole<Key extends string>(key: Key, raw: Raw, most = Number.MAX_SAFE_INTEGER): Part<Key, number> {
  const value = Number(raw[key])
  const isGood = raw[key] !== undefined && Number.isSafeInteger(value) && value > 0 && value <= most
  return isGood ? ({ [key]: value } as Part<Key, number>) : {}
}
