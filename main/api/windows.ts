// The door to what this copy remembers of its lists and forms.
import { z } from 'zod'
import { procedure, router } from '#main/api/trpc.ts'
import {
  draftElsewhere,
  dropDraft,
  getDraft,
  gridState,
  keepDraft,
  keepGridState,
} from '#main/services/windows/window-memory.ts'

const name = z.string().min(1).max(120)
const owner = z.object({ form: name, window: z.string().max(40).optional() })
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
  get: procedure.input(owner).query(({ ctx, input }) => ctx.read((db) => getDraft(db, input))),
  elsewhere: procedure.input(owner).query(({ ctx, input }) => ctx.read((db) => draftElsewhere(db, input))),
  keep: procedure
    .input(owner.extend({ content }))
    .mutation(({ ctx, input }) => ctx.write('drafts.keep', (tx) => keepDraft(tx, input, input.content))),
  drop: procedure.input(owner).mutation(({ ctx, input }) => ctx.write('drafts.drop', (tx) => dropDraft(tx, input))),
})
