// Copies by path, on the clerk: made of the open book; or opened by a porter, which needs none. The host alone asks.
import { z } from 'zod'
import { procedure, router } from '#main/api/trpc.ts'
import { makeCopy } from '#main/services/copies/make-copy.ts'
import { openCopy } from '#main/services/copies/open-copy.ts'
import { runAsyncJob } from '#main/services/jobs/job.ts'
import { AppError } from '#shared/errors.ts'
import { makeCopyInput, openCopyInput } from '#shared/schemas/copies.ts'

const target = z.object({ path: z.string().min(1), replace: z.boolean() })

export const innerCopies = router({
  make: procedure
    .input(makeCopyInput.omit({ name: true, replace: true }).extend({ target }))
    .query(({ ctx, input }) => {
      const { handle } = ctx
      if (!handle) throw new AppError('book/closed')
      const now = ctx.read((db) => db.now)
      const job = ctx.job(input.jobId, 'copies.make')
      return runAsyncJob(job, () => makeCopy(handle, { ...input, now, job }))
    }),
  open: procedure
    .input(openCopyInput.omit({ replace: true }).extend({ target, file: z.string().min(1) }))
    .query(({ ctx, input }) => {
      const job = ctx.job(input.jobId, 'copies.open')
      return runAsyncJob(job, () => openCopy({ ...input, job }))
    }),
})
