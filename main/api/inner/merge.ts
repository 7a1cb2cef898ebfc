// Another copy by its path: looked at on the clerk, brought in on the writer. The host alone asks.
import { z } from 'zod'
import { type Context, procedure, router } from '#main/api/trpc.ts'
import { type BookHandle, connectionOf } from '#main/db/book-handle.ts'
import { asClashes } from '#main/services/clashes/clash-queries.ts'
import { runAsyncJob } from '#main/services/jobs/job.ts'
import { applyMerge } from '#main/services/merge/apply-merge.ts'
import { conflictPage } from '#main/services/merge/conflict-pages.ts'
import { booksOf, forgetLook, type Look, type LookBooks, lookOf } from '#main/services/merge/look.ts'
import { makeLook } from '#main/services/merge/make-look.ts'
import { recordPage } from '#main/services/merge/merged-records.ts'
import { pastMerges } from '#main/services/merge/past-merges.ts'
import { planMerge } from '#main/services/merge/plan-merge.ts'
import { AppError } from '#shared/errors.ts'
import {
  mergeChoices,
  mergeClashesInput,
  mergeConflictsInput,
  mergeForgetInput,
  mergeRecordsInput,
} from '#shared/schemas/merge.ts'

const path = z.string().min(1)

export const innerMerge = router({
  look: procedure
    .input(z.object({ file: path, fileName: z.string(), passphrase: z.string().optional(), jobId: z.string() }))
    .query(({ ctx, input: { jobId, ...at } }) => {
      const job = ctx.job(jobId, 'merge.look')
      return runAsyncJob(job, () => makeLook(opened(ctx), at, job))
    }),
  records: procedure
    .input(mergeRecordsInput)
    .query(({ ctx, input }) => looking(ctx, input.look, (books, look) => recordPage(books, look.conflicts, input))),
  conflicts: procedure
    .input(mergeConflictsInput)
    .query(({ ctx, input }) => looking(ctx, input.look, (books, look) => conflictPage(books, look.conflicts, input))),
  clashes: procedure.input(mergeClashesInput).query(({ ctx, input: { look: id, rule, offset, limit } }) =>
    looking(ctx, id, ({ together }, look) => {
      const found = look.clashes.get(rule) ?? []
      const clashes = found.slice(offset, offset + limit)
      return { rows: asClashes(together, rule, { clashes, marks: new Map() }), total: found.length }
    }),
  ),
  plan: procedure
    .input(mergeForgetInput.extend({ choices: mergeChoices }))
    .query(({ ctx, input }) => planMerge(opened(ctx), input)),
  forget: procedure.input(z.object({ look: z.string().nullable() })).query(({ ctx }) => {
    forgetLook(connectionOf(opened(ctx)))
  }),
  past: procedure.query(({ ctx }) => pastMerges(opened(ctx))),
  run: procedure
    .input(z.object({ file: path, fileName: z.string(), planFile: path, backupName: z.string(), jobId: z.string() }))
    .mutation(({ ctx, input: { jobId, ...plan } }) => {
      const job = ctx.job(jobId, 'merge.run')
      const work = {
        handle: opened(ctx),
        isSigned: ctx.personId !== null,
        write: ctx.write,
        noteChanged: ctx.noteChanged,
        job,
      }
      return runAsyncJob(job, () => applyMerge(work, plan))
    }),
})

function looking<Result>(ctx: Context, id: string, work: (books: LookBooks, look: Look) => Result): Result {
  const ours = connectionOf(opened(ctx))
  const look = lookOf(ours, id)
  return ctx.read(() => work(booksOf(ours, look), look))
}

function opened({ handle }: Context): BookHandle {
  if (!handle) throw new AppError('book/closed')
  return handle
}
