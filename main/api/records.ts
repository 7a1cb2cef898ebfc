// The door to what is the same for records of every kind.
import { procedure, router } from '#main/api/trpc.ts'
import { recordCounts } from '#main/services/records/record-counts.ts'
import { recordTitles } from '#main/services/records/record-titles.ts'
import { noteOpened } from '#main/services/search/recent-records.ts'
import { recordRef, recordTitlesInput } from '#shared/schemas/records.ts'

export const recordsRouter = router({
  titles: procedure
    .input(recordTitlesInput)
    .query(({ ctx, input }) => ctx.read((db) => [...recordTitles(db, input.records).values()])),
  opened: procedure
    .input(recordRef)
    .mutation(({ ctx, input }) => ctx.write('records.opened', (tx) => noteOpened(tx, input))),
  counts: procedure.input(recordRef).query(({ ctx, input }) => ctx.read((db) => recordCounts(db, input))),
})
