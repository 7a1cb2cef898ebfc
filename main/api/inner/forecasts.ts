// Forecasts of the whole book: worked out on the clerk, kept by the writer a piece at a time. The host alone asks.
import { z } from 'zod'
import { procedure, router } from '#main/api/trpc.ts'
import { bookToday } from '#main/services/book/book-today.ts'
import { runJob } from '#main/services/jobs/job.ts'
import { keepForecasts } from '#main/services/planning/kept-forecasts.ts'
import { workOutForecasts } from '#main/services/planning/work-forecasts.ts'
import { dayField, idField } from '#shared/schemas/fields.ts'
import { workForecastsInput } from '#shared/schemas/forecasts.ts'

const level = z.number().int().nullable()

const kept = z.object({
  productId: idField,
  madeOn: dayField,
  fingerprint: z.string(),
  reorderMilli: level,
  dailyMilli: level,
  content: z.string(),
})

export const innerForecasts = router({
  work: procedure.input(workForecastsInput).query(({ ctx, input }) => {
    const job = ctx.job(input.jobId, 'forecasts.work')
    return runJob(job, () =>
      ctx.read((db) => workOutForecasts(db, { on: input.on ?? bookToday(db, db.now), all: input.all, job })),
    )
  }),
  keep: procedure
    .input(z.object({ rows: z.array(kept).max(5000) }))
    .mutation(({ ctx, input }) => ctx.write('forecasts.keep', (tx) => keepForecasts(tx, input.rows))),
})
