// The door to what planning is told, and to demand.
import { procedure, router } from '#main/api/trpc.ts'
import { bookToday } from '#main/services/book/book-today.ts'
import { cellPolicies } from '#main/services/planning/cell-policies.ts'
import { demandSeriesOf } from '#main/services/planning/demand-series.ts'
import { allPlanningSettings, setPlanningSetting } from '#main/services/planning/planning-settings.ts'
import { demandInput, setPlanningInput } from '#shared/schemas/planning.ts'

export const planningRouter = router({
  settings: procedure.query(({ ctx }) => ctx.read((db) => allPlanningSettings(db))),
  set: procedure
    .input(setPlanningInput)
    .mutation(({ ctx, input: { key, value } }) =>
      ctx.write('planning.set', (tx) => setPlanningSetting(tx, key, value)),
    ),
  policies: procedure.query(({ ctx }) => ctx.read(cellPolicies)),
  demand: procedure
    .input(demandInput)
    .query(({ ctx, input }) =>
      ctx.read((db) => demandSeriesOf(db, { ...input, on: input.on ?? bookToday(db, db.now) })),
    ),
})
