// The door to clashes: what copies made together that someone may want to mend.
import { procedure, router } from '#main/api/trpc.ts'
import { leaveClashes, mendClashes, unleaveClashes } from '#main/services/clashes/clash-commands.ts'
import { clashCounts, listClashes } from '#main/services/clashes/clash-queries.ts'
import { clashListInput, leaveClashesInput, mendClashesInput, unleaveClashesInput } from '#shared/schemas/clashes.ts'

export const clashesRouter = router({
  counts: procedure.query(({ ctx }) => ctx.read(clashCounts)),
  list: procedure.input(clashListInput).query(({ ctx, input }) => ctx.read((db) => listClashes(db, input))),
  /** What `mend` would do, with exact numbers; nothing is written. */
  preview: procedure.input(mendClashesInput).mutation(({ ctx, input }) => ctx.rehearse((tx) => mendClashes(tx, input))),
  mend: procedure
    .input(mendClashesInput)
    .mutation(({ ctx, input }) => ctx.writeUndoable('clashes.mend', (tx) => mendClashes(tx, input))),
  leave: procedure
    .input(leaveClashesInput)
    .mutation(({ ctx, input }) => ctx.writeUndoable('clashes.leave', (tx) => leaveClashes(tx, input))),
  unleave: procedure
    .input(unleaveClashesInput)
    .mutation(({ ctx, input }) => ctx.writeUndoable('clashes.unleave', (tx) => unleaveClashes(tx, input))),
})
