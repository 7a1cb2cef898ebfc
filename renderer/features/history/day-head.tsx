// The day above its changes, with the door to the book as it was at its end.
import { Button } from '@mantine/core'
import { useBook } from '#renderer/lib/host-state.ts'
import { useText } from '#renderer/lib/language.ts'
import { choosePast } from '#renderer/lib/past-store.ts'
import { useToday } from '#renderer/lib/use-today.ts'
import type { Day } from '#shared/dates.ts'
import classes from './history.module.css'

export function DayHead({ day }: { day: Day }) {
  const { t, format } = useText()
  const today = useToday()
  const { access } = useBook()
  // While a day is shown, the days before it are reached by its own banner.
  const canLook = day < today && !(access.mode === 'read' && access.reason === 'past')
  return (
    <header className={classes.dayHead}>
      <h2 id={`day-${day}`} className={classes.dayName}>
        {format.dayInWords(day)}
      </h2>
      {canLook ? (
        <Button variant="subtle" size="compact-xs" onClick={() => choosePast(day)}>
          {t('history.book.seeDay')}
        </Button>
      ) : null}
    </header>
  )
}
