// How demand comes: often or now and then, even or uneven.
import { mean, standardDeviation } from '../stats/standard-deviation.ts'
import { trimLeadingZeros } from './demand-series.ts'

export type DemandClass = 'smooth' | 'erratic' | 'intermittent' | 'lumpy' | 'no demand'

export type DemandPattern = {
  class: DemandClass
  /** Periods from the first demand on. */
  periods: number
  /** Periods with demand among them. */
  demands: number
  /** Periods per period with demand; null without demand. */
  adi: number | null
  /** Squared variation of the sizes of demand, (s / mean)²; null with fewer than two. */
  cv2: number | null
}

/** Limits of Syntetos, Boylan and Croston (2005). A value on the limit belongs to the upper class. */
const adiLimit = 1.32
const cv2Limit = 0.49
/** What was 0.49 before it was rounded is on the limit. */
const guard = 1e-9

/** The class after leading zeros are dropped. One size alone varies as little as can be. */
export function demandPattern(series: readonly number[]): DemandPattern {
  const used = trimLeadingZeros(series)
  const sizes = used.filter((value) => value > 0)
  if (sizes.length === 0) return { class: 'no demand', periods: used.length, demands: 0, adi: null, cv2: null }
  const adi = used.length / sizes.length
  const spread = standardDeviation(sizes)
  const cv2 = spread === null ? null : (spread / (mean(sizes) as number)) ** 2
  const isUneven = cv2 !== null && cv2 >= cv2Limit - guard
  const isRare = adi >= adiLimit
  return {
    class: isRare ? (isUneven ? 'lumpy' : 'intermittent') : isUneven ? 'erratic' : 'smooth',
    periods: used.length,
    demands: sizes.length,
    adi,
    cv2,
  }
}

/** Whether demand comes only now and then, so that Croston's family and the mean compete for it. */
export function isIntermittent(demandClass: DemandClass): boolean {
  return demandClass === 'intermittent' || demandClass === 'lumpy'
}
