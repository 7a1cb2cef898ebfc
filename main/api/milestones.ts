// The door to how the making of purchase orders goes on.
import { z } from 'zod'
import { procedure, router } from '#main/api/trpc.ts'
import {
  addMilestone,
  editMilestone,
  planMilestones,
  reachMilestone,
  removeMilestone,
} from '#main/services/receiving/milestone-commands.ts'
import { milestonesOf } from '#main/services/receiving/milestone-queries.ts'
import { dayField, idField } from '#shared/schemas/fields.ts'
import { milestoneInput } from '#shared/schemas/milestones.ts'
import { ofOrderInput } from '#shared/schemas/receiving.ts'

const one = z.object({ id: idField })

export const milestonesRouter = router({
  ofOrder: procedure.input(ofOrderInput).query(({ ctx, input }) => ctx.read((db) => milestonesOf(db, input.orderId))),
  /** The usual steps of an order; days for those that have none yet. */
  plan: procedure
    .input(ofOrderInput)
    .mutation(({ ctx, input }) => ctx.writeUndoable('milestones.plan', (tx) => planMilestones(tx, input.orderId))),
  add: procedure
    .input(milestoneInput)
    .mutation(({ ctx, input }) => ctx.write('milestones.add', (tx) => addMilestone(tx, input))),
  edit: procedure
    .input(one.extend({ milestone: milestoneInput }))
    .mutation(({ ctx, input }) => ctx.write('milestones.edit', (tx) => editMilestone(tx, input.id, input.milestone))),
  /** Reached on a day; null takes that back. */
  reach: procedure
    .input(one.extend({ on: dayField.nullable() }))
    .mutation(({ ctx, input }) =>
      ctx.writeUndoable('milestones.reach', (tx) => reachMilestone(tx, input.id, input.on)),
    ),
  remove: procedure
    .input(one)
    .mutation(({ ctx, input }) => ctx.writeUndoable('milestones.remove', (tx) => removeMilestone(tx, input.id))),
})
