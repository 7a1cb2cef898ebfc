// The door to what needs attention.
import { procedure, router } from '#main/api/trpc.ts'
import { todayOf } from '#main/services/today/today-queries.ts'
import { todayInput } from '#shared/schemas/today.ts'

export const todayRouter = router({
  get: procedure.input(todayInput).query(({ ctx, input }) => ctx.read((db) => todayOf(db, input.today))),
})
