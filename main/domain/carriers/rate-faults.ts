// What a rate table's prices will show: weights without a price, weights with two, and more weight that costs less.
import { type PricedRate, rateFor, rowPrice } from '#main/domain/carriers/freight-price.ts'
import type { RateFault } from '#shared/schemas/carriers.ts'

/** Zone by zone in the order of weights. Usual tables have none; a cheaper break may be meant, and is told all the same. */
export function rateFaults(rates: readonly PricedRate[]): RateFault[] {
  const zones = [...new Set(rates.map(({ zoneId }) => zoneId))]
  return zones.flatMap((zoneId) => {
    const own = rates
      .filter((rate) => rate.zoneId === zoneId)
      .toSorted((one, other) => one.overGrams - other.overGrams || upTo(one) - upTo(other))
    return [...spans(own, zoneId), ...drops(rates, zoneId)]
  })
}

function upTo({ upToGrams }: PricedRate): number {
  return upToGrams ?? Number.POSITIVE_INFINITY
}

function spans(rows: readonly PricedRate[], zoneId: number | null): RateFault[] {
  const faults: RateFault[] = []
  let end = 0
  for (const row of rows) {
    if (row.overGrams > end) faults.push({ kind: 'gap', zoneId, fromGrams: end, toGrams: row.overGrams })
    const shared = Math.min(end, upTo(row))
    if (row.overGrams < shared && Number.isFinite(shared)) {
      faults.push({ kind: 'overlap', zoneId, fromGrams: row.overGrams, toGrams: shared })
    } else if (row.overGrams < end && !Number.isFinite(end)) {
      faults.push({ kind: 'overlap', zoneId, fromGrams: row.overGrams, toGrams: row.upToGrams ?? row.overGrams })
    }
    end = Math.max(end, upTo(row))
  }
  return faults
}

/** Within a row more never costs less; so it is enough to look at both sides of every weight at which a row begins or ends. */
function drops(rates: readonly PricedRate[], zoneId: number | null): RateFault[] {
  const own = rates.filter((rate) => rate.zoneId === zoneId || rate.zoneId === null)
  const edges = [...new Set(own.flatMap(({ overGrams, upToGrams }) => [overGrams, ...(upToGrams ? [upToGrams] : [])]))]
  const priceOf = (rate: PricedRate, grams: number) => rowPrice(rate, { chargedGrams: grams, tons: null }).minor
  const faults: RateFault[] = []
  let most = 0
  for (const at of edges.filter((edge) => edge > 0).toSorted((one, other) => one - other)) {
    const [before, after] = [rateFor(own, zoneId, at), rateFor(own, zoneId, at + 1)]
    if (before) most = Math.max(most, priceOf(before, at))
    const isCheaper = after !== null && after !== before && priceOf(after, at + 1) < most
    if (isCheaper) faults.push({ kind: 'cheaper', zoneId, atGrams: at })
  }
  return faults
}
