// An encrypted copy for as long as some work needs it plain: in a folder that nobody else can enter, gone afterwards.
import { join } from 'node:path'
import { inPrivateFolder } from '#main/db/private-folder.ts'
import { decryptFile } from '#main/services/copies/age-file.ts'
import { type JobHandle, silentJob } from '#main/services/jobs/job.ts'

export type EncryptedFile = { file: string; passphrase: string; job?: JobHandle }

/** Runs `work` with the path of the plain book. Refuses as `decryptFile` does; slow (scrypt), so on the clerk only. */
export function withDecrypted<Result>(
  { file, passphrase, job = silentJob }: EncryptedFile,
  work: (plainFile: string) => Result | Promise<Result>,
): Promise<Result> {
  return inPrivateFolder(async (folder) => {
    const plain = join(folder, 'copy.quay')
    await decryptFile(file, plain, { passphrase, job })
    return work(plain)
  })
}
