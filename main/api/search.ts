// The door to finding any record.
import { procedure, router } from '#main/api/trpc.ts'
import { findRecords } from '#main/services/search/search-queries.ts'
import { searchInput } from '#shared/schemas/search.ts'

export const searchRouter = router({
  find: procedure.input(searchInput).query(({ ctx, input }) => ctx.read((db) => findRecords(db, input.text))),
})
