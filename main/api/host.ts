// The door to the host: books, places on this machine, preferences. Answered in the host's own process.
import { z } from 'zod'
import { backupsRouter } from '#main/api/host/backups.ts'
import { booksRouter } from '#main/api/host/books.ts'
import { hostCopiesRouter } from '#main/api/host/copies.ts'
import { hostForecastsRouter } from '#main/api/host/forecasts.ts'
import { healthRouter } from '#main/api/host/health.ts'
import { mergeRouter } from '#main/api/host/merge.ts'
import { pastRouter } from '#main/api/host/past.ts'
import { placesRouter } from '#main/api/host/places.ts'
import { hostProcedure, router } from '#main/api/trpc.ts'
import { newBookInput, paperPdfInput, preferencesSchema } from '#shared/schemas/host.ts'

const token = z.string().min(1).max(100)

export const hostRouter = router({
  state: hostProcedure.query(({ ctx }) => ctx.host.state()),
  places: placesRouter,
  books: booksRouter,
  backups: backupsRouter,
  forecasts: hostForecastsRouter,
  health: healthRouter,
  copies: hostCopiesRouter,
  merge: mergeRouter,
  past: pastRouter,
  createBook: hostProcedure.input(newBookInput).mutation(({ ctx, input }) => ctx.host.createBook(input)),
  openSample: hostProcedure.mutation(({ ctx }) => ctx.host.openSample()),
  openBook: hostProcedure.input(z.object({ token })).mutation(({ ctx, input }) => ctx.host.openBook(input.token)),
  closeBook: hostProcedure.mutation(({ ctx }) => ctx.host.closeBook()),
  savePreferences: hostProcedure.input(preferencesSchema).mutation(({ ctx, input }) => ctx.host.savePreferences(input)),
  cancelJob: hostProcedure
    .input(z.object({ id: z.string().max(100) }))
    .mutation(({ ctx, input }) => ctx.host.cancelJob(input.id)),
  openFile: hostProcedure.input(z.object({ file: token })).mutation(({ ctx, input }) => ctx.host.openFile(input.file)),
  openOutside: hostProcedure
    .input(z.object({ url: z.string().max(2000) }))
    .mutation(({ ctx, input }) => ctx.host.openOutside(input.url)),
  paperPdf: hostProcedure.input(paperPdfInput).mutation(({ ctx, input }) => ctx.host.paperPdf(input)),
})
