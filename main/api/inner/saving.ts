// Copies of the open book by path, on the clerk; and which book a file holds.
import { z } from 'zod'
import { procedure, router } from '#main/api/trpc.ts'
import { bookCard } from '#main/db/book-card.ts'
import { connectionOf } from '#main/db/book-handle.ts'
import { saveCopy } from '#main/db/save-copy.ts'
import { AppError } from '#shared/errors.ts'

const path = z.string().min(1)

export const innerSaving = router({
  copy: procedure.input(z.object({ target: path })).query(({ ctx, input }) => {
    if (!ctx.handle) throw new AppError('book/closed')
    return saveCopy(connectionOf(ctx.handle), input.target)
  }),
  /** On the writer, which still has the file open that has lost its name. */
  rescue: procedure.input(z.object({ target: path })).mutation(({ ctx, input }) => {
    if (!ctx.handle) throw new AppError('book/closed')
    return saveCopy(connectionOf(ctx.handle), input.target, true)
  }),
  cards: procedure
    .input(z.object({ files: z.array(path).max(50) }))
    .query(({ input }) => input.files.map((file) => ({ file, card: bookCard(file) }))),
})
