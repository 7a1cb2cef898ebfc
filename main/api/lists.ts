// The door to what holds for every list of records.
import { procedure, router } from '#main/api/trpc.ts'
import { listIds } from '#main/services/lists/list-specs.ts'
import { listIdsInput } from '#shared/schemas/lists.ts'

export const listsRouter = router({
  /** All that match at once: reading them page by page costs seconds where a list is long. */
  ids: procedure.input(listIdsInput).query(({ ctx, input }) => ctx.read((db) => listIds(db, input))),
})
