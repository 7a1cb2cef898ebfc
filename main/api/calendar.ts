// The door to the calendar.
import { procedure, router } from '#main/api/trpc.ts'
import { calendarRange } from '#main/services/calendar/calendar-queries.ts'
import { customerCountries } from '#main/services/customers/care-list.ts'
import { calendarInput } from '#shared/schemas/calendar.ts'

export const calendarRouter = router({
  /** The table of holidays is large: it is loaded by the first who asks for them. */
  range: procedure.input(calendarInput).query(async ({ ctx, input }) => {
    if (!input.kinds.includes('customerHoliday')) return ctx.read((db) => calendarRange(db, input))
    const { holidaysOf } = await import('#main/services/customers/holidays.ts')
    return ctx.read((db) => calendarRange(db, input, holidaysOf(customerCountries(db), input)))
  }),
})
