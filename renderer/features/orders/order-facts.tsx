// What is known of an order as a whole.
import { Link } from '@tanstack/react-router'
import { useBook } from '#renderer/lib/host-state.ts'
import { useText } from '#renderer/lib/language.ts'
import { nameIn } from '#renderer/lib/names.ts'
import { Facts } from '#renderer/ui/facts.tsx'
import { ExplainedFigure } from '#renderer/ui/formula-card.tsx'
import { Notice } from '#renderer/ui/notice.tsx'
import { type Day, dayOf, daysBetween, type Instant, isDay } from '#shared/dates.ts'
import { placeLine } from '#shared/reference/place-line.ts'
import type { Order } from '#shared/schemas/orders.ts'
import classes from './orders.module.css'

export function OrderFacts({ order }: { order: Order }) {
  const { t, format } = useText()
  const late = useDaysLate(order)
  return (
    <>
      {order.isHistory ? <Notice>{t('orders.historyText')}</Notice> : null}
      <Facts
        facts={[
          {
            label: t('orders.fields.customer'),
            value: order.customer && (
              <Link className={classes.link} to="/customers/$id" params={{ id: String(order.customer.id) }}>
                {nameIn(format.language, order.customer)}
              </Link>
            ),
          },
          { label: t('orders.fields.orderedOn'), value: order.orderedOn },
          {
            label: t('orders.fields.requiredOn'),
            value:
              late > 0 ? `${order.requiredOn} · ${t('orders.lateBy', { count: late, days: late })}` : order.requiredOn,
            optional: true,
          },
          { label: t('orders.fields.shippedOn'), value: order.shippedOn, optional: true },
          { label: t('orders.fields.total'), value: format.money(order.total, order.currency) },
          { label: t('orders.fields.baseTotal', { currency: order.baseCurrency }), value: <BaseTotal order={order} /> },
          { label: t('orders.fields.freight'), value: format.money(order.freight, order.currency), optional: true },
          {
            label: t('orders.fields.channel'),
            value: [order.channel, order.externalId].filter(Boolean).join(' · '),
            optional: true,
          },
          {
            label: t('orders.fields.purpose'),
            value: order.purpose !== 'sale' && t(`orders.purposes.${order.purpose}`),
            optional: true,
          },
          { label: t('orders.fields.note'), value: order.note, optional: true },
        ]}
      />
    </>
  )
}

/** The total in base currency explains the rate it came by. */
function BaseTotal({ order }: { order: Order }) {
  const { t, format } = useText()
  const { currency: from, baseCurrency: to, baseTotal, rate, rateOn } = order
  if (from === to) return format.money(baseTotal, to)
  const direction = t('orders.fields.rateOf', { from, to })
  return (
    <ExplainedFigure
      title={t('orders.fields.baseTotal', { currency: to })}
      formula={`${t('orders.fields.lineTotal')} × ${t('orders.fields.rate')}`}
      inputs={[
        { label: t('orders.fields.total'), value: format.money(order.total, from) },
        { label: direction, value: rate && format.number(rate) },
        { label: t('orders.fields.rateOn'), value: rateOn },
      ]}
      footnote={baseTotal === null ? t('orders.rate.noneText', { from, to }) : undefined}
    >
      {baseTotal === null ? t('orders.rate.none') : format.money(baseTotal, to)}
    </ExplainedFigure>
  )
}

export function ShipFacts({ order }: { order: Order }) {
  const { t, format } = useText()
  const { shipTo } = order
  const lines = [shipTo.name, shipTo.street, placeLine(shipTo), format.country(shipTo.country)]
  return (
    <Facts
      title={t('orders.sections.shipping')}
      facts={[
        { label: t('orders.fields.carrier'), value: order.carrier && nameIn(format.language, order.carrier) },
        { label: t('orders.sections.shipTo'), value: lines.filter(Boolean).join('\n') },
      ]}
    />
  )
}

/** Days past the required day while nothing was shipped; 0 when in time or not asked. */
function useDaysLate(order: Order): number {
  const { timeZone } = useBook()
  const isOpen = ['draft', 'confirmed', 'on_hold', 'part_shipped'].includes(order.status) && !order.shippedOn
  if (!isOpen || order.isHistory || !order.requiredOn || !isDay(order.requiredOn)) return 0
  const today: Day = dayOf(Date.now() as Instant, timeZone)
  return Math.max(0, daysBetween(order.requiredOn, today))
}
