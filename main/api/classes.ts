// The door to the ABC-XYZ analysis and its kept runs.
import { z } from 'zod'
import { procedure, router } from '#main/api/trpc.ts'
import { classAnalysis } from '#main/services/insights/class-analysis.ts'
import { classItemDetail } from '#main/services/insights/class-item.ts'
import { classRuns, compareRuns, keepClasses, productClasses } from '#main/services/insights/class-runs.ts'
import { filterChoices } from '#main/services/insights/filter-choices.ts'
import { classesInput, classItemInput, compareRunsInput, keepClassesInput } from '#shared/schemas/classes.ts'
import { idField } from '#shared/schemas/fields.ts'

export const classesRouter = router({
  analysis: procedure
    .input(classesInput.prefault({}))
    .query(({ ctx, input }) => ctx.read((db) => classAnalysis(db, input))),
  item: procedure.input(classItemInput).query(({ ctx, input }) => ctx.read((db) => classItemDetail(db, input))),
  keep: procedure
    .input(keepClassesInput)
    .mutation(({ ctx, input }) => ctx.write('classes.keep', (tx) => keepClasses(tx, input))),
  runs: procedure.query(({ ctx }) => ctx.read(classRuns)),
  compare: procedure.input(compareRunsInput).query(({ ctx, input }) => ctx.read((db) => compareRuns(db, input))),
  ofProduct: procedure
    .input(z.object({ productId: idField }))
    .query(({ ctx, input }) => ctx.read((db) => productClasses(db, input.productId))),
  /** What an analysis can be narrowed to. */
  filters: procedure.query(({ ctx }) => ctx.read(filterChoices)),
})
