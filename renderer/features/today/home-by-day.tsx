// What waits, day by day: what is late first, what has no day last.
import { useText } from '#renderer/lib/language.ts'
import { useToday } from '#renderer/lib/use-today.ts'
import { HomeRows } from './home-rows.tsx'
import type { DaySection } from './home-sections.ts'
import { RestLinks } from './section-links.tsx'
import classes from './today-screen.module.css'

export function HomeByDay({ sections }: { sections: readonly DaySection[] }) {
  return sections.map((section) => <DayPart key={section.bucket} section={section} />)
}

function DayPart({ section: { bucket, count, items, rests } }: { section: DaySection }) {
  const { t, format } = useText()
  const today = useToday()
  const title = t(`today.days.${bucket}`)
  return (
    <section className={classes.part} aria-label={title}>
      <h2 className={classes.title} data-late={bucket === 'overdue' || undefined}>
        {title}
        <span className={classes.count}>{format.number(count)}</span>
        {bucket === 'today' ? <span className={classes.aside}>{format.dayInWords(today)}</span> : null}
      </h2>
      <HomeRows items={items} label={title} />
      {rests.length > 0 ? (
        <p className={classes.links}>
          <RestLinks rests={rests} />
        </p>
      ) : null}
    </section>
  )
}
