// The day it is where the company sits; while a day of the past is shown, that day.
import { useBook } from '#renderer/lib/host-state.ts'
import { type Day, dayOf, type Instant } from '#shared/dates.ts'

export function useToday(): Day {
  const { access, timeZone } = useBook()
  return access.mode === 'read' && access.reason === 'past' ? access.day : dayOf(Date.now() as Instant, timeZone)
}
