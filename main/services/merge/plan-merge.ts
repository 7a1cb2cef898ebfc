// From a look to what the writer does: kept in a file of the look's private folder, since thousands of choices are too much for
// a call.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type BookHandle, connectionOf } from '#main/db/book-handle.ts'
import { type ChoiceWrite, choiceWrites } from '#main/services/merge/choice-writes.ts'
import { booksOf, lookOf } from '#main/services/merge/look.ts'
import type { MergeChoices, MergedKindCount, MergePlan } from '#shared/schemas/merge.ts'

export type PlannedMerge = {
  /** The state of our log that the choices were made for. */
  heads: string
  writes: ChoiceWrite[]
  kinds: MergedKindCount[]
  conflicts: number
  chosen: number
}

export function planMerge(
  handle: BookHandle,
  { look: id, choices }: { look: string; choices: MergeChoices },
): MergePlan {
  const ours = connectionOf(handle)
  const look = lookOf(ours, id)
  const { writes, chosen } = choiceWrites(booksOf(ours, look), look.conflicts, choices)
  const { kinds, conflicts, fileName } = look.report
  const planned: PlannedMerge = { heads: look.heads, writes, kinds, conflicts, chosen }
  const planFile = join(look.folder.path, 'plan.json')
  writeFileSync(planFile, JSON.stringify(planned), { mode: 0o600 })
  return { file: look.foreign.connection.name, fileName, planFile }
}

export function readPlan(planFile: string): PlannedMerge {
  return JSON.parse(readFileSync(planFile, 'utf8')) as PlannedMerge
}
