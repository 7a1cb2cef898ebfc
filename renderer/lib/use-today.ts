// The day it is where the company sits.
import { useBook } from '#renderer/lib/host-state.ts'
import { type Day, dayOf, type Instant } from '#shared/dates.ts'

export function useToday(): Day {
  return dayOf(Date.now() as Instant, useBook().timeZone)
}
