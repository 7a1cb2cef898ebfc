// The merge itself, on the writer: what was looked at comes in in one transaction, the choices follow as one ordinary operation.
import { type BookHandle, connectionOf, isWriterOf } from '#main/db/book-handle.ts'
import type { WriteTx } from '#main/db/database.ts'
import { headsHash, sealMerge } from '#main/db/merge/undoable-merge.ts'
import { purgeIfDue } from '#main/db/purge.ts'
import { read } from '#main/db/statements.ts'
import { findAll } from '#main/services/clashes/found-clashes.ts'
import type { JobHandle } from '#main/services/jobs/job.ts'
import { writeChoices } from '#main/services/merge/choice-writes.ts'
import { newClashes } from '#main/services/merge/clashes-after.ts'
import { mergeForeign, openForeign } from '#main/services/merge/merge-books.ts'
import { type PlannedMerge, readPlan } from '#main/services/merge/plan-merge.ts'
import type { Instant } from '#shared/dates.ts'
import { AppError } from '#shared/errors.ts'
import type { MergePlan, MergeResult } from '#shared/schemas/merge.ts'

export type MergeWork = {
  handle: BookHandle
  isSigned: boolean
  write(operation: string, service: (tx: WriteTx) => void): void
  noteChanged(tables: readonly string[]): void
  job: JobHandle
}

/** `merge/look-again` where our book was written to since it was looked at: the choices would speak of another state. */
export async function applyMerge(work: MergeWork, plan: MergePlan & { backupName: string }): Promise<MergeResult> {
  const { handle, job } = work
  const ours = connectionOf(handle)
  const planned = readPlan(plan.planFile)
  // Whoever chooses is named by the operation that the choices are.
  if (planned.writes.length > 0 && !work.isSigned) throw new AppError('people/unknown-person')
  const foreign = await openForeign(ours, { file: plan.file, isPrivate: true })
  try {
    if (headsHash(ours) !== planned.heads) throw new AppError('merge/look-again')
    const before = read(ours, findAll)
    const { fileName, backupName } = plan
    const isOurs = () => isWriterOf(handle)
    const now = Date.now() as Instant
    const outcome = mergeForeign(ours, foreign, { fileName, backupName, now, progress: job, isOurs })
    work.noteChanged(outcome.changedTables)
    if (planned.writes.length > 0) work.write('merge.choices', (tx) => writeChoices(tx, planned.writes))
    const clashes = [...newClashes(before, read(ours, findAll))]
    const result = resultOf(plan, planned, {
      id: outcome.mergeId,
      changes: outcome.operations,
      clashes: clashes.map(([rule, found]) => ({ rule, count: found.length })),
    })
    if (outcome.mergeId !== null) sealMerge(ours, outcome.mergeId, JSON.stringify(result))
    if (outcome.isPurgeDue) purgeIfDue(ours)
    return result
  } finally {
    foreign.close()
  }
}

function resultOf(
  { fileName, backupName }: MergePlan & { backupName: string },
  { kinds, conflicts, chosen }: PlannedMerge,
  done: Pick<MergeResult, 'id' | 'changes' | 'clashes'>,
): MergeResult {
  return { ...done, fileName, kinds, conflicts, chosen, backupName }
}
