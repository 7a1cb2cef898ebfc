// The order lines that a product's figure is added up from.
import { Link } from '@tanstack/react-router'
import { type Spoken, useText } from '#renderer/lib/language.ts'
import { nameIn } from '#renderer/lib/names.ts'
import { TableHead } from '#renderer/ui/table-head.tsx'
import { Decimal } from '#shared/decimal.ts'
import type { AbcBasis, AbcItemDetail } from '#shared/schemas/insights.ts'
import classes from './abc-lines.module.css'

export function AbcLines({ basis, detail }: { basis: AbcBasis; detail: AbcItemDetail }) {
  const text = useText()
  const { t, format } = text
  const { lines, lineCount, currency } = detail
  const shown = { count: lineCount, formatted: format.number(lineCount), shown: format.number(lines.length) }
  const unit = currency === null ? '' : ` ${currency}`
  return (
    <section className={classes.lines}>
      <h3 className={classes.title}>
        {lines.length < lineCount ? t('insights.abc.lines.some', shown) : t('insights.abc.lines.all', shown)}
      </h3>
      <table className={classes.table}>
        <TableHead
          heads={[
            t('insights.abc.lines.day'),
            t('insights.abc.lines.order'),
            t('insights.abc.lines.quantity'),
            `${t(`insights.abc.lines.${basis === 'quantity' || basis === 'orders' ? 'total' : basis}`)}${unit}`,
          ]}
        />
        <tbody>
          {lines.map((line, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: an order may hold a product twice; the rows never move
            <tr key={`${line.orderId} ${at}`}>
              <td>{line.soldOn}</td>
              <td>
                <Link
                  to="/orders/$id"
                  params={{ id: String(line.orderId) }}
                  className={classes.order}
                  title={nameIn(text.language, { name: line.customer, nameZh: line.customerZh })}
                >
                  {line.number}
                </Link>
              </td>
              <td>{format.number(line.quantity)}</td>
              <td>{lineFigure(text, { basis, currency }, line)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

type Line = AbcItemDetail['lines'][number]
type Figure = { basis: AbcBasis; currency: string | null }

/** What the line adds to the figure. A line without a rate or a cost adds nothing, and says so. */
function lineFigure({ t, format }: Spoken, { basis, currency }: Figure, line: Line): string {
  if (basis === 'quantity' || basis === 'orders') return format.money(line.total, line.currency)
  if (line.baseTotal === null) return t('common.noData')
  if (basis !== 'grossProfit') return format.amount(line.baseTotal, currency ?? '')
  if (line.cost === null) return t('common.noData')
  return format.amount(new Decimal(line.baseTotal).minus(line.cost).toFixed(), currency ?? '')
}
