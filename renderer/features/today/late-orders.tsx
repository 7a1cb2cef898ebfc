// Orders that are past the day the customer asked for, the longest overdue first.
import { Link } from '@tanstack/react-router'
import { lateOrdersAddress } from '#renderer/lib/attention-lists.ts'
import { useText } from '#renderer/lib/language.ts'
import type { Day } from '#shared/dates.ts'
import type { Today } from '#shared/schemas/today.ts'
import { AttentionPart } from './attention-part.tsx'
import classes from './today-screen.module.css'

export function LateOrders({ late: { count, rows }, today }: { late: Today['lateOrders']; today: string }) {
  const { t, format } = useText()
  const column = (key: 'order' | 'customer' | 'requiredOn' | 'late' | 'total') => t(`today.late.columns.${key}`)
  return (
    <AttentionPart
      title={t('today.late.title')}
      count={count}
      none={t('today.late.none')}
      columns={[column('order'), column('customer'), column('requiredOn'), column('late'), column('total')]}
      figures={2}
      links={
        <Link to="/orders" search={lateOrdersAddress(today as Day)} className={classes.link}>
          {t('today.late.all', { count, formatted: format.number(count) })}
        </Link>
      }
    >
      {rows.map(({ id, number, customer, requiredOn, daysLate, total, currency }) => (
        <tr key={id}>
          <td>
            <Link to="/orders/$id" params={{ id: String(id) }} className={classes.link}>
              {number}
            </Link>
          </td>
          <td data-wide>{customer}</td>
          <td data-numeric>{requiredOn}</td>
          <td data-figure className={classes.late}>
            {t('today.late.days', { count: daysLate, formatted: format.number(daysLate) })}
          </td>
          <td data-figure>{format.money(total, currency)}</td>
        </tr>
      ))}
    </AttentionPart>
  )
}
