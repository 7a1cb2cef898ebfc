// What of a sales order is due when, with what of each was paid.
import { useText } from '#renderer/lib/language.ts'
import { useToday } from '#renderer/lib/use-today.ts'
import { StatusBadge } from '#renderer/ui/status-badge.tsx'
import type { SaleDues } from '#shared/schemas/payments.ts'
import classes from './receivables.module.css'

export function SaleDueTable({ dues }: { dues: SaleDues }) {
  const { t, format } = useText()
  const today = useToday()
  const amount = (value: string) => format.amount(value, dues.currency)
  return (
    <div className={classes.tableFrame}>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">{t('receivables.panel.dues')}</th>
            <th scope="col">{t('payments.fields.dueOn')}</th>
            <th scope="col" data-numeric>
              {t('payments.fields.amount')} {dues.currency}
            </th>
            <th scope="col" data-numeric>
              {t('payments.fields.paid')}
            </th>
            <th scope="col" data-numeric>
              {t('payments.fields.open')}
            </th>
          </tr>
        </thead>
        <tbody>
          {dues.dues.map((due) => {
            const isOverdue = due.dueOn !== null && due.dueOn < today && !due.isEstimate && Number(due.open) > 0
            return (
              <tr key={`${due.kind}-${due.dueOn}`}>
                <td>{t(`payments.dueKinds.${due.kind === 'expected' ? 'balance' : due.kind}`)}</td>
                <td>
                  {due.dueOn ?? <span className="q-quiet">{t('payments.noDay')}</span>}{' '}
                  {due.isEstimate ? <span className="q-quiet">{t('payments.estimate')}</span> : null}
                  {isOverdue ? <StatusBadge tone="bad">{t('receivables.fields.overdue')}</StatusBadge> : null}
                </td>
                <td data-numeric>{amount(due.amount)}</td>
                <td data-numeric>{amount(due.paid)}</td>
                <td data-numeric>{amount(due.open)}</td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}
