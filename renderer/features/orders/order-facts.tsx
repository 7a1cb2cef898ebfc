// What is known of an order as a whole.
import { Link } from '@tanstack/react-router'
import { givenBack } from '#renderer/lib/given-back.ts'
import { useBook } from '#renderer/lib/host-state.ts'
import { useText } from '#renderer/lib/language.ts'
import { nameIn } from '#renderer/lib/names.ts'
import { placeName } from '#renderer/lib/place-name.ts'
import { Facts } from '#renderer/ui/facts.tsx'
import { ExplainedFigure } from '#renderer/ui/formula-card.tsx'
import { Notice } from '#renderer/ui/notice.tsx'
import { type Day, dayOf, daysBetween, type Instant, isDay } from '#shared/dates.ts'
import type { english } from '#shared/i18n/english.ts'
import { placeLine } from '#shared/reference/place-line.ts'
import type { Order } from '#shared/schemas/orders.ts'

type Field = Exclude<keyof typeof english.orders.fields, 'baseTotal' | 'rateOf' | 'grossBase'>

export function OrderFacts({ order }: { order: Order }) {
  const { t } = useText()
  return (
    <>
      {order.isHistory ? <Notice>{t('orders.historyText')}</Notice> : null}
      <HeadFacts order={order} />
      <MoneyFacts order={order} />
    </>
  )
}

function HeadFacts({ order }: { order: Order }) {
  const { t, format } = useText()
  const name = (key: Field) => t(`orders.fields.${key}`)
  const late = useDaysLate(order)
  const lateText = late > 0 ? `${order.requiredOn} · ${t('orders.lateBy', { count: late, days: late })}` : null
  const { customer, credits, serves } = order
  return (
    <Facts
      facts={[
        {
          label: name('customer'),
          value: customer && (
            <Link className="q-link" to="/customers/$id" params={{ id: String(customer.id) }}>
              {nameIn(format.language, customer)}
            </Link>
          ),
        },
        { label: name('customerReference'), value: order.customerReference, optional: true },
        { label: name('credits'), value: credits && <OrderLink order={credits} />, optional: true },
        {
          label: name('creditReason'),
          value: order.creditReason && t(`orders.creditReasons.${order.creditReason}`),
          optional: true,
        },
        { label: name('serves'), value: serves && <OrderLink order={serves} />, optional: true },
        { label: name('orderedOn'), value: order.orderedOn },
        { label: name('requiredOn'), value: lateText ?? order.requiredOn, optional: true },
        { label: name('confirmedOn'), value: order.confirmedOn, optional: true },
        { label: name('shippedOn'), value: order.shippedOn, optional: true },
        { label: name('deliveredOn'), value: order.deliveredOn, optional: true },
        { label: name('closedOn'), value: order.closedOn, optional: true },
        {
          label: name('channel'),
          value: [order.channel, order.externalId, order.externalStatus].filter(Boolean).join(' · '),
          optional: true,
        },
        {
          label: name('fulfilledBy'),
          value: order.fulfilledBy === 'channel' && t('orders.sides.channel'),
          optional: true,
        },
        { label: name('note'), value: order.note, optional: true },
        { label: name('packingNote'), value: order.packingNote, optional: true },
      ]}
    />
  )
}

function OrderLink({ order }: { order: { id: number; number: string } }) {
  return (
    <Link className="q-link" to="/orders/$id" params={{ id: String(order.id) }}>
      {order.number}
    </Link>
  )
}

function MoneyFacts({ order }: { order: Order }) {
  const { t, format } = useText()
  const { money, currency, baseCurrency } = order
  const from = t(`orders.dueFroms.${order.dueFrom}`)
  const hasTerms = order.depositPercent > 0 || order.dueDays > 0 || order.dueFrom !== 'order'
  const terms = [
    order.depositPercent > 0 ? `${t('orders.fields.deposit')} ${format.percent(order.depositPercent)}` : '',
    order.dueDays === 0
      ? t('orders.termsAt', { from })
      : t('orders.termsDue', { count: order.dueDays, days: format.number(order.dueDays), from }),
  ]
  const isAsked = order.paymentState !== ''
  const isCredit = order.document === 'credit'
  const toPay = t(isCredit ? 'orders.money.grossCredit' : 'orders.money.gross')
  const due = (amount: string) => format.money(isCredit ? givenBack(amount) : amount, currency)
  return (
    <Facts
      title={t('orders.sections.amounts')}
      facts={[
        { label: toPay, value: <strong>{due(money.gross)}</strong> },
        {
          label: t(isCredit ? 'orders.money.paidCredit' : 'orders.money.paid'),
          value: isAsked && due(order.paid),
          optional: true,
        },
        {
          label: t(isCredit ? 'orders.money.openCredit' : 'orders.money.open'),
          value: isAsked && Number(order.open) !== 0 && due(order.open),
          optional: true,
        },
        { label: t('orders.fields.dueOn'), value: Number(order.open) === 0 ? null : order.dueOn, optional: true },
        {
          label: t('orders.money.net', { currency: baseCurrency }),
          value: <BaseTotal order={order} />,
        },
        { label: t('orders.sections.terms'), value: hasTerms && terms.filter(Boolean).join(' · '), optional: true },
        {
          label: t('orders.fields.collectedBy'),
          value: order.collectedBy === 'channel' && t('orders.sides.channel'),
          optional: true,
        },
      ]}
    />
  )
}

/** What was earned in base currency explains the rate and the tax that it came by. */
function BaseTotal({ order }: { order: Order }) {
  const { t, format } = useText()
  const { currency: from, baseCurrency: to, baseTotal, rate, rateOn, money, taxIncluded } = order
  const isWithTax = taxIncluded && Number(money.tax) !== 0
  if (from === to && !isWithTax) return format.money(baseTotal, to)
  const inputs = [
    { label: t('orders.fields.total'), value: format.money(money.goods, from) },
    ...(isWithTax ? [{ label: t('orders.money.taxIn'), value: format.money(money.tax, from) }] : []),
    ...(from === to
      ? []
      : [
          { label: t('orders.fields.rateOf', { from, to }), value: rate && format.number(rate) },
          { label: t('orders.fields.rateOn'), value: rateOn },
        ]),
  ]
  const net = isWithTax ? `(${t('orders.fields.lineTotal')} − ${t('orders.fields.tax')})` : t('orders.fields.lineTotal')
  return (
    <ExplainedFigure
      title={t('orders.money.net', { currency: to })}
      formula={from === to ? net : `${net} × ${t('orders.fields.rate')}`}
      inputs={inputs}
      footnote={baseTotal === null ? t('orders.rate.noneText', { from, to }) : undefined}
    >
      {baseTotal === null ? t('orders.rate.none') : format.money(baseTotal, to)}
    </ExplainedFigure>
  )
}

export function ShipFacts({ order }: { order: Order }) {
  const { t, format } = useText()
  const { shipTo, warehouse } = order
  const lines = [shipTo.name, shipTo.street, placeLine(shipTo), format.country(shipTo.country), shipTo.phone]
  return (
    <Facts
      title={t('orders.sections.shipping')}
      facts={[
        { label: t('orders.fields.carrier'), value: order.carrier && nameIn(format.language, order.carrier) },
        { label: t('orders.fields.shippingService'), value: order.shippingService, optional: true },
        { label: t('orders.fields.warehouse'), value: warehouse && placeName(t, warehouse), optional: true },
        { label: t('orders.sections.shipTo'), value: lines.filter(Boolean).join('\n') },
      ]}
    />
  )
}

/** Days past the required day while goods are still to be sent; 0 when in time or not asked. */
function useDaysLate(order: Order): number {
  const { timeZone } = useBook()
  const isWaiting = order.status === 'draft' || order.shippingState === 'open' || order.shippingState === 'part'
  if (!isWaiting || order.isHistory || !order.requiredOn || !isDay(order.requiredOn)) return 0
  const today: Day = dayOf(Date.now() as Instant, timeZone)
  return Math.max(0, daysBetween(order.requiredOn, today))
}
