// How much waits on a screen, beside its entry in the sidebar; nothing where nothing waits. What is late has a sign of its own.
import { IconFlame } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { trpc } from '#renderer/lib/api.ts'
import { useText } from '#renderer/lib/language.ts'
import { useToday } from '#renderer/lib/use-today.ts'
import { countedScreens } from '#shared/schemas/alerts.ts'
import classes from './shell.module.css'

export function WaitingCount({ screen }: { screen: string }) {
  const { t, format } = useText()
  const { data } = useQuery(trpc.alerts.counts.queryOptions({ today: useToday() }))
  const counted = countedScreens.find((known) => known === screen)
  const waiting = counted && data?.[counted]
  if (!waiting) return null
  const { count, urgent } = waiting
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
