// The door to forecasts of the whole book.
import { hostProcedure, router } from '#main/api/trpc.ts'
import { workForecastsInput } from '#shared/schemas/forecasts.ts'

export const hostForecastsRouter = router({
  work: hostProcedure.input(workForecastsInput).mutation(({ ctx, input }) => ctx.host.forecasts.work(input)),
})
