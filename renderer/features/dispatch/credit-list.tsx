// The credit notes of an order: what was given back, why, and what became of the goods. Nothing where there is none.
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { trpc } from '#renderer/lib/api.ts'
import { useText } from '#renderer/lib/language.ts'
import { StatusBadge } from '#renderer/ui/status-badge.tsx'
import type { CreditSummary } from '#shared/schemas/credits.ts'
import classes from './dispatch.module.css'

export function CreditList({ orderId }: { orderId: number }) {
  const { t } = useText()
  const { data = [] } = useQuery(trpc.orders.credit.ofOrder.queryOptions({ orderId }))
  if (data.length === 0) return null
  return (
    <section>
      <h3 className={classes.heading}>{t('dispatch.panel.credits')}</h3>
      {data.map((credit) => (
        <Credit key={credit.id} credit={credit} />
      ))}
    </section>
  )
}

function Credit({ credit }: { credit: CreditSummary }) {
  const { t, format } = useText()
  const goods = credit.goods.map(({ quantity, condition }) =>
    t('dispatch.credit.goodsBack', {
      quantity: format.number(quantity),
      kind: t(`dispatch.credit.goodsKinds.${condition}`),
    }),
  )
  const isPaid = Number(credit.paid) !== 0
  const paid = isPaid ? t('dispatch.credit.paid', { amount: format.money(credit.paid, credit.currency) }) : ''
  return (
    <div className={classes.entry}>
      <div className={classes.entryHead}>
        <Link className="q-link" to="/orders/$id" params={{ id: String(credit.id) }}>
          {credit.number}
        </Link>
        <span>{credit.on}</span>
        {credit.status === 'confirmed' ? null : <StatusBadge>{t(`orders.statuses.${credit.status}`)}</StatusBadge>}
        <span className="q-quiet">{credit.reason === '' ? '' : t(`orders.creditReasons.${credit.reason}`)}</span>
        <strong className={classes.push}>{format.money(credit.gross, credit.currency)}</strong>
      </div>
      {goods.length > 0 || paid ? (
        <p className={classes.detail}>{[...goods, paid].filter(Boolean).join(' · ')}</p>
      ) : null}
    </div>
  )
}
