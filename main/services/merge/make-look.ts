// Looks at another copy of the book: opens it, merges it into a copy of ours for trial, and works out what that means. Our book
// is only read.
import { join } from 'node:path'
import { type BookHandle, connectionOf } from '#main/db/book-handle.ts'
import type { Connection } from '#main/db/database.ts'
import { readingForeign } from '#main/db/merge/foreign-rows.ts'
import type { ForeignBook } from '#main/db/merge/merge-types.ts'
import { newRuns } from '#main/db/merge/new-runs.ts'
import { rehearsalCopy } from '#main/db/merge/rehearsal-copy.ts'
import { headsHash } from '#main/db/merge/undoable-merge.ts'
import { schemaVersion } from '#main/db/migrate.ts'
import { type PrivateFolder, privateFolder } from '#main/db/private-folder.ts'
import { read } from '#main/db/statements.ts'
import { findAll, foundClashes } from '#main/services/clashes/found-clashes.ts'
import { decryptFile, isAgeFile } from '#main/services/copies/age-file.ts'
import type { JobHandle } from '#main/services/jobs/job.ts'
import { newClashes } from '#main/services/merge/clashes-after.ts'
import { findConflicts } from '#main/services/merge/find-conflicts.ts'
import { booksOf, forgetLook, keepLook, type Look } from '#main/services/merge/look.ts'
import { makeLookTables } from '#main/services/merge/look-tables.ts'
import { mergeForeign, openForeign } from '#main/services/merge/merge-books.ts'
import { countedReport } from '#main/services/merge/merge-report.ts'
import type { Instant } from '#shared/dates.ts'
import { AppError } from '#shared/errors.ts'
import type { MergeReport } from '#shared/schemas/merge.ts'

export type LookAt = { file: string; fileName: string; passphrase?: string | undefined }

/** The report; the look itself stays with the book's connection until it is forgotten or another one is made. */
export async function makeLook(handle: BookHandle, at: LookAt, job: JobHandle): Promise<MergeReport> {
  const ours = connectionOf(handle)
  forgetLook(ours)
  const folder = privateFolder()
  let foreign: ForeignBook | null = null
  let together: Connection | null = null
  try {
    const isEncrypted = await isAgeFile(at.file).catch(() => false)
    foreign = await openForeign(ours, await plainFile(at, { folder, isEncrypted, job }))
    job.progress('merge.copying', 0, null)
    together = await rehearsalCopy(ours, join(folder.path, 'together.quay'))
    const heads = headsHash(together)
    // Somebody wrote between the copy and now: the next look sees it.
    if (headsHash(ours) !== heads) throw new AppError('merge/look-again')
    const look = await compared({ ours, foreign, together, folder, heads }, { ...at, isEncrypted }, job)
    keepLook(ours, look)
    return look.report
  } catch (error) {
    together?.close()
    foreign?.close()
    folder.remove()
    throw error
  }
}

type PlainParts = { folder: PrivateFolder; isEncrypted: boolean; job: JobHandle }

/** The other file as it lies there; an encrypted one is made plain where nobody else can read it. */
async function plainFile(
  { file, passphrase }: LookAt,
  { folder, isEncrypted, job }: PlainParts,
): Promise<{ file: string; isPrivate?: boolean; folder: string }> {
  if (!isEncrypted) return { file, folder: folder.path }
  if (passphrase === undefined || passphrase === '') throw new AppError('merge/needs-passphrase')
  const plain = join(folder.path, 'plain.quay')
  await decryptFile(file, plain, { passphrase, job })
  return { file: plain, isPrivate: true, folder: folder.path }
}

type Opened = Pick<Look, 'foreign' | 'together' | 'folder' | 'heads'> & { ours: Connection }

async function compared(
  { ours, foreign, together, folder, heads }: Opened,
  at: { fileName: string; isEncrypted: boolean },
  job: JobHandle,
): Promise<Look> {
  const runs = {
    ours: readingForeign('operations', () => newRuns(foreign.connection, ours)),
    theirs: newRuns(ours, foreign.connection),
  }
  const now = Date.now() as Instant
  mergeForeign(together, foreign, { fileName: at.fileName, now, progress: job })
  job.stopIfCancelled()
  job.progress('merge.comparing', 0, null)
  makeLookTables(together, runs)
  const books = booksOf(ours, { foreign, together })
  const conflicts = findConflicts(books)
  job.stopIfCancelled()
  const before = read(ours, foundClashes)
  const clashes = newClashes(before, read(together, findAll))
  const report: MergeReport = {
    look: heads.slice(0, 16) + now.toString(36),
    fileName: at.fileName,
    isEncrypted: at.isEncrypted,
    isOlder: foreign.fromSchema < schemaVersion(ours),
    ...countedReport(books.together, conflicts),
    clashes: [...clashes].map(([rule, found]) => ({ rule, count: found.length })),
  }
  return { report, heads, foreign, together, folder, conflicts, clashes }
}
