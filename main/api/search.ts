// The door to finding any record.
import { procedure, router } from '#main/api/trpc.ts'
import { alikeParties } from '#main/services/customers/alike-parties.ts'
import { marksInLabels } from '#main/services/search/label-marks.ts'
import { findRecords, recentHits } from '#main/services/search/search-queries.ts'
import { alikeInput } from '#shared/schemas/customers.ts'
import { labelsInput, recentInput, searchInput } from '#shared/schemas/search.ts'

export const searchRouter = router({
  find: procedure.input(searchInput).query(({ ctx, input }) => ctx.read((db) => findRecords(db, ctx.search, input))),
  /** Parties that look like the one in a form. */
  alike: procedure.input(alikeInput).query(({ ctx, input }) => ctx.read((db) => alikeParties(db, ctx.search, input))),
  labels: procedure.input(labelsInput).query(({ input }) => marksInLabels(input.text, input.labels)),
  recent: procedure.input(recentInput).query(({ ctx, input }) => ctx.read((db) => recentHits(db, input.limit))),
})
