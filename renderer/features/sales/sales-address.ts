// What the sales report is asked, as it stands in the address.
import { isDay } from '#shared/dates.ts'
import { profitGroups, salesGroups } from '#shared/schemas/sales-figures.ts'

export const salesViews = ['sold', 'earned'] as const
export type SalesView = (typeof salesViews)[number]

export type SalesAddress = {
  view?: SalesView
  by?: (typeof salesGroups)[number]
  /** The same of what was earned. */
  of?: (typeof profitGroups)[number]
  from?: string
  to?: string
}

/** Takes from an address what is understood; the rest is left out, never an error. */
export function readSalesAddress(raw: Record<string, unknown>): SalesAddress {
  const view = salesViews.find((one) => one === raw.view)
  const by = salesGroups.find((one) => one === raw.by)
  const of = profitGroups.find((one) => one === raw.of)
  const day = (value: unknown) => (typeof value === 'string' && isDay(value) ? (value as string) : undefined)
  const [from, to] = [day(raw.from), day(raw.to)]
  return { ...(view && { view }), ...(by && { by }), ...(of && { of }), ...(from && { from }), ...(to && { to }) }
}
