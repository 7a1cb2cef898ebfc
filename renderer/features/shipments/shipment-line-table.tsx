// What is in a shipment: its lines with their orders, how much of each lies in parcels, and what it is worth.
import { Link } from '@tanstack/react-router'
import { useText } from '#renderer/lib/language.ts'
import { nameIn } from '#renderer/lib/names.ts'
import { quantityText } from '#renderer/lib/unit-text.ts'
import { SectionTitle } from '#renderer/ui/section-title.tsx'
import type { Shipment, ShipmentLine } from '#shared/schemas/shipments.ts'
import classes from './shipments.module.css'

export function ShipmentLineTable({ shipment }: { shipment: Shipment }) {
  const { t, format } = useText()
  const { lines, baseCurrency, value, isAtCost } = shipment
  const isPacked = lines.some(({ packed }) => packed > 0)
  return (
    <section className={classes.section}>
      <SectionTitle>{t('shipments.sections.lines')}</SectionTitle>
      {lines.length === 0 ? (
        <p className="q-quiet">{t('shipments.lines.none')}</p>
      ) : (
        <div className={classes.tableFrame}>
          <table className={classes.table}>
            <thead>
              <tr>
                <th scope="col">{t('shipments.fields.product')}</th>
                <th scope="col">{t('shipments.fields.orders')}</th>
                <th scope="col" data-numeric>
                  {t('shipments.fields.quantity')}
                </th>
                {isPacked ? (
                  <th scope="col" data-numeric>
                    {t('shipments.fields.packed')}
                  </th>
                ) : null}
                <th scope="col" data-numeric>
                  {t('shipments.lines.total', { currency: baseCurrency })}
                </th>
              </tr>
            </thead>
            <tbody>
              {lines.map((line) => (
                <LineRow key={line.id} line={line} isPacked={isPacked} base={baseCurrency} />
              ))}
            </tbody>
            <tfoot>
              <tr>
                <th scope="row" colSpan={isPacked ? 4 : 3}>
                  {t(isAtCost ? 'shipments.fields.valueAtCost' : 'shipments.fields.value')}
                </th>
                <td data-numeric>{value === null ? t('shipments.noValue') : format.amount(value, baseCurrency)}</td>
              </tr>
            </tfoot>
          </table>
        </div>
      )}
    </section>
  )
}

function LineRow({ line, isPacked, base }: { line: ShipmentLine; isPacked: boolean; base: string }) {
  const { t, format, language } = useText()
  const rest = Math.round((line.quantity - line.packed) * 1000) / 1000
  return (
    <tr>
      <td className={classes.what}>
        {line.productId === null ? (
          line.sku
        ) : (
          <Link className="q-link" to="/products/$id" params={{ id: String(line.productId) }}>
            {line.sku}
          </Link>
        )}{' '}
        <span className="q-quiet">{nameIn(language, line) || line.description}</span>
      </td>
      <td>
        <SourceLink line={line} />
      </td>
      <td data-numeric>{quantityText(format, line.quantity, line.unit)}</td>
      {isPacked ? (
        <td data-numeric>
          {format.number(line.packed)}
          {rest > 0 ? (
            <p className={classes.hint}>{t('shipments.lines.unpacked', { quantity: format.number(rest) })}</p>
          ) : null}
        </td>
      ) : null}
      <td data-numeric>
        {line.value === null ? (
          <span className="q-quiet">{t('shipments.noValue')}</span>
        ) : (
          format.amount(line.value, base)
        )}
      </td>
    </tr>
  )
}

function SourceLink({ line: { order, purchase } }: { line: ShipmentLine }) {
  const source = order ?? purchase
  if (source === null) return null
  return (
    <Link className="q-link" to={order ? '/orders/$id' : '/purchases/$id'} params={{ id: String(source.id) }}>
      {source.number}
    </Link>
  )
}
