// The lines of an order where there is little room: two rows each.
import { Link } from '@tanstack/react-router'
import { useText } from '#renderer/lib/language.ts'
import { nameIn } from '#renderer/lib/names.ts'
import { quantityText } from '#renderer/lib/unit-text.ts'
import { SectionTitle } from '#renderer/ui/section-title.tsx'
import type { Order, OrderLine } from '#shared/schemas/orders.ts'
import classes from './orders.module.css'

const shownAtMost = 30

export function OrderLineSummary({ order }: { order: Order }) {
  const { t, format } = useText()
  const rest = order.lines.length - shownAtMost
  return (
    <section className={classes.lines}>
      <SectionTitle>{t('orders.lines.count', { count: order.lines.length })}</SectionTitle>
      <ul className={classes.summary}>
        {order.lines.slice(0, shownAtMost).map((line) => (
          <SummaryLine key={line.id} line={line} currency={order.currency} />
        ))}
      </ul>
      {rest > 0 ? (
        <Link className={classes.link} to="/orders/$id" params={{ id: String(order.id) }}>
          {t('orders.lines.more', { count: rest, formatted: format.number(rest) })}
        </Link>
      ) : null}
    </section>
  )
}

function SummaryLine({ line, currency }: { line: OrderLine; currency: string }) {
  const { t, format, language } = useText()
  const price = `${quantityText(format, line.quantity, line.unit)} × ${format.amount(line.unitPrice, currency)}`
  const discount =
    line.discountPercent === 0 ? '' : t('orders.lines.less', { percent: format.percent(line.discountPercent) })
  return (
    <li>
      <p className={classes.summaryRow}>
        <span className={classes.summaryName}>{line.description || nameIn(language, line) || line.sku}</span>
        <span>{format.amount(line.total, currency)}</span>
      </p>
      <p className={classes.summaryDetail}>{[line.sku, price, discount].filter(Boolean).join(' · ')}</p>
    </li>
  )
}
