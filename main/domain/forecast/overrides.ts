// Months that someone knows better than the figures: a fair, a promotion. What was computed stays beside what was said.
import type { Day } from '#shared/dates.ts'

/** `start` is the first day of the period. */
export type Override = { readonly start: Day; readonly demand: number; readonly note?: string }

export type Overridable = { readonly start: Day; readonly computed: number }
export type Overridden<Period> = Period & {
  readonly overruled: Override | null
  /** What counts: the word of a person where there is one, else what was computed, never below 0. */
  readonly used: number
}

/** Puts what was said beside what was computed; neither is lost. The last override of a period counts. */
export function applyOverrides<Period extends Overridable>(
  periods: readonly Period[],
  overrides: readonly Override[],
): Overridden<Period>[] {
  const byStart = overridesByStart(overrides)
  return periods.map((period) => {
    const overruled = byStart.get(period.start) ?? null
    return { ...period, overruled, used: overruled?.demand ?? Math.max(0, period.computed) }
  })
}

export function overridesByStart(overrides: readonly Override[]): ReadonlyMap<Day, Override> {
  return new Map(overrides.map((override) => [override.start, override]))
}
