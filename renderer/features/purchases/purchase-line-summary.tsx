// The lines of a purchase order where there is little room: what, how much of it came, and its amount.
import { Link } from '@tanstack/react-router'
import { useText } from '#renderer/lib/language.ts'
import { nameIn } from '#renderer/lib/names.ts'
import { quantityText } from '#renderer/lib/unit-text.ts'
import { SectionTitle } from '#renderer/ui/section-title.tsx'
import type { Purchase } from '#shared/schemas/purchases.ts'
import classes from './purchases.module.css'

const shownAtMost = 30

export function PurchaseLineSummary({ purchase }: { purchase: Purchase }) {
  const { t, format, language } = useText()
  const rest = purchase.lines.length - shownAtMost
  return (
    <section>
      <SectionTitle>{t('purchases.lines.count', { count: purchase.lines.length })}</SectionTitle>
      <ul className={classes.summary}>
        {purchase.lines.slice(0, shownAtMost).map((line) => (
          <li key={line.id}>
            <p className={classes.summaryRow}>
              <span className={classes.summaryName}>{line.description || nameIn(language, line) || line.sku}</span>
              <span>{format.amount(line.total, purchase.currency)}</span>
            </p>
            <p className={classes.summaryDetail}>
              {[
                line.sku,
                t('purchases.lines.came', {
                  received: format.number(line.received),
                  quantity: quantityText(format, line.quantity, line.unit),
                }),
              ]
                .filter(Boolean)
                .join(' · ')}
            </p>
          </li>
        ))}
      </ul>
      {rest > 0 ? (
        <Link className="q-link" to="/purchases/$id" params={{ id: String(purchase.id) }}>
          {t('purchases.lines.more', { count: rest, formatted: format.number(rest) })}
        </Link>
      ) : null}
    </section>
  )
}
