// What of an order is due when, and how much of each was paid.
import { useText } from '#renderer/lib/language.ts'
import type { Due } from '#shared/schemas/payments.ts'
import classes from './due-table.module.css'
import { StatusBadge } from './status-badge.tsx'
import { TableHead } from './table-head.tsx'

type ShownDue = Pick<Due, 'dueOn' | 'isEstimate' | 'amount' | 'paid' | 'open'> & {
  key: string
  name: string
  isOverdue: boolean
}

type DueTableProps = {
  /** The head over the names, and what is said of one that is overdue. */
  words: { what: string; overdue: string }
  currency: string
  dues: readonly ShownDue[]
}

export function DueTable({ words, currency, dues }: DueTableProps) {
  const { t, format } = useText()
  const amount = (value: string) => format.amount(value, currency)
  return (
    <div className={classes.frame}>
      <table className={classes.table}>
        <TableHead
          heads={[
            words.what,
            t('payments.fields.dueOn'),
            { numeric: `${t('payments.fields.amount')} ${currency}` },
            { numeric: t('payments.fields.paid') },
            { numeric: t('payments.fields.open') },
          ]}
        />
        <tbody>
          {dues.map((due) => (
            <tr key={due.key}>
              <td>{due.name}</td>
              <td>
                {due.dueOn ?? <span className="q-quiet">{t('payments.noDay')}</span>}{' '}
                {due.isEstimate ? <span className="q-quiet">{t('payments.estimate')}</span> : null}
                {due.isOverdue ? <StatusBadge tone="bad">{words.overdue}</StatusBadge> : null}
              </td>
              <td data-numeric>{amount(due.amount)}</td>
              <td data-numeric>{amount(due.paid)}</td>
              <td data-numeric>{amount(due.open)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
