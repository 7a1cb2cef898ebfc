// The door to the book as it was at the end of a day; none for days that are not over, and none while the past is shown.
import { Button } from '@mantine/core'
import { useBook } from '#renderer/lib/host-state.ts'
import { useText } from '#renderer/lib/language.ts'
import { choosePast } from '#renderer/lib/past-store.ts'
import { useToday } from '#renderer/lib/use-today.ts'
import type { Day } from '#shared/dates.ts'

export function SeeDayButton({ day }: { day: Day }) {
  const { t } = useText()
  const today = useToday()
  const { access } = useBook()
  const isPast = access.mode === 'read' && access.reason === 'past'
  if (day >= today || isPast) return null
  return (
    <Button variant="subtle" size="compact-xs" onClick={() => choosePast(day)}>
      {t('history.book.seeDay')}
    </Button>
  )
}
