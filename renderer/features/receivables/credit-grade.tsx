// The grade of a customer by its own payments, with its reasons and the orders behind it.
import { Link } from '@tanstack/react-router'
import { useText } from '#renderer/lib/language.ts'
import { ExplainedFigure } from '#renderer/ui/formula-card.tsx'
import { SectionTitle } from '#renderer/ui/section-title.tsx'
import { TableHead } from '#renderer/ui/table-head.tsx'
import type { CreditRating } from '#shared/schemas/receivables.ts'
import classes from './receivables.module.css'

const mostShown = 8

export function CreditGradeFacts({ rating }: { rating: CreditRating }) {
  const { t, format } = useText()
  const { grade, cases, casesNeeded, limits, from } = rating
  const [a = 0, b = 0, c = 0] = limits
  return (
    <>
      <SectionTitle>{t('receivables.credit.grade')}</SectionTitle>
      <p className={classes.grade}>
        <ExplainedFigure
          title={t('receivables.credit.grade')}
          formula={t('receivables.credit.formula')}
          inputs={[
            { label: t('receivables.credit.since', { day: from }), value: format.number(cases) },
            { label: t('receivables.credit.grade'), value: t('receivables.credit.limits', { a, b, c }) },
          ]}
          rows={<Orders rating={rating} />}
        >
          <strong>{grade ?? t('receivables.credit.noGrade')}</strong>
        </ExplainedFigure>{' '}
        <span>
          {rating.reasons
            .map(({ reason, value }) => {
              const formatted = format.number(value)
              if (reason === 'few') return t('receivables.credit.few', { count: value, formatted, needed: casesNeeded })
              if (reason === 'on_time')
                return t('receivables.credit.onTime', { count: formatted, cases: format.number(cases) } as never)
              return t(reason === 'days_late' ? 'receivables.credit.daysLate' : 'receivables.credit.longOverdue', {
                formatted,
              })
            })
            .join(' · ')}
        </span>
      </p>
    </>
  )
}

function Orders({ rating }: { rating: CreditRating }) {
  const { t, format } = useText()
  return (
    <table className={classes.table}>
      <TableHead
        heads={[
          t('receivables.credit.order'),
          t('receivables.credit.paidOn'),
          { numeric: t('receivables.credit.late') },
        ]}
      />
      <tbody>
        {rating.orders.slice(0, mostShown).map((order) => (
          <tr key={order.orderId}>
            <td>
              <Link className="q-link" to="/orders/$id" params={{ id: String(order.orderId) }}>
                {order.number}
              </Link>
            </td>
            <td>{order.paidOn ?? t('receivables.credit.notYet')}</td>
            <td data-numeric>{format.number(order.daysLate)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
