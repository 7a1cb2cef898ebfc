// How much waits on a screen, beside its entry in the sidebar, or beside a folded group of them; nothing where nothing waits. What is late has a sign of its own.
import { IconFlame } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { trpc } from '#renderer/lib/api.ts'
import { useText } from '#renderer/lib/language.ts'
import { useToday } from '#renderer/lib/use-today.ts'
import { countedScreens } from '#shared/schemas/alerts.ts'
import classes from './sidebar.module.css'

export function WaitingCount({ screens }: { screens: readonly string[] }) {
  const { t, format } = useText()
  const { data } = useQuery(trpc.alerts.counts.queryOptions({ today: useToday() }))
  const waiting = countedScreens.flatMap((known) => (screens.includes(known) && data?.[known]) || [])
  if (waiting.length === 0) return null
  const count = waiting.reduce((sum, one) => sum + one.count, 0)
  const urgent = waiting.reduce((sum, one) => sum + one.urgent, 0)
  return (
    <span className={classes.count} data-urgent={urgent > 0 || undefined}>
      {urgent > 0 ? <IconFlame size={12} stroke={2} aria-hidden /> : null}
      <span aria-hidden>{format.number(count)}</span>
      <span className={classes.unseen}>
        {t('shell.counts.waits', { count, formatted: format.number(count) })}
        {urgent > 0 ? ` ${t('shell.counts.urgent', { count: urgent, formatted: format.number(urgent) })}` : ''}
      </span>
    </span>
  )
}
