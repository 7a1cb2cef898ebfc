// Makes a backup of the open book at a path that the host chose.
import { statSync } from 'node:fs'
import { backUp, fingerprintOf } from '#main/db/backup.ts'
import { openBackup } from '#main/db/backup-file.ts'
import { type BookHandle, connectionOf } from '#main/db/book-handle.ts'
import { type JobHandle, runAsyncJob } from '#main/services/jobs/job.ts'
import { lateJob } from '#main/services/jobs/late-job.ts'

export type MadeBackup = { fingerprint: string; size: number }

/** As a job that says how far it is and can be stopped; a backup that was not finished leaves nothing behind. */
export function makeBackup(
  handle: BookHandle,
  target: string,
  work: JobHandle | (() => JobHandle),
): Promise<MadeBackup> {
  const job = typeof work === 'function' ? lateJob(work) : work
  return runAsyncJob(job, async () => {
    const connection = connectionOf(handle)
    await backUp(connection, target, {
      progress: (done, total) => job.progress('copy', done, total),
      stopIfCancelled: () => job.stopIfCancelled(),
    })
    return { fingerprint: fingerprintOf(connection), size: statSync(target).size }
  })
}

/** What the open book holds now, as one text to hold against that of a backup. */
export function bookFingerprint(handle: BookHandle): string {
  return fingerprintOf(connectionOf(handle))
}

/** A backup once more, elsewhere: checked as any other. */
export async function copyBackup(file: string, target: string): Promise<void> {
  const backup = openBackup(file)
  try {
    await backUp(backup, target)
  } finally {
    backup.close()
  }
}
