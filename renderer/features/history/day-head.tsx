// The day above its changes, with the door to the book as it was at its end.
import { useText } from '#renderer/lib/language.ts'
import { SeeDayButton } from '#renderer/ui/see-day-button.tsx'
import type { Day } from '#shared/dates.ts'
import classes from './history.module.css'

export function DayHead({ day }: { day: Day }) {
  const { format } = useText()
  return (
    <header className={classes.dayHead}>
      <h2 id={`day-${day}`} className={classes.dayName}>
        {format.dayInWords(day)}
      </h2>
      <SeeDayButton day={day} />
    </header>
  )
}
