// How much of what is asked for, and when: a few products and customers carry most of it, autumn is busy, the new year is
// quiet, and the company grows.
import { type Day, daysBetween } from '#shared/dates.ts'
import { seededRandom } from '../stats/random.ts'
import { weekday } from './sample-rates.ts'

/** Orders by month, January first: buyers stock up for Christmas and stop around the Chinese new year. */
const season = [0.8, 0.55, 0.9, 1, 1, 0.95, 1, 1.1, 1.3, 1.4, 1.15, 0.75]

/** The eighteen months that the sample company has existed. */
export type SampleWindow = { first: Day; today: Day }

/** Orders expected on a day; over the whole window the company grows by half. */
export function ordersExpected(day: Day, { first, today }: SampleWindow): number {
  if (weekday(day) === 0) return 0
  const growth = 1 + (0.5 * daysBetween(first, day)) / Math.max(1, daysBetween(first, today))
  const month = season[Number(day.slice(5, 7)) - 1] ?? 1
  return 0.78 * growth * month
}

export function isAutumn(day: Day): boolean {
  return ['08', '09', '10', '11'].includes(day.slice(5, 7))
}

/** Weights of `count` things that fall off by a seeded rank; a small `head` makes the first ones stand out more. */
export function unevenWeights(
  count: number,
  head: number,
  { seed, stream }: { seed: number; stream: string },
): number[] {
  const ranks = seededRandom(seed, stream).shuffled(Array.from({ length: count }, (_, index) => index))
  return ranks.map((rank) => 1000 / (rank + head))
}
