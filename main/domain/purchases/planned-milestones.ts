// When the steps of an order's making are planned for: so many days before it is promised, and never before it was ordered.
import { addDays, type Day } from '#shared/dates.ts'
import type { MilestoneKind } from '#shared/schemas/milestones.ts'
import type { MilestonesSetting } from '#shared/schemas/receiving-settings.ts'

export type PlannedMilestone = { kind: Exclude<MilestoneKind, 'other'>; plannedOn: Day | null }

/** In the order of the work. Without a promised day they stand there without one. */
export function plannedMilestones(
  setting: MilestonesSetting,
  { orderedOn, promisedOn }: { orderedOn: Day; promisedOn: Day | null },
): PlannedMilestone[] {
  const kinds = Object.entries(setting) as [PlannedMilestone['kind'], number | null][]
  return kinds.flatMap(([kind, daysBefore]): PlannedMilestone[] => {
    if (daysBefore === null) return []
    if (promisedOn === null) return [{ kind, plannedOn: null }]
    const day = addDays(promisedOn, -daysBefore)
    // Promised for a day before it was ordered (files tell such): the promise itself is all there is.
    const earliest = orderedOn < promisedOn ? orderedOn : promisedOn
    return [{ kind, plannedOn: day < earliest ? earliest : day }]
  })
}
