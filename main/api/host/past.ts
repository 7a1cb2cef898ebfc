// The door to the book as of a day.
import { hostProcedure, router } from '#main/api/trpc.ts'
import { openPastInput } from '#shared/schemas/past.ts'

export const pastRouter = router({
  bounds: hostProcedure.query(({ ctx }) => ctx.host.past.bounds()),
  open: hostProcedure.input(openPastInput).mutation(({ ctx, input }) => ctx.host.past.open(input)),
  close: hostProcedure.mutation(({ ctx }) => ctx.host.past.close()),
})
