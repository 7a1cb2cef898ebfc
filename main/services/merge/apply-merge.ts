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
import { type MergeReportNote, noteWritten, unwrittenNote } from '#main/services/merge/unwritten-choices.ts'
import type { Instant } from '#shared/dates.ts'
import { AppError, type Failure } from '#shared/errors.ts'
import type { Id } from '#shared/ids.ts'
import type { MergePlan, MergeResult } from '#shared/schemas/merge.ts'

const notYet = { clashes: [], choicesFailure: null, chosen: 0 }

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
    const unwritten = unwrittenNote(planned.writes)
    // Noted with the merge itself: a program that ends between the two leaves word of what was not written.
    const report = JSON.stringify({ ...resultOf(plan, planned, { ...notYet, id: null, changes: 0 }), unwritten })
    const outcome = mergeForeign(ours, foreign, { fileName, backupName, now, progress: job, isOurs, report })
    work.noteChanged(outcome.changedTables)
    const came = { id: outcome.mergeId, changes: outcome.operations }
    const choicesFailure = writtenOrWhy(work, planned, outcome.mergeId)
    const clashes = [...newClashes(before, read(ours, findAll))].map(([rule, { length: count }]) => ({ rule, count }))
    const chosen = choicesFailure ? 0 : planned.chosen
    const result = resultOf(plan, planned, { ...came, clashes, choicesFailure, chosen })
    if (result.id !== null) {
      const note: MergeReportNote = { ...result, ...(choicesFailure && { unwritten }) }
      sealMerge(ours, result.id, JSON.stringify(note))
    }
    if (outcome.isPurgeDue) purgeIfDue(ours)
    return result
  } finally {
    foreign.close()
  }
}

/** The copy is in by now: choices that cannot be written are told with what came of it, not as a merge that failed. */
function writtenOrWhy(work: MergeWork, { writes, chosen }: PlannedMerge, mergeId: Id | null): Failure | null {
  if (writes.length === 0) return null
  try {
    work.write('merge.choices', (tx) => {
      writeChoices(tx, writes)
      noteWritten(tx, mergeId, chosen)
    })
    return null
  } catch (error) {
    if (error instanceof AppError) return { code: error.code, details: error.details }
    const reason = error instanceof Error ? ('code' in error ? String(error.code) : error.name) : ''
    return { code: 'merge/choices-failed', details: { reason } }
  }
}

function resultOf(
  { fileName, backupName }: MergePlan & { backupName: string },
  { kinds, conflicts }: PlannedMerge,
  done: Pick<MergeResult, 'id' | 'changes' | 'clashes' | 'choicesFailure' | 'chosen'>,
): MergeResult {
  return { ...done, fileName, kinds, conflicts, backupName }
}
