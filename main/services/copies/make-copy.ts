// Makes a copy of the open book that may leave the house. The book itself is only read: a private copy of it is stripped of
// what must not go along, written anew as one file without free pages, looked through, and only then put in its place.
import { join } from 'node:path'
import { backUp } from '#main/db/backup.ts'
import { startLogAnew } from '#main/db/baseline-log.ts'
import { type BookHandle, connectionOf } from '#main/db/book-handle.ts'
import { changeOutsideLog, withCopy } from '#main/db/outside-log.ts'
import { removeOwnThings } from '#main/db/own-things.ts'
import { inPrivateFolder } from '#main/db/private-folder.ts'
import { putInPlace, type Target } from '#main/db/put-in-place.ts'
import { read } from '#main/db/statements.ts'
import { decryptFile, encryptFile } from '#main/services/copies/age-file.ts'
import { checkCopy, sameBytes, writeAnew } from '#main/services/copies/check-copy.ts'
import { countLeftOut, leaveOutContents } from '#main/services/copies/leave-out-contents.ts'
import { type RedactedBook, redactBook } from '#main/services/copies/redact-book.ts'
import { proveRedaction } from '#main/services/copies/redaction-proof.ts'
import { settleCosts } from '#main/services/costing/settle-costs.ts'
import type { JobHandle } from '#main/services/jobs/job.ts'
import type { Instant } from '#shared/dates.ts'
import type { MadeCopy, MakeCopyInput } from '#shared/schemas/copies.ts'

export type CopyWish = Pick<MakeCopyInput, 'withAttachments' | 'passphrase' | 'redact' | 'language'> & {
  target: Target
  now: Instant
  job: JobHandle
  /** Of scrypt; tests take less. */
  workFactor?: number
}

export type CopyDone = Pick<MadeCopy, 'leftOut' | 'redact' | 'isEncrypted' | 'proof'>

/** Writes the copy. `copies/exists`, `copies/no-room`, `copies/cannot-write`, `copies/not-proved`; nothing is left then. */
export function makeCopy(handle: BookHandle, wish: CopyWish): Promise<CopyDone> {
  return inPrivateFolder(async (folder) => {
    let done: CopyDone | undefined
    await putInPlace(wish.target, async (half) => {
      done = await write(handle, wish, { folder, half })
    })
    if (!done) throw new Error('The copy was not made')
    return done
  })
}

type Rooms = { folder: string; half: string }

async function write(handle: BookHandle, wish: CopyWish, { folder, half }: Rooms): Promise<CopyDone> {
  const { job, passphrase, redact } = wish
  const work = join(folder, 'work.quay')
  await backUp(connectionOf(handle), work, {
    progress: (done, total) => job.progress('copying', done, total),
    stopIfCancelled: () => job.stopIfCancelled(),
  })
  step(job, 'preparing')
  const { leftOut, redacted } = withCopy(work, (connection) => {
    let redacted: RedactedBook | null = null
    changeOutsideLog(connection, wish.now, (tx) => {
      removeOwnThings(tx)
      if (redact.length > 0) {
        redacted = redactBook(tx, wish)
        startLogAnew(connection, { name: 'copies.redact', now: wish.now })
        // By what is left of costs, and by the clock of the log that begins now.
        settleCosts(tx, { products: 'all' })
      } else if (!wish.withAttachments) leaveOutContents(tx)
    })
    return { leftOut: read(connection, countLeftOut), redacted: redacted as RedactedBook | null }
  })
  step(job, 'writing')
  const plain = passphrase === null ? half : join(folder, 'plain.quay')
  writeAnew(work, plain)
  step(job, 'checking')
  const proof = redacted ? proveRedaction(plain, redacted, job) : checkCopy(plain, work)
  job.stopIfCancelled()
  if (passphrase !== null) await encryptChecked({ plain, half, folder }, wish)
  return { leftOut, redact, isEncrypted: passphrase !== null, proof }
}

function step(job: JobHandle, phase: string): void {
  job.stopIfCancelled()
  job.progress(phase, 0, null)
}

/** Encrypts, and opens what was written once: a backup that does not open is found when it is too late. */
async function encryptChecked(
  { plain, half, folder }: Rooms & { plain: string },
  { passphrase, job, workFactor }: CopyWish,
): Promise<void> {
  if (passphrase === null) return
  await encryptFile(plain, half, { passphrase, job, ...(workFactor === undefined ? {} : { workFactor }) })
  const back = join(folder, 'back.quay')
  await decryptFile(half, back, { passphrase, job })
  await sameBytes(plain, back)
}
