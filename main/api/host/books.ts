// The door to books as files: those opened before, copies, and how the open one is open.
import { hostProcedure, router } from '#main/api/trpc.ts'
import { foundBookInput, pinInput, recentInput, saveCopyInput, writeHereInput } from '#shared/schemas/books.ts'

export const booksRouter = router({
  forget: hostProcedure.input(recentInput).mutation(({ ctx, input }) => ctx.host.books.forget(input.token)),
  pin: hostProcedure.input(pinInput).mutation(({ ctx, input }) => ctx.host.books.pin(input.token, input.isPinned)),
  found: hostProcedure.input(foundBookInput).mutation(({ ctx, input }) => ctx.host.books.found(input)),
  saveCopy: hostProcedure.input(saveCopyInput).mutation(({ ctx, input }) => ctx.host.books.saveCopy(input)),
  writeHere: hostProcedure.input(writeHereInput).mutation(({ ctx, input }) => ctx.host.books.writeHere(input.takeOver)),
  follow: hostProcedure.mutation(({ ctx }) => ctx.host.books.follow()),
  conflictCopies: hostProcedure.query(({ ctx }) => ctx.host.books.conflictCopies()),
  quietPlace: hostProcedure.mutation(({ ctx }) => ctx.host.books.quietPlace()),
  bringTogether: hostProcedure.mutation(({ ctx }) => ctx.host.books.bringTogether()),
})
