// The door to what planning is told, to demand, forecasts and what to buy next.
import { procedure, router } from '#main/api/trpc.ts'
import { bookToday } from '#main/services/book/book-today.ts'
import { cellPolicies } from '#main/services/planning/cell-policies.ts'
import { overruleDemand, takeBackOverrule } from '#main/services/planning/demand-overrides.ts'
import { demandSeriesOf } from '#main/services/planning/demand-series.ts'
import { orderLines } from '#main/services/planning/order-lines.ts'
import { allPlanningSettings, setPlanningSetting } from '#main/services/planning/planning-settings.ts'
import { productForecast } from '#main/services/planning/product-forecast.ts'
import { replenishmentOf } from '#main/services/planning/replenishment-detail.ts'
import { replenishmentList } from '#main/services/planning/replenishment-list.ts'
import { forecastState } from '#main/services/planning/work-forecasts.ts'
import { forecastInput, forecastStateInput, overruleInput, takeBackOverruleInput } from '#shared/schemas/forecasts.ts'
import { demandInput, setPlanningInput } from '#shared/schemas/planning.ts'
import { orderLinesInput, replenishmentInput, replenishmentOfInput } from '#shared/schemas/replenishment.ts'

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
  forecast: procedure.input(forecastInput).query(({ ctx, input }) => ctx.read((db) => productForecast(db, input))),
  overrule: procedure
    .input(overruleInput)
    .mutation(({ ctx, input }) => ctx.writeUndoable('planning.overrule', (tx) => overruleDemand(tx, input))),
  takeBackOverrule: procedure
    .input(takeBackOverruleInput)
    .mutation(({ ctx, input }) => ctx.writeUndoable('planning.takeBackOverrule', (tx) => takeBackOverrule(tx, input))),
  forecastState: procedure
    .input(forecastStateInput.prefault({}))
    .query(({ ctx, input }) => ctx.read((db) => forecastState(db, input.on ?? bookToday(db, db.now)))),
  replenishment: procedure
    .input(replenishmentInput.prefault({}))
    .query(({ ctx, input }) => ctx.read((db) => replenishmentList(db, input))),
  replenishmentOf: procedure
    .input(replenishmentOfInput)
    .query(({ ctx, input }) => ctx.read((db) => replenishmentOf(db, input))),
  /** Marks lines as ordered: they become goods on order. */
  order: procedure
    .input(orderLinesInput)
    .mutation(({ ctx, input }) => ctx.writeUndoable('planning.order', (tx) => orderLines(tx, input))),
})
