// What the book has settled about promises of arrival: which share of deliveries a promise keeps, from how many, and how long
// without news is too long.
import { z } from 'zod'

/** The quantiles of own measured days that a promised day may be made of. */
export const promiseQuantiles = ['p50', 'p80', 'p90'] as const
export type PromiseQuantile = (typeof promiseQuantiles)[number]

const lanesField = z.object({
  /** Of ten shipments promised by `p80`, eight come in time. */
  promise: z.enum(promiseQuantiles).default('p80'),
  /** Fewer deliveries say nothing of a lane: then a wider one is asked. */
  leastSample: z.number().int().min(2).max(1000).default(5),
  /** The newest deliveries count, at most so many. */
  newest: z.number().int().min(10).max(1000).default(200),
  /** Without news for so many days is too long where too few deliveries tell what is usual. */
  silentDays: z.number().int().min(1).max(365).default(10),
})
export type LaneRules = z.output<typeof lanesField>

export const laneSettings = { lanes: lanesField.prefault({}) } as const satisfies Readonly<Record<string, z.ZodType>>
