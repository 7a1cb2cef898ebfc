// The door to what happened to a record.
import { procedure, router } from '#main/api/trpc.ts'
import { recordTimeline, timelinePeople } from '#main/services/timeline/timeline-queries.ts'
import { recordRef } from '#shared/schemas/records.ts'
import { timelineInput } from '#shared/schemas/timeline.ts'

export const timelineRouter = router({
  ofRecord: procedure.input(timelineInput).query(({ ctx, input }) => ctx.read((db) => recordTimeline(db, input))),
  people: procedure.input(recordRef).query(({ ctx, input }) => ctx.read((db) => timelinePeople(db, input))),
})
