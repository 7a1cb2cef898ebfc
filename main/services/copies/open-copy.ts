// Opens an encrypted copy: the book in it is written where someone wants it, and only once it has shown that it is one.
import { statSync } from 'node:fs'
import { basename } from 'node:path'
import { applicationId, openReader } from '#main/db/database.ts'
import { putInPlace, type Target } from '#main/db/put-in-place.ts'
import { decryptFile } from '#main/services/copies/age-file.ts'
import type { JobHandle } from '#main/services/jobs/job.ts'
import { AppError } from '#shared/errors.ts'

export type EncryptedCopy = { file: string; passphrase: string; target: Target; job: JobHandle }

/** Refuses as `decryptFile` and `makeCopy` do; `copies/not-a-book` where something else was encrypted. */
export async function openCopy({ file, passphrase, target, job }: EncryptedCopy) {
  let companyName = ''
  await putInPlace(target, async (half) => {
    await decryptFile(file, half, { passphrase, job })
    companyName = companyIn(half, basename(file))
  })
  return { size: statSync(target.path).size, companyName }
}

function companyIn(file: string, name: string): string {
  try {
    const copy = openReader(file)
    try {
      if (copy.pragma('application_id', { simple: true }) !== applicationId)
        throw new AppError('copies/not-a-book', { name })
      const book = copy.prepare('SELECT company_name AS name FROM books WHERE id = 1').get() as
        | { name: string }
        | undefined
      return book?.name ?? ''
    } finally {
      copy.close()
    }
  } catch (error) {
    if (error instanceof AppError) throw error
    throw new AppError('copies/not-a-book', { name })
  }
}
