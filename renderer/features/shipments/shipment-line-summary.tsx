// The lines of a shipment where there is little room.
import { Link } from '@tanstack/react-router'
import { useText } from '#renderer/lib/language.ts'
import { nameIn } from '#renderer/lib/names.ts'
import { quantityText } from '#renderer/lib/unit-text.ts'
import { LineSummary } from '#renderer/ui/line-summary.tsx'
import { SectionTitle } from '#renderer/ui/section-title.tsx'
import type { Shipment } from '#shared/schemas/shipments.ts'
import classes from './shipments.module.css'

export function ShipmentLineSummary({ shipment: { id, lines } }: { shipment: Shipment }) {
  const { t, format, language } = useText()
  return (
    <section className={classes.section}>
      <SectionTitle>{t('shipments.lines.count', { count: lines.length })}</SectionTitle>
      <LineSummary
        lines={lines}
        summaryOf={(line) => ({
          id: line.id,
          name: nameIn(language, line) || line.description || line.sku,
          figure: quantityText(format, line.quantity, line.unit),
          details: [line.sku, (line.order ?? line.purchase)?.number],
        })}
        more={(rest) => (
          <Link className="q-link" to="/shipments/$id" params={{ id: String(id) }}>
            {t('shipments.lines.more', { count: rest, formatted: format.number(rest) })}
          </Link>
        )}
      />
    </section>
  )
}
