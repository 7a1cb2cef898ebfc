// The lines of an order to read: what was ordered, how much of it was sent, and where the rest of it stands.
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { trpc } from '#renderer/lib/api.ts'
import { useText } from '#renderer/lib/language.ts'
import { nameIn } from '#renderer/lib/names.ts'
import { quantityText } from '#renderer/lib/unit-text.ts'
import { useToday } from '#renderer/lib/use-today.ts'
import { SectionTitle } from '#renderer/ui/section-title.tsx'
import { StatusBadge } from '#renderer/ui/status-badge.tsx'
import type { LineStand, OrderStand } from '#shared/schemas/order-stand.ts'
import type { Order, OrderLine } from '#shared/schemas/orders.ts'
import { LineBar } from './line-bar.tsx'
import { LineStandText } from './line-stand.tsx'
import { OrderTotals } from './order-totals.tsx'
import classes from './orders.module.css'

export function OrderLineTable({ order }: { order: Order }) {
  const { t } = useText()
  const isOpen = order.lines.some((line) => line.open > 0) || (order.status === 'draft' && order.document === 'order')
  const stand = useQuery({ ...trpc.orders.lines.queryOptions({ id: order.id }), enabled: isOpen }).data
  const shown = shownColumns(order)
  return (
    <section className={classes.lines}>
      <SectionTitle>{t('orders.sections.lines')}</SectionTitle>
      <div className={classes.tableFrame}>
        <table className={classes.table}>
          <LineHeads shown={shown} currency={order.currency} />
          <tbody>
            {order.lines.map((line) => (
              <LineRow key={line.id} line={line} order={order} shown={shown} stand={isOpen ? stand : undefined} />
            ))}
          </tbody>
          <OrderTotals order={order} columns={columnCount(shown)} />
        </table>
      </div>
    </section>
  )
}

type Shown = { sent: boolean; due: boolean; discount: boolean; tax: boolean }

/** Only columns that say something of one of the lines. */
function shownColumns({ lines, document, status }: Order): Shown {
  const isAsked = document === 'order' && status !== 'cancelled'
  return {
    sent: isAsked && lines.some((line) => line.shipped > 0 || line.open > 0 || line.cancelled > 0),
    due: isAsked && lines.some((line) => line.dueOn !== null),
    discount: lines.some((line) => line.discountPercent !== 0 || Number(line.discountAmount) !== 0),
    tax: lines.some((line) => line.taxPercent !== 0 || Number(line.tax) !== 0),
  }
}

/** All but the amount's own. */
function columnCount({ sent, due, discount, tax }: Shown): number {
  return 3 + [sent, due, discount, tax].filter(Boolean).length
}

function LineHeads({ shown, currency }: { shown: Shown; currency: string }) {
  const { t } = useText()
  return (
    <thead>
      <tr>
        <th scope="col">{t('orders.fields.product')}</th>
        <th scope="col" data-numeric>
          {t('orders.fields.quantity')}
        </th>
        {shown.sent ? (
          <th scope="col" data-numeric>
            {t('orders.fields.sent')}
          </th>
        ) : null}
        {shown.due ? <th scope="col">{t('orders.fields.due')}</th> : null}
        <th scope="col" data-numeric>
          {t('orders.fields.unitPrice')}
        </th>
        {shown.discount ? (
          <th scope="col" data-numeric>
            {t('orders.fields.discount')}
          </th>
        ) : null}
        {shown.tax ? (
          <th scope="col" data-numeric>
            {t('orders.fields.tax')}
          </th>
        ) : null}
        <th scope="col" data-numeric>
          {t('orders.fields.lineTotal')} {currency}
        </th>
      </tr>
    </thead>
  )
}

type RowProps = { line: OrderLine; order: Order; shown: Shown; stand: OrderStand | undefined }

function LineRow({ line, order, shown, stand }: RowProps) {
  const { format } = useText()
  const own = stand?.lines.find(({ lineId }) => lineId === line.id)
  return (
    <tr>
      <td>
        <LineName line={line} />
        {own ? <LineStandText stand={own} isReserved={stand?.isReserved === true} unit={line.unit} /> : null}
      </td>
      <td data-numeric>{quantityText(format, line.quantity, line.unit)}</td>
      {shown.sent ? <SentCell line={line} stand={own} /> : null}
      {shown.due ? (
        <td className={classes.dueDay}>
          <DueDay line={line} />
        </td>
      ) : null}
      <td data-numeric>{format.amount(line.unitPrice, order.currency)}</td>
      {shown.discount ? (
        <td data-numeric>
          <Discount line={line} currency={order.currency} />
        </td>
      ) : null}
      {shown.tax ? (
        <td data-numeric>
          {line.taxPercent === 0 ? format.amount(line.tax, order.currency) : format.percent(line.taxPercent)}
        </td>
      ) : null}
      <td data-numeric>{format.amount(line.total, order.currency)}</td>
    </tr>
  )
}

function LineName({ line }: { line: OrderLine }) {
  const { t, language } = useText()
  const own = line.description || nameIn(language, line)
  return (
    <>
      {line.productId === null ? null : (
        <Link className="q-link" to="/products/$id" params={{ id: String(line.productId) }}>
          {line.sku}
        </Link>
      )}{' '}
      <span className="q-quiet">{own}</span>
      {line.productId === null && line.externalSku ? (
        <>
          {' '}
          <StatusBadge tone="warn">{t('orders.lines.unknownSku', { sku: line.externalSku })}</StatusBadge>
        </>
      ) : null}
    </>
  )
}

function SentCell({ line, stand }: { line: OrderLine; stand: LineStand | undefined }) {
  const { t, format } = useText()
  return (
    <td data-numeric>
      {format.number(line.shipped)}
      <LineBar line={line} stand={stand} />
      {line.returned > 0 ? (
        <p className={classes.hint}>{t('orders.lines.returned', { quantity: format.number(line.returned) })}</p>
      ) : null}
      {line.cancelled > 0 ? (
        <p className={classes.hint}>{t('orders.lines.cancelled', { quantity: format.number(line.cancelled) })}</p>
      ) : null}
    </td>
  )
}

function DueDay({ line }: { line: OrderLine }) {
  const { t } = useText()
  const today = useToday()
  const isLate = line.open > 0 && line.dueOn !== null && line.dueOn < today
  return (
    <>
      {line.dueOn ?? <span className="q-quiet">{t('common.notGiven')}</span>}
      {isLate ? (
        <div>
          <StatusBadge tone="bad">{t('orders.late')}</StatusBadge>
        </div>
      ) : null}
    </>
  )
}

function Discount({ line, currency }: { line: OrderLine; currency: string }) {
  const { format } = useText()
  return (
    <>
      {line.discountPercent === 0 ? '' : format.number(line.discountPercent)}
      {Number(line.discountAmount) === 0 ? null : (
        <p className={classes.hint}>−{format.amount(line.discountAmount, currency)}</p>
      )}
    </>
  )
}
