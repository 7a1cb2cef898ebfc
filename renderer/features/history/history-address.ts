// What the history is narrowed to and which change is open, as it stands in the address.
import { isDay } from '#shared/dates.ts'
import { type ActionKind, actionKinds } from '#shared/schemas/history.ts'
import { type RecordKind, recordKinds } from '#shared/schemas/records.ts'

export type HistoryAddress = {
  search?: string
  person?: number
  record?: RecordKind
  action?: ActionKind
  copy?: number
  from?: string
  to?: string
  /** The operation that is open; where the list does not hold it, it stands on top. */
  operation?: number
}

/** What is not understood is left out, never an error. */
export function readHistoryAddress(raw: Record<string, unknown>): HistoryAddress {
  const search = raw.search === undefined ? '' : String(raw.search)
  const record = recordKinds.find((known) => known === raw.record)
  const action = actionKinds.find((known) => known === raw.action)
  return {
    ...(search.trim() && { search }),
    ...numberAt('person', raw.person),
    ...(record && { record }),
    ...(action && { action }),
    ...numberAt('copy', raw.copy),
    ...dayAt('from', raw.from),
    ...dayAt('to', raw.to),
    ...numberAt('operation', raw.operation),
  }
}

function numberAt(key: string, value: unknown): Record<string, number> {
  const number = Number(value)
  return Number.isSafeInteger(number) && number > 0 ? { [key]: number } : {}
}

function dayAt(key: string, value: unknown): Record<string, string> {
  return typeof value === 'string' && isDay(value) ? { [key]: value } : {}
}

export function isNarrowed({ operation: _, ...filters }: HistoryAddress): boolean {
  return Object.keys(filters).length > 0
}
