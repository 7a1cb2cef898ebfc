// The door to the past of records.
import { z } from 'zod'
import { procedure, router } from '#main/api/trpc.ts'
import { recordHistory } from '#main/services/history/record-history.ts'
import { undoOperation } from '#main/services/history/undo-operation.ts'
import { idField } from '#shared/schemas/fields.ts'
import { historyInput } from '#shared/schemas/history.ts'

export const historyRouter = router({
  ofRecord: procedure.input(historyInput).query(({ ctx, input }) => ctx.read((db) => recordHistory(db, input))),
  /** Takes one operation of this copy back, as an operation of its own. */
  undo: procedure
    .input(z.object({ operationId: idField }))
    .mutation(({ ctx, input }) => ctx.writeUndoable('history.undo', (tx) => undoOperation(tx, input.operationId))),
})
