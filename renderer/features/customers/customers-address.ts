// What the overview of customers shows, as it stands in the address.
import { isDay } from '#shared/dates.ts'
import { type Segment, segments } from '#shared/schemas/customer-settings.ts'

export const customerViews = ['segments', 'countries', 'care', 'duplicates', 'retention'] as const
export type CustomerView = (typeof customerViews)[number]

export type CustomersAddress = {
  view?: CustomerView
  /** The day that scores are reckoned for. */
  on?: string
  from?: string
  to?: string
  segment?: Segment
  /** Ids of records to be made one, the kept one first, with dots between. */
  merge?: string
}

/** Takes from an address what is understood; the rest is left out, never an error. */
export function readCustomersAddress(raw: Record<string, unknown>): CustomersAddress {
  const view = customerViews.find((one) => one === raw.view)
  const segment = segments.find((one) => one === raw.segment)
  return {
    ...(view && view !== 'segments' && { view }),
    ...(segment && { segment }),
    ...day('on', raw),
    ...day('from', raw),
    ...day('to', raw),
    ...(typeof raw.merge === 'string' && idsOf(raw.merge).length > 1 && { merge: raw.merge }),
  }
}

function day<Key extends 'on' | 'from' | 'to'>(key: Key, raw: Record<string, unknown>): { [K in Key]?: string } {
  const value = raw[key]
  return typeof value === 'string' && isDay(value) ? ({ [key]: value as string } as { [K in Key]?: string }) : {}
}

/** The ids of an address; none where one of them is no id. */
export function idsOf(text: string): number[] {
  const ids = text.split('.').map(Number)
  return ids.every((id) => Number.isSafeInteger(id) && id > 0) && ids.length <= 21 ? ids : []
}
