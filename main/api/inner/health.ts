// The health of the open book on the clerk, and the rescue of a closed one on a porter.
import { z } from 'zod'
import { procedure, router } from '#main/api/trpc.ts'
import { bookRoom } from '#main/services/health/book-room.ts'
import { checkHealth } from '#main/services/health/check-health.ts'
import { rescueBook } from '#main/services/rescue/rescue-book.ts'
import type { Instant } from '#shared/dates.ts'
import { AppError } from '#shared/errors.ts'

const path = z.string().min(1)

export const innerHealth = router({
  check: procedure
    .input(z.object({ jobId: z.string() }))
    .query(({ ctx, input }) => ctx.read((db) => checkHealth(db, ctx.job(input.jobId, 'health.check')))),
  room: procedure.query(({ ctx }) => {
    if (!ctx.handle) throw new AppError('book/closed')
    return bookRoom(ctx.handle)
  }),
  rescue: procedure
    .input(z.object({ jobId: z.string(), file: path, target: path, baseCurrency: z.string().optional() }))
    .mutation(({ ctx, input: { jobId, ...input } }) =>
      rescueBook(input, Date.now() as Instant, ctx.job(jobId, 'health.rescue')),
    ),
})
