// Lines added up by what they are grouped by: once as they are, for the figures; once with recent ones counting more, for the
// score.
import type { ReadDb } from '#main/db/database.ts'
import { lineOutcome } from '#main/domain/suppliers/line-outcome.ts'
import { addLine, newTally, type Tally } from '#main/domain/suppliers/po-metrics.ts'
import { recencyWeight } from '#main/domain/suppliers/score.ts'
import { forEachLine } from '#main/services/scores/bought-lines.ts'
import type { FullQuestion } from '#main/services/scores/score-question.ts'
import { type Day, daysBetween } from '#shared/dates.ts'
import type { Id } from '#shared/ids.ts'

export type GroupKey = string | number | null

export type LineGroup = {
  key: GroupKey
  plain: Tally
  /** The same object as `plain` where old and new count alike. */
  recent: Tally
  orders: Set<Id>
  spendMinor: number
  linesWithRate: number
  linesWithoutDays: number
  /** Lines that were due, or of which something came. */
  cases: number
}

export function newGroup(key: GroupKey, hasHalfLife: boolean): LineGroup {
  const plain = newTally()
  return {
    key,
    plain,
    recent: hasHalfLife ? newTally() : plain,
    orders: new Set(),
    spendMinor: 0,
    linesWithRate: 0,
    linesWithoutDays: 0,
    cases: 0,
  }
}

export function lineTallies(db: ReadDb, question: FullQuestion): Map<GroupKey, LineGroup> {
  const groups = new Map<GroupKey, LineGroup>()
  const { halfLifeDays } = question.scoring
  const weightOf = dayWeights(question)
  forEachLine(db, question, (line) => {
    let group = groups.get(line.key)
    if (!group) {
      group = newGroup(line.key, halfLifeDays !== null)
      groups.set(line.key, group)
    }
    const outcome = lineOutcome(line, question)
    addLine(group.plain, line, outcome)
    if (group.recent !== group.plain) addLine(group.recent, line, outcome, weightOf(line.day))
    group.orders.add(line.orderId)
    if (line.baseMinor !== null) {
      group.spendMinor += line.baseMinor
      group.linesWithRate += 1
    }
    if (!outcome.isTimed) group.linesWithoutDays += 1
    if (outcome.isDue || outcome.received > 0) group.cases += 1
  })
  return groups
}

/** How much a line of a day counts; a window has few days and many lines. */
export function dayWeights({ asOf, scoring }: FullQuestion): (day: Day) => number {
  const known = new Map<Day, number>()
  return (day) => {
    const found = known.get(day)
    if (found !== undefined) return found
    const weight = recencyWeight(daysBetween(day, asOf), scoring.halfLifeDays)
    known.set(day, weight)
    return weight
  }
}
