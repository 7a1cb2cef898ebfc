// The door to making copies and opening encrypted ones, at places that were chosen.
import { hostProcedure, router } from '#main/api/trpc.ts'
import { makeCopyInput, openCopyInput } from '#shared/schemas/copies.ts'

export const hostCopiesRouter = router({
  make: hostProcedure.input(makeCopyInput).mutation(({ ctx, input }) => ctx.host.copies.make(input)),
  open: hostProcedure.input(openCopyInput).mutation(({ ctx, input }) => ctx.host.copies.open(input)),
})
