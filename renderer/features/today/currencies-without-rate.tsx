// Currencies that orders wait in: without a rate they are left out of sums.
import { Link } from '@tanstack/react-router'
import { ordersWithoutRateAddress } from '#renderer/lib/attention-lists.ts'
import { useText } from '#renderer/lib/language.ts'
import type { Today } from '#shared/schemas/today.ts'
import { AttentionPart } from './attention-part.tsx'
import classes from './today-screen.module.css'

export function CurrenciesWithoutRate({ lacking: { count, rows } }: { lacking: Today['currenciesWithoutRate'] }) {
  const { t, format } = useText()
  return (
    <AttentionPart
      title={t('today.rates.title')}
      count={count}
      none={t('today.rates.none')}
      columns={[t('today.rates.columns.currency'), t('today.rates.columns.lastRate'), t('today.rates.columns.orders')]}
      figures={1}
      links={
        <Link to="/rates" className={classes.link}>
          {t('today.rates.all')}
        </Link>
      }
    >
      {rows.map(({ currency, orders, lastRateOn }) => (
        <tr key={currency}>
          <td data-wide>
            {currency} <span className="q-quiet">{format.currency(currency)}</span>
          </td>
          <td>{lastRateOn ?? t('today.rates.never')}</td>
          <td data-figure>
            {orders === 0 ? (
              format.number(orders)
            ) : (
              <Link
                to="/orders"
                search={ordersWithoutRateAddress(currency)}
                className={classes.link}
                aria-label={t('today.rates.orders', { currency, formatted: format.number(orders) })}
              >
                {format.number(orders)}
              </Link>
            )}
          </td>
        </tr>
      ))}
    </AttentionPart>
  )
}
