// How long something that is on its way already may still take, from deliveries that took longer than it has so far.
import { quantileOfSorted } from '#main/domain/stats/quantile.ts'

/**
 * The days from today by which so great a share of those is there; `days` in ascending order. Null where none took longer:
 * then nothing is known of what is left.
 */
export function daysStillToGo(days: readonly number[], elapsed: number, share: number): number | null {
  const whole = quantileOfSorted(
    days.filter((one) => one > elapsed),
    share,
  )
  return whole === null ? null : whole - elapsed
}
