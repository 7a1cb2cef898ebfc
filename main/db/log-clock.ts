// The log's clock: hybrid and logical, in 2048ths of a millisecond, so that it fits an exact integer until the year 2109.
import type { Instant } from '#shared/dates.ts'

export const ticksPerMs = 2048

/** The instant that a tick belongs to. */
export function instantAt(tick: number): Instant {
  return Math.floor(tick / ticksPerMs) as Instant
}

/** The first tick of an instant: operations that were written before it have smaller ones. */
export function ticksAt(instant: Instant): number {
  return instant * ticksPerMs
}
