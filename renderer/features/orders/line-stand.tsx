// Where the open goods of a line stand, in words: reserved in stock, on order with the day, short.
import { Link } from '@tanstack/react-router'
import { useText } from '#renderer/lib/language.ts'
import { quantityText } from '#renderer/lib/unit-text.ts'
import { StatusBadge } from '#renderer/ui/status-badge.tsx'
import type { ComingGoods, LineStand } from '#shared/schemas/order-stand.ts'
import classes from './orders.module.css'

type StandProps = { stand: LineStand; isReserved: boolean; unit: string }

export function LineStandText({ stand, isReserved, unit }: StandProps) {
  const { t, format } = useText()
  const said = (quantity: number) => ({ quantity: quantityText(format, quantity, unit) })
  return (
    <ul className={classes.stand}>
      {stand.inStock > 0 ? (
        <li>{t(isReserved ? 'orders.stand.reserved' : 'orders.stand.available', said(stand.inStock))}</li>
      ) : null}
      {stand.coming.map((goods) => (
        <li key={`${goods.on} ${goods.purchaseId} ${goods.number}`}>
          <Coming goods={goods} unit={unit} isLate={stand.isLate && isAfter(goods.on, stand.dueOn)} />
        </li>
      ))}
      {stand.short > 0 ? (
        <li>
          <StatusBadge tone="bad">{t('orders.stand.short', said(stand.short))}</StatusBadge>
        </li>
      ) : null}
    </ul>
  )
}

function isAfter(on: string | null, dueOn: string | null): boolean {
  return on !== null && dueOn !== null && on > dueOn
}

function Coming({ goods, unit, isLate }: { goods: ComingGoods; unit: string; isLate: boolean }) {
  const { t, format } = useText()
  const quantity = quantityText(format, goods.quantity, unit)
  const said =
    goods.on === null
      ? t('orders.stand.comingSome', { quantity })
      : t('orders.stand.coming', { quantity, day: goods.on })
  return (
    <>
      {said}
      {goods.purchaseId === null ? null : (
        <>
          {' · '}
          <Link className="q-link" to="/purchases/$id" params={{ id: String(goods.purchaseId) }}>
            {goods.number}
          </Link>
        </>
      )}
      {goods.isForLine ? ` · ${t('orders.stand.forLine')}` : ''}{' '}
      {isLate ? <StatusBadge tone="warn">{t('orders.stand.tooLate')}</StatusBadge> : null}
    </>
  )
}
