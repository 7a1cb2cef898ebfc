// The door to the past of records.
import { procedure, router } from '#main/api/trpc.ts'
import { recordHistory } from '#main/services/history/record-history.ts'
import { historyInput } from '#shared/schemas/history.ts'

export const historyRouter = router({
  ofRecord: procedure.input(historyInput).query(({ ctx, input }) => ctx.read((db) => recordHistory(db, input))),
})
