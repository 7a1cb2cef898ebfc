// How long suppliers take to answer requests.
import type { Instant } from '#shared/dates.ts'

export type RequestAndAnswer = { sentAt: Instant; answeredAt: Instant | null }

export type ResponseFigures = { meanHours: number | null; answered: number; unanswered: number }

const hourMs = 3_600_000

/**
 * The mean over those answered, each counting by its weight; the others are counted apart. Null where an answer came before
 * its request.
 */
export function responseHours<Pair extends RequestAndAnswer>(
  pairs: readonly Pair[],
  weightOf: (pair: Pair) => number = () => 1,
): ResponseFigures | null {
  let [sum, weights, answered] = [0, 0, 0]
  for (const pair of pairs) {
    const { sentAt, answeredAt } = pair
    if (answeredAt === null) continue
    if (answeredAt < sentAt) return null
    const weight = weightOf(pair)
    sum += weight * (answeredAt - sentAt)
    weights += weight
    answered += 1
  }
  const meanHours = weights === 0 ? null : sum / hourMs / weights
  return { meanHours, answered, unanswered: pairs.length - answered }
}

/** Hours from one moment to another. */
export function hoursBetween(from: number, to: number): number {
  return (to - from) / hourMs
}
