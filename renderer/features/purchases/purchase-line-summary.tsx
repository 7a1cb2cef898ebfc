// The lines of a purchase order where there is little room: what, how much of it came, and its amount.
import { Link } from '@tanstack/react-router'
import { useText } from '#renderer/lib/language.ts'
import { nameIn } from '#renderer/lib/names.ts'
import { quantityText } from '#renderer/lib/unit-text.ts'
import { LineSummary } from '#renderer/ui/line-summary.tsx'
import { SectionTitle } from '#renderer/ui/section-title.tsx'
import type { Purchase } from '#shared/schemas/purchases.ts'

export function PurchaseLineSummary({ purchase: { id, lines, currency } }: { purchase: Purchase }) {
  const { t, format, language } = useText()
  return (
    <section>
      <SectionTitle>{t('purchases.lines.count', { count: lines.length })}</SectionTitle>
      <LineSummary
        lines={lines}
        summaryOf={(line) => ({
          id: line.id,
          name: line.description || nameIn(language, line) || line.sku,
          figure: format.amount(line.total, currency),
          details: [
            line.sku,
            t('purchases.lines.came', {
              received: format.number(line.received),
              quantity: quantityText(format, line.quantity, line.unit),
            }),
          ],
        })}
        more={(rest) => (
          <Link className="q-link" to="/purchases/$id" params={{ id: String(id) }}>
            {t('purchases.lines.more', { count: rest, formatted: format.number(rest) })}
          </Link>
        )}
      />
    </section>
  )
}
