// The lines of an order where there is little room.
import { Link } from '@tanstack/react-router'
import { useText } from '#renderer/lib/language.ts'
import { nameIn } from '#renderer/lib/names.ts'
import { quantityText } from '#renderer/lib/unit-text.ts'
import { LineSummary } from '#renderer/ui/line-summary.tsx'
import { SectionTitle } from '#renderer/ui/section-title.tsx'
import type { Order, OrderLine } from '#shared/schemas/orders.ts'
import classes from './orders.module.css'

export function OrderLineSummary({ order: { id, lines, currency } }: { order: Order }) {
  const { t, format, language } = useText()
  const detailsOf = ({ sku, quantity, unit, unitPrice, discountPercent }: OrderLine) => [
    sku,
    `${quantityText(format, quantity, unit)} × ${format.amount(unitPrice, currency)}`,
    discountPercent === 0 ? '' : t('orders.lines.less', { percent: format.percent(discountPercent) }),
  ]
  return (
    <section className={classes.summary}>
      <SectionTitle>{t('orders.lines.count', { count: lines.length })}</SectionTitle>
      <LineSummary
        lines={lines}
        summaryOf={(line) => ({
          id: line.id,
          name: line.description || nameIn(language, line) || line.sku,
          figure: format.amount(line.total, currency),
          details: detailsOf(line),
        })}
        more={(rest) => (
          <Link className="q-link" to="/orders/$id" params={{ id: String(id) }}>
            {t('orders.lines.more', { count: rest, formatted: format.number(rest) })}
          </Link>
        )}
      />
    </section>
  )
}
