// The door to exporting lists. A query: it reads in a reader, beside all other work, and reports as a job.
import { procedure, router } from '#main/api/trpc.ts'
import { runExport } from '#main/services/exports/run-export.ts'
import { runAsyncJob } from '#main/services/jobs/job.ts'
import { exportInput } from '#shared/schemas/exports.ts'

export const exportsRouter = router({
  run: procedure.input(exportInput).query(({ ctx, input }) => {
    const job = ctx.job(input.jobId, 'exports.run')
    return runAsyncJob(job, () => runExport({ read: ctx.read, files: ctx.files, job }, input))
  }),
})
