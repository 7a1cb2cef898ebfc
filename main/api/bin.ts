// The door to the bin.
import { procedure, router } from '#main/api/trpc.ts'
import { binList } from '#main/services/bin/bin-list.ts'
import { restoreFromBin } from '#main/services/bin/restore.ts'
import { binInput, binRestoreInput } from '#shared/schemas/bin.ts'

export const binRouter = router({
  list: procedure.input(binInput).query(({ ctx, input }) => ctx.read((db) => binList(db, input))),
  restore: procedure
    .input(binRestoreInput)
    .mutation(({ ctx, input }) => ctx.writeUndoable('bin.restore', (tx) => restoreFromBin(tx, input))),
})
