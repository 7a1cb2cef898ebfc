// What is owed in all, by currency and in the book's own.
import { useText } from '#renderer/lib/language.ts'
import { TableHead } from '#renderer/ui/table-head.tsx'
import type { Payables } from '#shared/schemas/payments.ts'
import classes from './payments.module.css'

export function PayableTotals({ payables }: { payables: Payables }) {
  const { t, format } = useText()
  const { totals, base, baseCurrency, unconverted } = payables
  return (
    <table className={`${classes.table} ${classes.totals}`}>
      <TableHead
        heads={[
          t('payments.fields.currency'),
          { numeric: t('payments.payables.overdue') },
          { numeric: t('payments.payables.dueSoon') },
          { numeric: t('payments.payables.open') },
        ]}
      />
      <tbody>
        {totals.map(({ currency, overdue, dueSoon, open }) => (
          <tr key={currency}>
            <th scope="row">{currency}</th>
            <td data-numeric data-bad={Number(overdue) > 0 || undefined}>
              {format.amount(overdue, currency)}
            </td>
            <td data-numeric>{format.amount(dueSoon, currency)}</td>
            <td data-numeric>{format.amount(open, currency)}</td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">
            {t('payments.payables.inBase', { currency: baseCurrency })}
            {unconverted.length > 0 ? (
              <span className="q-quiet">
                {' '}
                {t('payments.payables.unconverted', { currencies: unconverted.join(', ') })}
              </span>
            ) : null}
          </th>
          <td data-numeric>{format.amount(base.overdue, baseCurrency)}</td>
          <td />
          <td data-numeric>{format.amount(base.open, baseCurrency)}</td>
        </tr>
      </tfoot>
    </table>
  )
}
