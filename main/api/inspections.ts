// The door to inspections and to the sampling plans of ISO 2859-1.
import { z } from 'zod'
import { procedure, router } from '#main/api/trpc.ts'
import { addInspection, editInspection, removeInspection } from '#main/services/receiving/inspection-commands.ts'
import { getInspection, inspectionPlan, inspectionsOf } from '#main/services/receiving/inspection-queries.ts'
import { refuseChangedSince, revised } from '#main/services/records/record-revision.ts'
import { idField } from '#shared/schemas/fields.ts'
import { inspectionInput, inspectionPlanInput } from '#shared/schemas/inspections.ts'
import { ofOrderInput } from '#shared/schemas/receiving.ts'
import { seenField } from '#shared/schemas/records.ts'

const one = z.object({ id: idField })

export const inspectionsRouter = router({
  ofOrder: procedure.input(ofOrderInput).query(({ ctx, input }) => ctx.read((db) => inspectionsOf(db, input.orderId))),
  get: procedure
    .input(one)
    .query(({ ctx, input }) =>
      ctx.read((db) => revised(db, { kind: 'inspection', id: input.id }, getInspection(db, input.id))),
    ),
  /** Sample size, acceptance numbers and the verdict, of a form that is being filled in. */
  plan: procedure.input(inspectionPlanInput).query(({ input }) => inspectionPlan(input)),
  add: procedure
    .input(inspectionInput)
    .mutation(({ ctx, input }) => ctx.write('inspections.add', (tx) => addInspection(tx, input))),
  edit: procedure.input(one.extend({ seen: seenField, inspection: inspectionInput })).mutation(({ ctx, input }) =>
    ctx.write('inspections.edit', (tx) => {
      refuseChangedSince(tx, { kind: 'inspection', id: input.id }, input.seen)
      return editInspection(tx, input.id, input.inspection)
    }),
  ),
  remove: procedure
    .input(one)
    .mutation(({ ctx, input }) => ctx.writeUndoable('inspections.remove', (tx) => removeInspection(tx, input.id))),
})
