// The health of the open book, and the rescue of a damaged one.
import { hostProcedure, router } from '#main/api/trpc.ts'
import { healthCheckInput, rescueInput } from '#shared/schemas/health.ts'

export const healthRouter = router({
  state: hostProcedure.query(({ ctx }) => ctx.host.health.state()),
  check: hostProcedure.input(healthCheckInput).mutation(({ ctx, input }) => ctx.host.health.check(input.jobId)),
  damaged: hostProcedure.query(({ ctx }) => ctx.host.health.damaged()),
  bringBack: hostProcedure.mutation(({ ctx }) => ctx.host.health.bringBack()),
  rescue: hostProcedure.input(rescueInput).mutation(({ ctx, input }) => ctx.host.health.rescue(input)),
})
