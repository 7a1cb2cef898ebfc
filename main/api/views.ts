// The door to saved views.
import { procedure, router } from '#main/api/trpc.ts'
import { addView, changeView, removeView, setDefaultView } from '#main/services/views/view-commands.ts'
import { listViews } from '#main/services/views/view-queries.ts'
import {
  addViewInput,
  changeViewInput,
  defaultViewInput,
  listViewsInput,
  removeViewInput,
} from '#shared/schemas/views.ts'

export const viewsRouter = router({
  list: procedure
    .input(listViewsInput)
    .query(({ ctx, input }) => ctx.read((db) => listViews(db, { ...input, personId: ctx.personId }))),
  add: procedure
    .input(addViewInput)
    .mutation(({ ctx, input }) => ({ id: ctx.write('views.add', (tx) => addView(tx, input)) })),
  change: procedure
    .input(changeViewInput)
    .mutation(({ ctx, input }) => ctx.write('views.change', (tx) => changeView(tx, input))),
  remove: procedure.input(removeViewInput).mutation(({ ctx, input }) => {
    const { operationId } = ctx.writeUndoable('views.remove', (tx) => removeView(tx, input.id))
    return { operationId }
  }),
  setDefault: procedure
    .input(defaultViewInput)
    .mutation(({ ctx, input }) => ctx.write('views.setDefault', (tx) => setDefaultView(tx, input))),
})
