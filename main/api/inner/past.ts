// The book as of a day, on the clerk: written to a path that the host chose. The host alone asks.
import { z } from 'zod'
import { type Context, procedure, router } from '#main/api/trpc.ts'
import type { BookHandle } from '#main/db/book-handle.ts'
import { makePastFile, pastBounds } from '#main/services/past/make-past-file.ts'
import type { Instant } from '#shared/dates.ts'
import { AppError } from '#shared/errors.ts'
import { dayField } from '#shared/schemas/fields.ts'

export const innerPast = router({
  bounds: procedure.query(({ ctx }) => pastBounds(opened(ctx), now(ctx))),
  make: procedure
    .input(z.object({ target: z.string().min(1), day: dayField, jobId: z.string() }))
    .query(({ ctx, input: { target, day, jobId } }) =>
      makePastFile(opened(ctx), { target, day, now: now(ctx) }, ctx.job(jobId, 'past.make')),
    ),
})

function opened({ handle }: Context): BookHandle {
  if (!handle) throw new AppError('book/closed')
  return handle
}

function now(ctx: Context): Instant {
  return ctx.read((db) => db.now)
}
