// What was paid against the agreed and the market price, added up by what lines are grouped by.
import type { ReadDb } from '#main/db/database.ts'
import { varianceShare } from '#main/domain/suppliers/price-variance.ts'
import { forEachPricedLine } from '#main/services/scores/line-prices.ts'
import { dayWeights, type GroupKey } from '#main/services/scores/line-tallies.ts'
import type { FullQuestion } from '#main/services/scores/score-question.ts'

type Sums = { variance: number; standard: number; recentVariance: number; recentStandard: number; lines: number }

export type PriceGroup = { agreed: Sums; market: Sums }

export function priceTallies(db: ReadDb, question: FullQuestion): Map<GroupKey, PriceGroup> {
  const groups = new Map<GroupKey, PriceGroup>()
  const weightOf = dayWeights(question)
  forEachPricedLine(db, question, ({ key, day, actualMinor, agreedMinor, marketMinor }) => {
    if (agreedMinor === null && marketMinor === null) return
    let group = groups.get(key)
    if (!group) {
      group = { agreed: newSums(), market: newSums() }
      groups.set(key, group)
    }
    const weight = weightOf(day)
    add(group.agreed, actualMinor, agreedMinor, weight)
    add(group.market, actualMinor, marketMinor, weight)
  })
  return groups
}

function newSums(): Sums {
  return { variance: 0, standard: 0, recentVariance: 0, recentStandard: 0, lines: 0 }
}

function add(sums: Sums, actualMinor: number, standardMinor: number | null, weight: number): void {
  if (standardMinor === null) return
  sums.lines += 1
  sums.variance += actualMinor - standardMinor
  sums.standard += standardMinor
  sums.recentVariance += weight * (actualMinor - standardMinor)
  sums.recentStandard += weight * standardMinor
}

/** As shares of the standard amount; null where there is none. */
export function sharesOf(sums: Sums | undefined): { plain: number | null; recent: number | null } {
  if (!sums) return { plain: null, recent: null }
  return {
    plain: varianceShare(sums.variance, sums.standard),
    recent: varianceShare(sums.recentVariance, sums.recentStandard),
  }
}
