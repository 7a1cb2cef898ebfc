// The lines of a shipment where there is little room.
import { Link } from '@tanstack/react-router'
import { useText } from '#renderer/lib/language.ts'
import { nameIn } from '#renderer/lib/names.ts'
import { quantityText } from '#renderer/lib/unit-text.ts'
import { SectionTitle } from '#renderer/ui/section-title.tsx'
import type { Shipment } from '#shared/schemas/shipments.ts'
import classes from './shipments.module.css'

const shownAtMost = 30

export function ShipmentLineSummary({ shipment }: { shipment: Shipment }) {
  const { t, format, language } = useText()
  const rest = shipment.lines.length - shownAtMost
  return (
    <section className={classes.section}>
      <SectionTitle>{t('shipments.lines.count', { count: shipment.lines.length })}</SectionTitle>
      <ul className={classes.summary}>
        {shipment.lines.slice(0, shownAtMost).map((line) => (
          <li key={line.id}>
            <p className={classes.summaryRow}>
              <span className={classes.summaryName}>{nameIn(language, line) || line.description || line.sku}</span>
              <span>{quantityText(format, line.quantity, line.unit)}</span>
            </p>
            <p className={classes.summaryDetail}>
              {[line.sku, (line.order ?? line.purchase)?.number].filter(Boolean).join(' · ')}
            </p>
          </li>
        ))}
      </ul>
      {rest > 0 ? (
        <Link className="q-link" to="/shipments/$id" params={{ id: String(shipment.id) } as never}>
          {t('shipments.lines.more', { count: rest, formatted: format.number(rest) })}
        </Link>
      ) : null}
    </section>
  )
}
