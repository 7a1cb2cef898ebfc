// The door to what this copy remembers of its lists and forms.
import { z } from 'zod'
import { procedure, router } from '#main/api/trpc.ts'
import { dropDraft, getDraft, gridState, keepDraft, keepGridState } from '#main/services/windows/window-memory.ts'

const name = z.string().min(1).max(120)
const content = z.string().max(2_000_000)

export const gridRouter = router({
  state: procedure
    .input(z.object({ list: name }))
    .query(({ ctx, input }) => ctx.read((db) => gridState(db, input.list))),
  keep: procedure
    .input(z.object({ list: name, state: content }))
    .mutation(({ ctx, input }) => ctx.write('grid.keep', (tx) => keepGridState(tx, input.list, input.state))),
})

export const draftsRouter = router({
  get: procedure.input(z.object({ form: name })).query(({ ctx, input }) => ctx.read((db) => getDraft(db, input.form))),
  keep: procedure
    .input(z.object({ form: name, content }))
    .mutation(({ ctx, input }) => ctx.write('drafts.keep', (tx) => keepDraft(tx, input.form, input.content))),
  drop: procedure
    .input(z.object({ form: name }))
    .mutation(({ ctx, input }) => ctx.write('drafts.drop', (tx) => dropDraft(tx, input.form))),
})
