// Lines added up by what they are grouped by: once as they are, for the figures; once with recent ones counting more, for the
// score.
import type { ReadDb } from '#main/db/database.ts'
import { type LineOutcome, lineOutcome } from '#main/domain/suppliers/line-outcome.ts'
import { addLine, newTally, type Tally } from '#main/domain/suppliers/po-metrics.ts'
import { recencyWeight } from '#main/domain/suppliers/score.ts'
import { forEachLine, type ReadLine } from '#main/services/scores/bought-lines.ts'
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
  /** Those of them that the book has followed itself. */
  followed: Set<Id>
  spendMinor: number
  linesWithRate: number
  linesWithoutDays: number
  /** Of which nobody wrote down how much came, or only not what of it was rejected. */
  linesWithoutQuantities: number
  linesWithoutRejects: number
  /** Lines that were due, or of which something came; of them those whose quantities are known, and their rejects as well. */
  cases: number
  counted: number
  inspected: number
}

export function newGroup(key: GroupKey, hasHalfLife: boolean): LineGroup {
  const plain = newTally()
  return {
    key,
    plain,
    recent: hasHalfLife ? newTally() : plain,
    orders: new Set(),
    followed: new Set(),
    spendMinor: 0,
    linesWithRate: 0,
    linesWithoutDays: 0,
    linesWithoutQuantities: 0,
    linesWithoutRejects: 0,
    cases: 0,
    counted: 0,
    inspected: 0,
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
    count(group, line, outcome)
  })
  return groups
}

function count(group: LineGroup, line: ReadLine, outcome: LineOutcome): void {
  group.orders.add(line.orderId)
  if (!line.isHistory) group.followed.add(line.orderId)
  if (line.netBaseMinor !== null) {
    group.spendMinor += line.netBaseMinor
    group.linesWithRate += 1
  }
  if (!outcome.isTimed) group.linesWithoutDays += 1
  if (!outcome.isCounted) group.linesWithoutQuantities += 1
  else if (!outcome.isInspected) group.linesWithoutRejects += 1
  if (!outcome.isDue && outcome.received === 0) return
  group.cases += 1
  if (outcome.isCounted) group.counted += 1
  if (outcome.isInspected) group.inspected += 1
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
