// The door to what channels pay out.
import { z } from 'zod'
import { procedure, router } from '#main/api/trpc.ts'
import { targetIds } from '#main/services/lists/target-ids.ts'
import { revised } from '#main/services/records/record-revision.ts'
import { matchSettlements } from '#main/services/sales/keep-settlement.ts'
import {
  noteSettlement,
  postSettlement,
  removeSettlements,
  setSettlementsArchived,
  unpostSettlement,
} from '#main/services/sales/settlement-commands.ts'
import { settlementDifferences } from '#main/services/sales/settlement-differences.ts'
import { listSettlements } from '#main/services/sales/settlement-list.ts'
import { getSettlement, settlementLines } from '#main/services/sales/settlement-queries.ts'
import { idField } from '#shared/schemas/fields.ts'
import { listInput } from '#shared/schemas/paging.ts'
import { recordTarget } from '#shared/schemas/record-target.ts'
import {
  differencesInput,
  noteSettlementInput,
  postSettlementInput,
  settlementLinesInput,
  unpostSettlementInput,
} from '#shared/schemas/settlements.ts'

const one = z.object({ id: idField })

export const settlementsRouter = router({
  list: procedure.input(listInput).query(({ ctx, input }) => ctx.read((db) => listSettlements(db, input))),
  get: procedure
    .input(one)
    .query(({ ctx, input }) =>
      ctx.read((db) => revised(db, { kind: 'settlement', id: input.id }, getSettlement(db, input.id))),
    ),
  lines: procedure.input(settlementLinesInput).query(({ ctx, input }) => ctx.read((db) => settlementLines(db, input))),
  differences: procedure
    .input(differencesInput)
    .query(({ ctx, input }) => ctx.read((db) => settlementDifferences(db, input))),
  /** Looks for orders that came into the book since; says how many lines found theirs. */
  match: procedure
    .input(one)
    .mutation(({ ctx, input }) => ctx.writeUndoable('settlements.match', (tx) => matchSettlements(tx, input.id))),
  post: procedure
    .input(postSettlementInput)
    .mutation(({ ctx, input }) => ctx.writeUndoable('settlements.post', (tx) => postSettlement(tx, input))),
  unpost: procedure
    .input(unpostSettlementInput)
    .mutation(({ ctx, input }) => ctx.writeUndoable('settlements.unpost', (tx) => unpostSettlement(tx, input))),
  note: procedure
    .input(noteSettlementInput)
    .mutation(({ ctx, input }) => ctx.write('settlements.note', (tx) => noteSettlement(tx, input))),
  archive: procedure
    .input(recordTarget)
    .mutation(({ ctx, input }) =>
      ctx.writeUndoable('settlements.archive', (tx) => setSettlementsArchived(tx, targetIds(tx, input), true)),
    ),
  unarchive: procedure
    .input(recordTarget)
    .mutation(({ ctx, input }) =>
      ctx.writeUndoable('settlements.unarchive', (tx) => setSettlementsArchived(tx, targetIds(tx, input), false)),
    ),
  remove: procedure
    .input(recordTarget)
    .mutation(({ ctx, input }) =>
      ctx.writeUndoable('settlements.remove', (tx) => removeSettlements(tx, targetIds(tx, input))),
    ),
})
