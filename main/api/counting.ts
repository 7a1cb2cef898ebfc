// The door to counting: sheets, what was counted, what differs, what is due.
import { z } from 'zod'
import { procedure, router } from '#main/api/trpc.ts'
import { cancelCount, createCount, editCount, setCountsArchived } from '#main/services/counting/count-commands.ts'
import { countLines } from '#main/services/counting/count-lines.ts'
import { listCounts } from '#main/services/counting/count-list.ts'
import { getCount } from '#main/services/counting/count-queries.ts'
import { countReview } from '#main/services/counting/count-review.ts'
import { dueCounts } from '#main/services/counting/due-counts.ts'
import { enterCount, recount, removeCountLine, zeroRest } from '#main/services/counting/enter-counts.ts'
import { postCount, postDifferencesOf } from '#main/services/counting/post-count.ts'
import { countFound, countMore, scanCode } from '#main/services/counting/scan-code.ts'
import { targetIds } from '#main/services/lists/target-ids.ts'
import { previewOf } from '#main/services/stock/preview-posting.ts'
import {
  addCountInput,
  addCountLineInput,
  countLinesInput,
  createCountInput,
  dueCountsInput,
  editCountInput,
  enterCountInput,
  postCountInput,
  recountInput,
  scanInput,
} from '#shared/schemas/counting.ts'
import { idField } from '#shared/schemas/fields.ts'
import { listInput } from '#shared/schemas/paging.ts'
import { recordTarget } from '#shared/schemas/record-target.ts'

const one = z.object({ id: idField })

export const countingRouter = router({
  list: procedure.input(listInput).query(({ ctx, input }) => ctx.read((db) => listCounts(db, input))),
  get: procedure.input(one).query(({ ctx, input }) => ctx.read((db) => getCount(db, input.id))),
  lines: procedure.input(countLinesInput).query(({ ctx, input }) => ctx.read((db) => countLines(db, input))),
  /** What posting would write, with what it is worth. */
  review: procedure.input(one).query(({ ctx, input }) => ctx.read((db) => countReview(db, input.id))),
  /** What posting would change of what was already told; writes nothing. */
  preview: procedure
    .input(one)
    .mutation(({ ctx, input }) => ctx.rehearse((tx) => previewOf(tx, () => postDifferencesOf(tx, input.id)))),
  due: procedure.input(dueCountsInput).query(({ ctx, input }) => ctx.read((db) => dueCounts(db, input))),
  create: procedure
    .input(createCountInput)
    .mutation(({ ctx, input }) => ctx.writeUndoable('counting.create', (tx) => createCount(tx, input))),
  edit: procedure
    .input(editCountInput)
    .mutation(({ ctx, input }) => ctx.write('counting.edit', (tx) => editCount(tx, input))),
  enter: procedure
    .input(enterCountInput)
    .mutation(({ ctx, input }) => ctx.write('counting.enter', (tx) => enterCount(tx, input))),
  scan: procedure
    .input(scanInput)
    .mutation(({ ctx, input }) => ctx.write('counting.scan', (tx) => scanCode(tx, input))),
  add: procedure
    .input(addCountInput)
    .mutation(({ ctx, input }) => ctx.write('counting.enter', (tx) => countMore(tx, input))),
  addLine: procedure
    .input(addCountLineInput)
    .mutation(({ ctx, input }) => ctx.write('counting.addLine', (tx) => countFound(tx, input))),
  removeLine: procedure
    .input(z.object({ lineId: idField }))
    .mutation(({ ctx, input }) => ctx.writeUndoable('counting.removeLine', (tx) => removeCountLine(tx, input.lineId))),
  recount: procedure
    .input(recountInput)
    .mutation(({ ctx, input }) => ctx.writeUndoable('counting.recount', (tx) => recount(tx, input))),
  zeroRest: procedure
    .input(one)
    .mutation(({ ctx, input }) => ctx.writeUndoable('counting.zeroRest', (tx) => zeroRest(tx, input.id))),
  post: procedure
    .input(postCountInput)
    .mutation(({ ctx, input }) => ctx.writeUndoable('counting.post', (tx) => postCount(tx, input))),
  cancel: procedure
    .input(one)
    .mutation(({ ctx, input }) => ctx.writeUndoable('counting.cancel', (tx) => cancelCount(tx, input.id))),
  archive: procedure
    .input(recordTarget)
    .mutation(({ ctx, input }) =>
      ctx.writeUndoable('counting.archive', (tx) => setCountsArchived(tx, targetIds(tx, input), true)),
    ),
  unarchive: procedure
    .input(recordTarget)
    .mutation(({ ctx, input }) =>
      ctx.writeUndoable('counting.unarchive', (tx) => setCountsArchived(tx, targetIds(tx, input), false)),
    ),
})
