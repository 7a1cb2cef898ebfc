// How much waits today, beside its entry in the sidebar; nothing where nothing waits.
import { useQuery } from '@tanstack/react-query'
import { trpc } from '#renderer/lib/api.ts'
import { useBook } from '#renderer/lib/host-state.ts'
import { useText } from '#renderer/lib/language.ts'
import { dayOf, type Instant } from '#shared/dates.ts'
import classes from './shell.module.css'

export function TodayCount() {
  const { t, format } = useText()
  const { timeZone } = useBook()
  const today = dayOf(Date.now() as Instant, timeZone)
  const { data } = useQuery(trpc.today.get.queryOptions({ today }))
  if (!data) return null
  const count = data.lateOrders.count + data.productsWithoutCost.count + data.currenciesWithoutRate.count
  if (count === 0) return null
  return (
    <span className={classes.count} data-urgent>
      <span aria-hidden>{format.number(count)}</span>
      <span className={classes.unseen}>{t('shell.todayCount', { count, formatted: format.number(count) })}</span>
    </span>
  )
}
