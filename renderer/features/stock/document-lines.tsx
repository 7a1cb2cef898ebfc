// The lines of a stock document to read: what moved, where, at what cost, and what takes it back.
import { Link } from '@tanstack/react-router'
import { useText } from '#renderer/lib/language.ts'
import { nameIn } from '#renderer/lib/names.ts'
import { placeName } from '#renderer/lib/place-name.ts'
import { quantityText } from '#renderer/lib/unit-text.ts'
import { ExplainedFigure } from '#renderer/ui/formula-card.tsx'
import { ScrollRegion } from '#renderer/ui/scroll-region.tsx'
import { SectionTitle } from '#renderer/ui/section-title.tsx'
import { StatusBadge } from '#renderer/ui/status-badge.tsx'
import type { StockDocument, StockDocumentLine } from '#shared/schemas/stock-documents.ts'
import classes from './stock.module.css'

export function DocumentLines({ document }: { document: StockDocument }) {
  const { t } = useText()
  const { lines } = document
  const has = {
    batch: lines.some(({ batch }) => batch !== ''),
    bin: lines.some(({ bin }) => bin !== ''),
    cost: lines.some(({ unitCost }) => unitCost !== null),
    note: lines.some(({ note }) => note !== ''),
  }
  return (
    <section>
      <SectionTitle>{t('stock.form.lines')}</SectionTitle>
      <ScrollRegion name={t('stock.form.lines')}>
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col">{t('stock.fields.product')}</th>
              <th scope="col">{t('stock.fields.place')}</th>
              <th scope="col">{t('stock.fields.on')}</th>
              {has.batch ? <th scope="col">{t('stock.fields.batch')}</th> : null}
              {has.bin ? <th scope="col">{t('stock.fields.bin')}</th> : null}
              <th scope="col" data-numeric>
                {t('stock.fields.quantity')}
              </th>
              {has.cost ? (
                <th scope="col" data-numeric>
                  {t('stock.fields.unitCost')}
                </th>
              ) : null}
              <th scope="col" data-numeric>
                {t('stock.fields.valueIn', { currency: document.baseCurrency })}
              </th>
              {has.note ? <th scope="col">{t('stock.fields.note')}</th> : null}
            </tr>
          </thead>
          <tbody>
            {lines.map((line) => (
              <Line key={line.movementId} line={line} has={has} base={document.baseCurrency} />
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </section>
  )
}

type LineProps = {
  line: StockDocumentLine
  has: Readonly<Record<'batch' | 'bin' | 'cost' | 'note', boolean>>
  base: string
}

function Line({ line, has, base }: LineProps) {
  const { t, format, language } = useText()
  return (
    <tr data-off={line.reversedById !== null || undefined}>
      <td className={classes.wide}>
        <span className={classes.clamp}>
          <Link className="q-link" to="/stock/$id" params={{ id: String(line.productId) }}>
            {line.sku}
          </Link>{' '}
          <span className="q-quiet">{nameIn(language, line)}</span>
        </span>{' '}
        {line.reversesId === null ? null : <StatusBadge tone="outline">{t('stock.counter')}</StatusBadge>}
      </td>
      <td className={classes.place}>{placeName(t, { id: line.warehouseId, name: line.warehouse })}</td>
      <td className={classes.day}>{line.on}</td>
      {has.batch ? (
        <td>
          {line.batch} {line.expiresOn ? <span className="q-quiet">{line.expiresOn}</span> : null}
        </td>
      ) : null}
      {has.bin ? <td>{line.bin}</td> : null}
      <td data-numeric>{quantityText(format, line.quantity, line.unit)}</td>
      {has.cost ? (
        <td data-numeric>{line.unitCost ? format.money(line.unitCost.amount, line.unitCost.currency) : ''}</td>
      ) : null}
      <td data-numeric>
        <LineValue line={line} base={base} />
      </td>
      {has.note ? <td className={classes.wide}>{line.note}</td> : null}
    </tr>
  )
}

/** The value of one movement with what it comes from. */
export function LineValue({
  line,
  base,
}: {
  line: Pick<StockDocumentLine, 'value' | 'unitCost' | 'quantity' | 'unit'> & {
    rate?: string | null
    rateOn?: string | null
  }
  base: string
}) {
  const { t, format } = useText()
  const { unitCost, rate = null, rateOn = null } = line
  if (line.value === null) return <span className="q-quiet">{t('common.noData')}</span>
  return (
    <ExplainedFigure
      title={t('stock.fields.value')}
      formula={t(unitCost ? 'stock.formulas.receiptValue' : 'stock.formulas.issueValue')}
      inputs={[
        { label: t('stock.fields.quantity'), value: quantityText(format, line.quantity, line.unit) },
        {
          label: t('stock.fields.unitCost'),
          value: unitCost && format.money(unitCost.amount, unitCost.currency),
          optional: true,
        },
        {
          label: t('stock.fields.rateOf', { from: unitCost?.currency ?? '', to: base }),
          value: rate && `${format.number(rate)} · ${rateOn}`,
          optional: true,
        },
        { label: t('stock.fields.value'), value: format.money(line.value, base) },
      ]}
    >
      {format.amount(line.value, base)}
    </ExplainedFigure>
  )
}
