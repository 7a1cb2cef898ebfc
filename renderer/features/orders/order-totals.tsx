// What an order comes to, below its lines: the sum, and what is added to it where something is.
import { givenBack } from '#renderer/lib/given-back.ts'
import { useText } from '#renderer/lib/language.ts'
import type { Order } from '#shared/schemas/orders.ts'

export function OrderTotals({ order, columns }: { order: Order; columns: number }) {
  const { t, format } = useText()
  const { money, currency, taxIncluded, taxBy } = order
  const isZero = (text: string) => Number(text) === 0
  const more = [
    { label: t('orders.fields.freight'), text: money.freight },
    { label: t('orders.fields.other'), text: money.other },
    { label: t(taxIncluded ? 'orders.money.taxIn' : 'orders.money.taxOn'), text: money.tax },
  ].filter(({ text }) => !isZero(text))
  const hasGross = more.length > 0
  return (
    <tfoot>
      <tr>
        <th scope="row" colSpan={columns}>
          {t('orders.lines.total')}
        </th>
        <td data-numeric>{format.amount(money.goods, currency)}</td>
      </tr>
      {more.map(({ label, text }) => (
        <tr key={label} data-quiet>
          <th scope="row" colSpan={columns}>
            {label}
          </th>
          <td data-numeric>{format.amount(text, currency)}</td>
        </tr>
      ))}
      {hasGross ? (
        <tr>
          <th scope="row" colSpan={columns}>
            {t(order.document === 'credit' ? 'orders.money.grossCredit' : 'orders.money.gross')}
            {taxBy === 'channel' && !isZero(money.tax) ? ` · ${t('orders.money.taxByChannel')}` : ''}
          </th>
          <td data-numeric>
            {format.money(order.document === 'credit' ? givenBack(money.gross) : money.gross, currency)}
          </td>
        </tr>
      ) : null}
    </tfoot>
  )
}
