// The door to what holds for every list of records.
import { z } from 'zod'
import { procedure, router } from '#main/api/trpc.ts'
import { runJob } from '#main/services/jobs/job.ts'
import { changeInBulk, planBulk } from '#main/services/lists/bulk-change.ts'
import { editableColumns } from '#main/services/lists/cell-lists.ts'
import { listIds } from '#main/services/lists/list-specs.ts'
import { pasteCells, planPaste } from '#main/services/lists/paste-cells.ts'
import { planCells, setCells } from '#main/services/lists/set-cells.ts'
import { bulkInput, pasteInput, setCellsInput } from '#shared/schemas/cells.ts'
import { listIdsInput, recordLists } from '#shared/schemas/lists.ts'

export const listsRouter = router({
  /** All that match at once: reading them page by page costs seconds where a list is long. */
  ids: procedure.input(listIdsInput).query(({ ctx, input }) => ctx.read((db) => listIds(db, input))),
  editableColumns: procedure
    .input(z.object({ list: z.enum(recordLists) }))
    .query(({ input }) => editableColumns(input.list)),
  setCells: procedure.input(setCellsInput).mutation(({ ctx, input }) => {
    if (input.dryRun) return { ...ctx.read((db) => planCells(db, input)), operationId: null }
    const { result, operationId } = ctx.writeUndoable('lists.setCells', (tx) => setCells(tx, input))
    return { ...result, operationId }
  }),
  planBulk: procedure.input(bulkInput).query(({ ctx, input }) => {
    const job = ctx.job(input.jobId, 'lists.planBulk')
    return runJob(job, () => ctx.read((db) => planBulk(db, input, job)))
  }),
  changeInBulk: procedure.input(bulkInput).mutation(({ ctx, input }) => {
    const job = ctx.job(input.jobId, 'lists.changeInBulk')
    const work = () => ctx.writeUndoable('lists.changeInBulk', (tx) => changeInBulk(tx, input, job))
    const { result, operationId } = runJob(job, work)
    return { ...result, operationId }
  }),
  planPaste: procedure.input(pasteInput).query(({ ctx, input }) => ({
    ...ctx.read((db) => planPaste(db, input)),
    operationId: null,
  })),
  paste: procedure.input(pasteInput).mutation(({ ctx, input }) => {
    const { result, operationId } = ctx.writeUndoable('lists.paste', (tx) => pasteCells(tx, input))
    return { ...result, operationId }
  }),
})
