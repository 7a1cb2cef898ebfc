// The door to batches and serial numbers.
import { z } from 'zod'
import { procedure, router } from '#main/api/trpc.ts'
import { targetIds } from '#main/services/lists/target-ids.ts'
import { refuseChangedSince, revised } from '#main/services/records/record-revision.ts'
import { editBatch, setBatchesArchived } from '#main/services/stock/batch-commands.ts'
import { getBatch, listBatches } from '#main/services/stock/batch-list.ts'
import { batchEditInput } from '#shared/schemas/batches.ts'
import { idField } from '#shared/schemas/fields.ts'
import { listInput } from '#shared/schemas/paging.ts'
import { recordTarget } from '#shared/schemas/record-target.ts'
import { seenField } from '#shared/schemas/records.ts'

export const batchesRouter = router({
  list: procedure.input(listInput).query(({ ctx, input }) => ctx.read((db) => listBatches(db, input))),
  get: procedure
    .input(z.object({ id: idField }))
    .query(({ ctx, input }) => ctx.read((db) => revised(db, { kind: 'batch', id: input.id }, getBatch(db, input.id)))),
  edit: procedure.input(batchEditInput.extend({ seen: seenField })).mutation(({ ctx, input }) =>
    ctx.write('batches.edit', (tx) => {
      refuseChangedSince(tx, { kind: 'batch', id: input.id }, input.seen)
      return editBatch(tx, input.id, input.batch)
    }),
  ),
  archive: procedure
    .input(recordTarget)
    .mutation(({ ctx, input }) =>
      ctx.writeUndoable('batches.archive', (tx) => setBatchesArchived(tx, targetIds(tx, input), true)),
    ),
  unarchive: procedure
    .input(recordTarget)
    .mutation(({ ctx, input }) =>
      ctx.writeUndoable('batches.unarchive', (tx) => setBatchesArchived(tx, targetIds(tx, input), false)),
    ),
})
