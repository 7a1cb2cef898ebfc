// Backups by path, on the clerk: made, listed, held against the book. The host alone asks.
import { z } from 'zod'
import { type Context, procedure, router } from '#main/api/trpc.ts'
import type { BookHandle } from '#main/db/book-handle.ts'
import { erasedRowsOf } from '#main/db/erase.ts'
import { restoreInto } from '#main/db/restore.ts'
import { compareBackup } from '#main/services/backups/compare-backup.ts'
import { eraseAgain } from '#main/services/backups/erase-again.ts'
import { backupAt, listBackups } from '#main/services/backups/list-backups.ts'
import { bookFingerprint, copyBackup, makeBackup } from '#main/services/backups/make-backup.ts'
import { lastUpgrade } from '#main/services/backups/upgrade-facts.ts'
import { AppError } from '#shared/errors.ts'

const path = z.string().min(1)

export const innerBackups = router({
  make: procedure
    .input(z.object({ target: path, jobId: z.string(), kind: z.string() }))
    .query(({ ctx, input }) => makeBackup(opened(ctx), input.target, () => ctx.job(input.jobId, input.kind))),
  fingerprint: procedure.query(({ ctx }) => bookFingerprint(opened(ctx))),
  list: procedure
    .input(z.object({ folders: z.array(path), uid: z.string(), own: z.string() }))
    .query(({ input }) => listBackups(input.folders, input.uid, input.own)),
  at: procedure.input(z.object({ file: path })).query(({ input }) => backupAt(input.file)),
  copy: procedure
    .input(z.object({ file: path, target: path }))
    .query(({ input }) => copyBackup(input.file, input.target)),
  compare: procedure.input(z.object({ file: path })).query(({ ctx, input }) => compareBackup(ctx.handle, input.file)),
  erased: procedure.query(({ ctx }) => ctx.read(erasedRowsOf)),
  eraseAgain: procedure
    .input(z.array(z.object({ table: z.string(), id: z.number().int() })))
    .mutation(({ ctx, input }) => ctx.write('backups.eraseAgain', (tx) => eraseAgain(tx, input))),
  upgrade: procedure.query(({ ctx }) => ctx.read(lastUpgrade)),
  /** For a thread without a book: the book at `file` must be open nowhere here. */
  put: procedure
    .input(z.object({ file: path, backup: path, keepDamaged: z.string() }))
    .mutation(({ input: { file, backup, keepDamaged } }) => restoreInto(file, backup, keepDamaged)),
})

function opened({ handle }: Context): BookHandle {
  if (!handle) throw new AppError('book/closed')
  return handle
}
