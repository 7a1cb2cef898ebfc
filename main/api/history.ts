// The door to the past: of records, of the whole book, and back out of what was done.
import { z } from 'zod'
import { procedure, router } from '#main/api/trpc.ts'
import { bookHistory, historyChoices } from '#main/services/history/book-history.ts'
import { operationDetail } from '#main/services/history/operation-detail.ts'
import { recordHistory } from '#main/services/history/record-history.ts'
import { nextRedo, nextUndo, redoName, undoName } from '#main/services/history/undo-next.ts'
import { undoOperation, undoRefusal } from '#main/services/history/undo-operation.ts'
import { undoneRecord } from '#main/services/history/undone-record.ts'
import { idField } from '#shared/schemas/fields.ts'
import { bookHistoryInput, historyInput, operationInput } from '#shared/schemas/history.ts'

const operation = z.object({ operationId: idField })

export const historyRouter = router({
  ofRecord: procedure.input(historyInput).query(({ ctx, input }) => ctx.read((db) => recordHistory(db, input))),
  ofBook: procedure.input(bookHistoryInput).query(({ ctx, input }) => ctx.read((db) => bookHistory(db, input))),
  operation: procedure.input(operationInput).query(({ ctx, input }) => ctx.read((db) => operationDetail(db, input))),
  /** Why one operation could not be taken back now; null where nothing stands in the way. */
  undoRefusal: procedure
    .input(operation)
    .query(({ ctx, input }) => ctx.read((db) => undoRefusal(db, input.operationId))),
  choices: procedure.query(({ ctx }) => ctx.read(historyChoices)),
  /** What undo and redo would do now, for whoever works here. */
  next: procedure
    .input(z.object({ direction: z.enum(['undo', 'redo']) }))
    .query(({ ctx, input }) =>
      ctx.read((db) => (input.direction === 'undo' ? nextUndo(db, ctx.personId) : nextRedo(db, ctx.personId))),
    ),
  /** Takes one operation of this copy back, as an operation of its own; an undoing taken back is redo. */
  undo: procedure.input(operation).mutation(({ ctx, input }) => {
    const isUndoing = ctx.read((db) =>
      db.get('SELECT 1 FROM operations WHERE id = ? AND name = ?', input.operationId, undoName),
    )
    const { result, operationId } = ctx.writeUndoable(isUndoing ? redoName : undoName, (tx) =>
      undoOperation(tx, input.operationId),
    )
    return { operationId, result, record: ctx.read((db) => undoneRecord(db, result.operationId)) }
  }),
})
