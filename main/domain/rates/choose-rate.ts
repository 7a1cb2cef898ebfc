// Which of the known rates serves an amount on a day. The newest known on that day wins; of equally new ones the pair as
// written, then the inverse pair, then the way through a third currency.
import { conversionOf, type RateLeg } from '#main/domain/rates/conversion.ts'
import { type Day, daysBetween } from '#shared/dates.ts'
import { type Conversion, effectiveRate } from '#shared/rates.ts'

/** The last rate of a pair on a day or before it. */
export type KnownRate = { rate: string; on: Day }

export type FoundRate = {
  by: Conversion
  /** The conversion as one figure: 1 from = rate to. */
  rate: string
  rateOn: Day
  /** Days between the rate and the day asked for. */
  ageDays: number
}

export type RateAnswer = ({ status: 'ok' | 'old' } & FoundRate) | { status: 'missing' }

/** A way from one currency to another: one leg, or two through a third currency. */
export type RatePath = readonly (KnownRate & { isInverse: boolean })[]

/** The best of `paths` (given in order of preference) for a day; `old` when even that is older than `maxAgeDays`. */
export function chooseRate(paths: readonly RatePath[], on: Day, maxAgeDays: number): RateAnswer {
  const best = paths.reduce<RatePath | null>(
    (kept, path) => (kept === null || dayOfPath(path) > dayOfPath(kept) ? path : kept),
    null,
  )
  if (best === null) return { status: 'missing' }
  const legs: RateLeg[] = best.map(({ rate, isInverse }) => ({ rate, isInverse }))
  const by = conversionOf(...legs)
  const rateOn = dayOfPath(best)
  const ageDays = daysBetween(rateOn, on)
  return { status: ageDays > maxAgeDays ? 'old' : 'ok', by, rate: effectiveRate(by), rateOn, ageDays }
}

/** A way through a third currency is as old as its older leg. */
function dayOfPath(path: RatePath): Day {
  const days = path.map((leg) => leg.on).sort()
  return days[0] ?? neverYet
}

/** Where there is no leg there is no rate: older than any. */
const neverYet = '0001-01-01' as Day
