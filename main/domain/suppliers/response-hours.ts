// How long suppliers take to answer requests.
import type { Instant } from '#shared/dates.ts'

export type RequestAndAnswer = { sentAt: Instant; answeredAt: Instant | null }

export type ResponseFigures = { meanHours: number | null; answered: number; unanswered: number }

const hourMs = 3_600_000

/** The mean over those answered; the others are counted apart. Null where an answer came before its request. */
export function responseHours(pairs: readonly RequestAndAnswer[]): ResponseFigures | null {
  let [sum, answered] = [0, 0]
  for (const { sentAt, answeredAt } of pairs) {
    if (answeredAt === null) continue
    if (answeredAt < sentAt) return null
    sum += answeredAt - sentAt
    answered += 1
  }
  return {
    meanHours: answered === 0 ? null : sum / hourMs / answered,
    answered,
    unanswered: pairs.length - answered,
  }
}
