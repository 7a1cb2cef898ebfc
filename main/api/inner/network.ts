// A book on a network by path: what came there is fetched on the clerk and taken into the
// working copy on the writer; the working copy is put there.
import { z } from 'zod'
import { procedure, router } from '#main/api/trpc.ts'
import { fetchFrom, publishBook, takeInFrom } from '#main/services/network/bring-together.ts'
import { AppError } from '#shared/errors.ts'

const path = z.string().min(1)

const publishWish = z.object({
  target: path,
  turnFile: path,
  token: z.string(),
  had: z.array(z.object({ replica: z.number().int(), sequence: z.number().int() })),
})

export const innerNetwork = router({
  fetch: procedure.input(z.object({ file: path, copy: path })).query(({ ctx, input }) => {
    if (!ctx.handle) throw new AppError('book/closed')
    return fetchFrom(ctx.handle, input)
  }),
  takeIn: procedure.input(z.object({ copy: path, fileName: z.string() })).mutation(({ ctx, input }) => {
    if (!ctx.handle) throw new AppError('book/closed')
    return takeInFrom(ctx.handle, input, (tables) => ctx.noteChanged(tables))
  }),
  publish: procedure.input(publishWish).query(({ ctx, input }) => {
    if (!ctx.handle) throw new AppError('book/closed')
    return publishBook(ctx.handle, input)
  }),
})
