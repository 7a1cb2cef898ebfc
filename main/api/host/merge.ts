// The door to bringing another copy of the book in. A look stays valid until it is forgotten, another copy is looked at, the
// book is written to or closed; then calls on it answer `merge/look-again`.
import { hostProcedure, router } from '#main/api/trpc.ts'
import {
  mergeApplyInput,
  mergeClashesInput,
  mergeConflictsInput,
  mergeForgetInput,
  mergeLookInput,
  mergeRecordsInput,
  mergeUndoInput,
} from '#shared/schemas/merge.ts'

export const mergeRouter = router({
  look: hostProcedure.input(mergeLookInput).mutation(({ ctx, input }) => ctx.host.merge.look(input)),
  records: hostProcedure.input(mergeRecordsInput).query(({ ctx, input }) => ctx.host.merge.records(input)),
  conflicts: hostProcedure.input(mergeConflictsInput).query(({ ctx, input }) => ctx.host.merge.conflicts(input)),
  clashes: hostProcedure.input(mergeClashesInput).query(({ ctx, input }) => ctx.host.merge.clashes(input)),
  run: hostProcedure.input(mergeApplyInput).mutation(({ ctx, input }) => ctx.host.merge.apply(input)),
  forget: hostProcedure.input(mergeForgetInput).mutation(({ ctx, input }) => ctx.host.merge.forget(input.look)),
  past: hostProcedure.query(({ ctx }) => ctx.host.merge.past()),
  undo: hostProcedure.input(mergeUndoInput).mutation(({ ctx, input }) => ctx.host.merge.undo(input.id)),
})
