// The door to goods on order.
import { z } from 'zod'
import { procedure, router } from '#main/api/trpc.ts'
import {
  addExpected,
  cancelExpected,
  editExpected,
  reopenExpected,
  setExpectedArchived,
} from '#main/services/expected/expected-commands.ts'
import { getExpected, listExpected } from '#main/services/expected/expected-list.ts'
import { receiveExpected } from '#main/services/expected/receive-expected.ts'
import { targetIds } from '#main/services/lists/target-ids.ts'
import { refuseChangedSince, revised } from '#main/services/records/record-revision.ts'
import { expectedInput, receiveExpectedInput } from '#shared/schemas/expected.ts'
import { idField } from '#shared/schemas/fields.ts'
import { listInput } from '#shared/schemas/paging.ts'
import { recordTarget } from '#shared/schemas/record-target.ts'
import { seenField } from '#shared/schemas/records.ts'

const one = z.object({ id: idField })

export const expectedRouter = router({
  list: procedure.input(listInput).query(({ ctx, input }) => ctx.read((db) => listExpected(db, input))),
  get: procedure
    .input(one)
    .query(({ ctx, input }) =>
      ctx.read((db) => revised(db, { kind: 'expected', id: input.id }, getExpected(db, input.id))),
    ),
  add: procedure
    .input(expectedInput)
    .mutation(({ ctx, input }) => ({ id: ctx.write('expected.add', (tx) => addExpected(tx, input)) })),
  edit: procedure
    .input(z.object({ id: idField, seen: seenField, expected: expectedInput }))
    .mutation(({ ctx, input }) =>
      ctx.write('expected.edit', (tx) => {
        refuseChangedSince(tx, { kind: 'expected', id: input.id }, input.seen)
        return editExpected(tx, input.id, input.expected)
      }),
    ),
  receive: procedure
    .input(receiveExpectedInput)
    .mutation(({ ctx, input }) => ({ documents: ctx.write('expected.receive', (tx) => receiveExpected(tx, input)) })),
  cancel: procedure
    .input(recordTarget)
    .mutation(({ ctx, input }) =>
      ctx.writeUndoable('expected.cancel', (tx) => cancelExpected(tx, targetIds(tx, input))),
    ),
  reopen: procedure
    .input(recordTarget)
    .mutation(({ ctx, input }) =>
      ctx.writeUndoable('expected.reopen', (tx) => reopenExpected(tx, targetIds(tx, input))),
    ),
  archive: procedure
    .input(recordTarget)
    .mutation(({ ctx, input }) =>
      ctx.writeUndoable('expected.archive', (tx) => setExpectedArchived(tx, targetIds(tx, input), true)),
    ),
  unarchive: procedure
    .input(recordTarget)
    .mutation(({ ctx, input }) =>
      ctx.writeUndoable('expected.unarchive', (tx) => setExpectedArchived(tx, targetIds(tx, input), false)),
    ),
})
