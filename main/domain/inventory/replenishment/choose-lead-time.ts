// The lead time to reckon with: measured on one's own purchase orders when there are enough, else the one agreed.
import { mean, standardDeviation } from '#main/domain/stats/standard-deviation.ts'
import type { LeadTime } from './replenishment-types.ts'

/** Fewer completed orders than this say little about the spread. */
const fewestMeasuredOrders = 3

/** Null where nothing is known; never taken for 0 days. Fewer orders count only where nothing is agreed. */
export function chooseLeadTime(known: {
  /** Days from order to complete receipt, one per completed order. */
  measuredDays: readonly number[]
  agreedOnProduct: number | null
  agreedWithSupplier: number | null
  fewestOrders?: number
}): LeadTime | null {
  const { measuredDays, agreedOnProduct, agreedWithSupplier, fewestOrders = fewestMeasuredOrders } = known
  const meanDays = mean(measuredDays)
  const measured: LeadTime | null =
    meanDays === null
      ? null
      : { meanDays, sdDays: standardDeviation(measuredDays) ?? 0, source: 'own-orders', orders: measuredDays.length }
  if (measured && measured.orders >= fewestOrders) return measured
  if (agreedOnProduct !== null) return agreed(agreedOnProduct, 'agreed-product')
  if (agreedWithSupplier !== null) return agreed(agreedWithSupplier, 'agreed-supplier')
  return measured
}

function agreed(meanDays: number, source: 'agreed-product' | 'agreed-supplier'): LeadTime {
  return { meanDays, sdDays: 0, source, orders: 0 }
}
