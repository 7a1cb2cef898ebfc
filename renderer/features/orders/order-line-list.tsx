// The lines of an order to read.
import { Link } from '@tanstack/react-router'
import { useText } from '#renderer/lib/language.ts'
import { nameIn } from '#renderer/lib/names.ts'
import { unitText } from '#renderer/lib/unit-text.ts'
import { SectionTitle } from '#renderer/ui/section-title.tsx'
import type { Order } from '#shared/schemas/orders.ts'
import classes from './orders.module.css'

export function OrderLineList({ order }: { order: Order }) {
  const { t, format, language } = useText()
  const hasDiscount = order.lines.some((line) => line.discountPercent !== 0)
  return (
    <section className={classes.lines}>
      <SectionTitle>{t('orders.sections.lines')}</SectionTitle>
      <div className={classes.tableFrame}>
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col">{t('orders.fields.product')}</th>
              <th scope="col" data-numeric>
                {t('orders.fields.quantity')}
              </th>
              <th scope="col" data-numeric>
                {t('orders.fields.unitPrice')}
              </th>
              {hasDiscount ? (
                <th scope="col" data-numeric>
                  {t('orders.fields.discount')}
                </th>
              ) : null}
              <th scope="col" data-numeric>
                {t('orders.fields.lineTotal')}
              </th>
            </tr>
          </thead>
          <tbody>
            {order.lines.map((line) => (
              <tr key={line.id}>
                <td>
                  {line.productId === null ? null : (
                    <Link className={classes.link} to="/products/$id" params={{ id: String(line.productId) }}>
                      {line.sku}
                    </Link>
                  )}{' '}
                  <span className="q-quiet">{line.description || nameIn(language, line)}</span>
                </td>
                <td data-numeric>
                  {format.number(line.quantity)}{' '}
                  <span className="q-quiet">{unitText(format, line.unit, line.quantity)}</span>
                </td>
                <td data-numeric>{format.amount(line.unitPrice, order.currency)}</td>
                {hasDiscount ? (
                  <td data-numeric>{line.discountPercent === 0 ? '' : format.number(line.discountPercent)}</td>
                ) : null}
                <td data-numeric>{format.amount(line.total, order.currency)}</td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row" colSpan={hasDiscount ? 4 : 3}>
                {t('orders.lines.total')}
              </th>
              <td data-numeric>{format.money(order.total, order.currency)}</td>
            </tr>
          </tfoot>
        </table>
      </div>
    </section>
  )
}
