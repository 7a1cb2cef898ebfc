// Looks rates up: the pair itself, the pair the other way round, or both through a third currency; each of that day or
// the last one before. A finder remembers what it found, so it serves one call and is then thrown away.
import type { ReadDb } from '#main/db/database.ts'
import { chooseRate, type KnownRate, type RateAnswer, type RatePath } from '#main/domain/rates/choose-rate.ts'
import { sameCurrency } from '#main/domain/rates/conversion.ts'
import { bookFacts } from '#main/services/book/book-queries.ts'
import type { Day } from '#shared/dates.ts'

export type RateFinder = (from: string, to: string, on: Day) => RateAnswer

/** The rate for one amount; for many, keep one `rateFinder`. */
export function rateFor(db: ReadDb, from: string, to: string, on: Day): RateAnswer {
  return rateFinder(db)(from, to, on)
}

/** A lookup with memory. Rates older than the book's limit are answered as `old`, never taken silently. */
export function rateFinder(db: ReadDb): RateFinder {
  const answers = new Map<string, RateAnswer>()
  let source: RateSource | null = null
  return (from, to, on) => {
    if (from === to) return { status: 'ok', by: sameCurrency, rate: '1', rateOn: on, ageDays: 0 }
    const key = `${from}${to}${on}`
    let answer = answers.get(key)
    if (!answer) {
      source ??= rateSource(db)
      answer = chooseRate(pathsBetween(source, { from, to, on }), on, source.maxAgeDays)
      answers.set(key, answer)
    }
    return answer
  }
}

type RateSource = {
  maxAgeDays: number
  /** Currencies in the order in which they are tried as the third one. */
  bridges: readonly string[]
  arePaired(left: string, right: string): boolean
  last(from: string, to: string, on: Day): KnownRate | null
}

function rateSource(db: ReadDb): RateSource {
  const { baseCurrency, rateMaxAgeDays } = bookFacts(db)
  const pairs = ratedPairs(db)
  const known = new Set(pairs.flatMap(([from, to]) => [`${from}${to}`, `${to}${from}`]))
  const others = [...new Set(pairs.flat())].sort()
  return {
    maxAgeDays: rateMaxAgeDays,
    bridges: [...new Set(['EUR', baseCurrency, ...others])],
    arePaired: (left, right) => known.has(`${left}${right}`),
    last: (from, to, on) =>
      db.get<KnownRate>(
        `SELECT rate, rate_on AS "on" FROM rates INDEXED BY rates_by_pair
         WHERE from_currency = ? AND to_currency = ? AND rate_on <= ? AND deleted = 0
         ORDER BY rate_on DESC, id DESC LIMIT 1`,
        from,
        to,
        on,
      ) ?? null,
  }
}

/** The pairs that have rates, by leaps through the index: a few dozen seeks however many days are kept. */
export function ratedPairs(db: ReadDb): [from: string, to: string][] {
  const pairs: [string, string][] = []
  let last: { f: string; t: string } | undefined = { f: '', t: '' }
  for (;;) {
    last = db.get<{ f: string; t: string }>(
      `SELECT from_currency AS f, to_currency AS t FROM rates INDEXED BY rates_by_pair WHERE (from_currency, to_currency) > (?, ?)
       ORDER BY from_currency, to_currency LIMIT 1`,
      last.f,
      last.t,
    )
    if (!last) return pairs
    pairs.push([last.f, last.t])
  }
}

type Wanted = { from: string; to: string; on: Day }

function pathsBetween(source: RateSource, { from, to, on }: Wanted): RatePath[] {
  const straight = legsBetween(source, { from, to, on })
  // Nothing can be newer than the day itself.
  if (straight.some((leg) => leg.on === on)) return straight.map((leg) => [leg])
  const crossed = source.bridges
    .filter((third) => source.arePaired(from, third) && source.arePaired(third, to))
    .flatMap((third) => {
      const first = newest(legsBetween(source, { from, to: third, on }))
      const second = newest(legsBetween(source, { from: third, to, on }))
      return first && second ? [[first, second]] : []
    })
  return [...straight.map((leg) => [leg]), ...crossed]
}

type Leg = RatePath[number]

/** The pair as written, then the inverse pair, as far as they are known on that day. */
function legsBetween(source: RateSource, { from, to, on }: Wanted): Leg[] {
  if (!source.arePaired(from, to)) return []
  const direct = source.last(from, to, on)
  const inverse = source.last(to, from, on)
  return [...(direct ? [{ ...direct, isInverse: false }] : []), ...(inverse ? [{ ...inverse, isInverse: true }] : [])]
}

function newest(legs: readonly Leg[]): Leg | null {
  return legs.reduce<Leg | null>((kept, leg) => (kept === null || leg.on > kept.on ? leg : kept), null)
}
