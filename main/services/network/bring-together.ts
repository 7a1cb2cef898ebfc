// The working copy of a book on a network and the book there, brought together: theirs into ours by a merge, ours put there.
import { rmSync } from 'node:fs'
import { backUp } from '#main/db/backup.ts'
import { type BookHandle, connectionOf, isWriterOf } from '#main/db/book-handle.ts'
import { newRuns } from '#main/db/merge/new-runs.ts'
import { copyOther } from '#main/db/merge/private-copy.ts'
import { type LogEnd, type Published, publishInto } from '#main/db/publish.ts'
import { purgeIfDue } from '#main/db/purge.ts'
import { read } from '#main/db/statements.ts'
import { mergeFeatures, mergeForeign, openForeign } from '#main/services/merge/merge-books.ts'
import { turnHolder } from '#main/services/network/network-turn.ts'
import type { Instant } from '#shared/dates.ts'
import { AppError } from '#shared/errors.ts'

/**
 * Copies the book from the network to `copy`, a path in a private folder, and makes that ready to be merged. False where it
 * has nothing to bring. Long work, for a thread that keeps nobody waiting.
 */
export async function fetchFrom(handle: BookHandle, { file, copy }: { file: string; copy: string }): Promise<boolean> {
  const ours = connectionOf(handle)
  await copyOther(file, { own: handle.file, copy })
  const foreign = await openForeign(ours, { file: copy, isPrivate: true })
  try {
    return newRuns(ours, foreign.connection).length > 0 || read(ours, mergeFeatures.lacksContent)
  } finally {
    foreign.close()
  }
}

/** The number of operations that came in from a copy that was fetched; the merge alone keeps other writes waiting. */
export async function takeInFrom(
  handle: BookHandle,
  { copy, fileName }: { copy: string; fileName: string },
  noteChanged: (tables: readonly string[]) => void,
): Promise<number> {
  const ours = connectionOf(handle)
  const foreign = await openForeign(ours, { file: copy, isPrivate: true })
  try {
    const now = Date.now() as Instant
    const outcome = mergeForeign(ours, foreign, { fileName, now, isOurs: () => isWriterOf(handle) })
    noteChanged(outcome.changedTables)
    if (outcome.isPurgeDue) purgeIfDue(ours)
    return outcome.operations
  } finally {
    foreign.close()
  }
}

export type PublishWish = { target: string; turnFile: string; token: string; had: readonly LogEnd[] }

/**
 * Puts the open book at `target`, as long as the turn there is still ours. What is told is of the state that was put there:
 * the book itself may have been written to meanwhile.
 */
export async function publishBook(
  handle: BookHandle,
  { target, turnFile, token, had }: PublishWish,
): Promise<Published> {
  const snapshot = `${handle.file}.snapshot`
  try {
    await backUp(connectionOf(handle), snapshot)
    const refuse = async () => {
      if ((await turnHolder(turnFile))?.token !== token) throw new AppError('network/turn-lost')
    }
    return await publishInto(target, snapshot, { had, refuse })
  } finally {
    rmSync(snapshot, { force: true })
  }
}
