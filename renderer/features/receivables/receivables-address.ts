// What the screen of receivables is asked, as it stands in the address.
import { isDay } from '#shared/dates.ts'
import { ageBuckets } from '#shared/schemas/receivables.ts'

const receivableViews = ['ageing', 'revaluation'] as const
export type ReceivableView = (typeof receivableViews)[number]
const itemBuckets = ['', ...ageBuckets, 'unapplied'] as const
export type ItemBucket = (typeof itemBuckets)[number]

export type ReceivablesAddress = {
  view?: ReceivableView
  on?: string
  /** Which documents stand beside the figures: of a currency, an age, a debtor. */
  currency?: string
  bucket?: ItemBucket
  customer?: number
  channel?: string
}

/** Takes from an address what is understood; the rest is left out, never an error. */
export function readReceivablesAddress(raw: Record<string, unknown>): ReceivablesAddress {
  const customer = Number(raw.customer)
  return {
    ...(raw.view === 'revaluation' && { view: 'revaluation' as const }),
    ...(typeof raw.on === 'string' && isDay(raw.on) && { on: raw.on as string }),
    ...(typeof raw.currency === 'string' && /^[A-Z]{3}$/.test(raw.currency) && { currency: raw.currency }),
    ...(itemBuckets.includes(raw.bucket as ItemBucket) && { bucket: raw.bucket as ItemBucket }),
    ...(Number.isSafeInteger(customer) && customer > 0 && { customer }),
    ...(typeof raw.channel === 'string' && raw.channel !== '' && { channel: raw.channel.slice(0, 100) }),
  }
}
