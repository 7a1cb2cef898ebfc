// Which letter to a late customer is due next, and when.
import { addDays, type Day } from '#shared/dates.ts'

export type DunningCase = {
  /** Days overdue from which each step is due, rising. */
  steps: readonly number[]
  /** At least so many days between two letters. */
  gapDays: number
  /** Since when the oldest amount is due. */
  oldestOn: Day
  last: { step: number; on: Day; sentOn: Day | null } | null
  asOf: Day
}

/**
 * The step that is due on the day, or null and the day on which one will be. Steps follow each other: nobody gets the last
 * letter first. After the last there is none; a letter that was made and not sent waits for its sending.
 */
export function nextStep({ steps, gapDays, oldestOn, last, asOf }: DunningCase): {
  step: number | null
  nextOn: Day | null
} {
  if (last !== null && last.sentOn === null) return { step: null, nextOn: null }
  const step = (last?.step ?? 0) + 1
  const after = steps[step - 1]
  if (after === undefined) return { step: null, nextOn: null }
  const overdueOn = addDays(oldestOn, after)
  const spacedOn = last === null ? overdueOn : addDays(last.on, gapDays)
  const nextOn = spacedOn > overdueOn ? spacedOn : overdueOn
  return nextOn <= asOf ? { step, nextOn: null } : { step: null, nextOn }
}
