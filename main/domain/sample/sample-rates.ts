// Exchange rates of the sample company: made up, near what money cost in these years, one for every working day. There is
// none for the dirham on purpose: a currency without a rate is asked about, not guessed.

import { addDays, type Day } from '#shared/dates.ts'
import { fromUnits } from '#shared/decimal.ts'
import { seededRandom } from '../stats/random.ts'
import type { SampleRate } from './sample-drafts.ts'

type Pair = { from: string; to: string; start: number; places: number }

/** `start` in units of the last place: 11250 with 4 places is 1.1250. */
const pairs: readonly Pair[] = [
  { from: 'USD', to: 'CNY', start: 71_520, places: 4 },
  { from: 'EUR', to: 'USD', start: 11_250, places: 4 },
  { from: 'GBP', to: 'USD', start: 13_180, places: 4 },
  { from: 'USD', to: 'JPY', start: 14_860, places: 2 },
  { from: 'AUD', to: 'USD', start: 6_540, places: 4 },
  { from: 'USD', to: 'CAD', start: 13_740, places: 4 },
  { from: 'USD', to: 'CHF', start: 8_360, places: 4 },
]

/** One rate per pair and working day from `from` to `to`, both included. */
export function sampleRates(seed: number, from: Day, to: Day): SampleRate[] {
  return pairs.flatMap((pair) => walk(seed, pair, workingDays(from, to)))
}

/** A walk of small steps that is drawn back to where it began. */
function walk(seed: number, pair: Pair, days: readonly Day[]): SampleRate[] {
  const random = seededRandom(seed, `rate ${pair.from}${pair.to}`)
  let units = pair.start
  return days.map((on) => {
    const widest = Math.max(1, Math.round(pair.start / 250))
    const pull = Math.round((pair.start - units) / 60)
    units += random.between(-widest, widest) + pull
    return { from: pair.from, to: pair.to, on, rate: fromUnits(units, pair.places) }
  })
}

/** Monday to Friday: weekends have no rates, so orders of a Saturday take Friday's. */
function workingDays(from: Day, to: Day): Day[] {
  const days: Day[] = []
  for (let day = from; day <= to; day = addDays(day, 1)) if (!isWeekend(day)) days.push(day)
  return days
}

function isWeekend(day: Day): boolean {
  return [0, 6].includes(weekday(day))
}

/** 0 is Sunday. */
export function weekday(day: Day): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay()
}
