// What is late: open orders past the day the customer asked for.
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { trpc } from '#renderer/lib/api.ts'
import { lateOrdersAddress } from '#renderer/lib/attention-lists.ts'
import { useBook } from '#renderer/lib/host-state.ts'
import { useText } from '#renderer/lib/language.ts'
import { dayOf, type Instant } from '#shared/dates.ts'
import classes from './saw-screen.module.css'
import { SawSection } from './saw-section.tsx'

export function SawLate() {
  const { t, format } = useText()
  const { timeZone } = useBook()
  const today = dayOf(Date.now() as Instant, timeZone)
  const late = useQuery(trpc.today.get.queryOptions({ today })).data?.lateOrders
  const title = t('welcome.saw.late.title')
  if (!late) return <SawSection title={title} />
  if (late.count === 0) return <SawSection title={title} text={t('welcome.saw.late.none')} />
  return (
    <SawSection
      title={title}
      text={t('welcome.saw.late.text', { count: late.count, formatted: format.number(late.count) })}
    >
      <table className={classes.rows}>
        <tbody>
          {late.rows.map(({ id, number, customer, daysLate, total, currency }) => (
            <tr key={id}>
              <td>
                <Link to="/orders/$id" params={{ id: String(id) }} className={classes.link}>
                  {number}
                </Link>
              </td>
              <td data-wide>{customer}</td>
              <td>{t('welcome.saw.late.days', { count: daysLate, formatted: format.number(daysLate) })}</td>
              <td>{format.money(total, currency)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p>
        <Link to="/orders" search={lateOrdersAddress(today)} className={classes.link}>
          {t('welcome.saw.late.all')}
        </Link>
      </p>
    </SawSection>
  )
}
