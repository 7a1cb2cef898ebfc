// The door to the calendar.
import { procedure, router } from '#main/api/trpc.ts'
import { calendarRange } from '#main/services/calendar/calendar-queries.ts'
import { calendarInput } from '#shared/schemas/calendar.ts'

export const calendarRouter = router({
  range: procedure.input(calendarInput).query(({ ctx, input }) => ctx.read((db) => calendarRange(db, input))),
})
