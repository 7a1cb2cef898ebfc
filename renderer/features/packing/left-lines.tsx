// The lines of a shipment beside its cartons: how much of each is packed, and what is left.
import { useText } from '#renderer/lib/language.ts'
import { nameIn } from '#renderer/lib/names.ts'
import { quantityText } from '#renderer/lib/unit-text.ts'
import { SectionTitle } from '#renderer/ui/section-title.tsx'
import { StatusBadge } from '#renderer/ui/status-badge.tsx'
import type { LeftOfLine } from './pack-form-values.ts'
import classes from './packing.module.css'

export function LeftLines({ lines }: { lines: readonly LeftOfLine[] }) {
  const { t } = useText()
  return (
    <section className={classes.section}>
      <SectionTitle>{t('packing.lines.title')}</SectionTitle>
      <div className={classes.lines}>
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col">{t('packing.lines.product')}</th>
              <th scope="col" data-numeric>
                {t('packing.lines.quantity')}
              </th>
              <th scope="col" data-numeric>
                {t('packing.lines.left')}
              </th>
            </tr>
          </thead>
          <tbody>
            {lines.map((line) => (
              <LineRow key={line.lineId} line={line} />
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}

function LineRow({ line }: { line: LeftOfLine }) {
  const { t, format, language } = useText()
  const { sku, description, quantity, unit, leftMilli, piecesPerCarton } = line
  const formatted = format.number(Math.abs(leftMilli) / 1000)
  return (
    <tr>
      <td className={classes.what} title={nameIn(language, line)}>
        {sku || description}
        <p className={classes.hint}>
          {piecesPerCarton === null
            ? t('packing.lines.noData')
            : t('packing.lines.perCarton', { formatted: format.number(piecesPerCarton) })}
        </p>
      </td>
      <td data-numeric>{quantityText(format, quantity, unit)}</td>
      <td data-numeric>
        {leftMilli < 0 ? (
          <StatusBadge tone="bad">{t('packing.lines.tooMuch', { formatted })}</StatusBadge>
        ) : leftMilli === 0 ? (
          <span className="q-quiet">0</span>
        ) : (
          <strong>{formatted}</strong>
        )}
      </td>
    </tr>
  )
}
