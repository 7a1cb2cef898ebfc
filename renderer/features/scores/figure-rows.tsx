// The rows behind a figure: lines of orders, orders, or answers to requests; each leads to where it stands.
import { Link } from '@tanstack/react-router'
import { type Spoken, useText } from '#renderer/lib/language.ts'
import plain from '#renderer/ui/plain-table.module.css'
import type { FigureLine, FigureLines } from '#shared/schemas/scores.ts'
import classes from './scores.module.css'

type Row = { key: string; to: string | null; number: string; cells: readonly (string | number)[] }

export function FigureRows({ answer }: { answer: FigureLines }) {
  const text = useText()
  const { t } = text
  const { heads, rows } = tableOf(text, answer)
  return (
    <table className={`${plain.table} ${classes.behind}`} aria-label={t('scores.card.lines')}>
      <thead>
        <tr>
          {heads.map((head, index) => (
            <th key={head} scope="col" data-numeric={index > 1 || undefined}>
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, to, number, cells }) => (
          <tr key={key}>
            <td>
              {to === null ? (
                number
              ) : (
                <Link className="q-link" to={to as '/'}>
                  {number}
                </Link>
              )}
            </td>
            {cells.map((cell, index) => (
              <td key={heads[index + 1]} data-numeric={index > 0 || undefined}>
                {cell}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function tableOf(text: Spoken, answer: FigureLines): { heads: string[]; rows: Row[] } {
  const { t, format } = text
  const yes = (is: boolean) => t(is ? 'scores.lines.yes' : 'scores.lines.no')
  switch (answer.of) {
    case 'lines':
      return {
        heads: (
          [
            'order',
            'product',
            'due',
            'ordered',
            'received',
            'rejected',
            'last',
            'onTime',
            'inFull',
            'days',
            'amount',
          ] as const
        ).map((key) => t(`scores.lines.${key}`)),
        rows: answer.rows.map((line) => lineRow(text, line, answer.currency)),
      }
    case 'orders':
      return {
        heads: (['order', 'sent', 'cancelled', 'claims', 'errors'] as const).map((key) => t(`scores.lines.${key}`)),
        rows: answer.rows.map((order) => ({
          key: String(order.orderId),
          to: order.orderId === null ? null : `/purchases/${order.orderId}`,
          number: order.orderId === null ? t('scores.lines.noOrder') : order.number,
          cells: [
            order.orderedOn,
            order.isCounted ? yes(order.isCancelled) : t('scores.lines.claimOnly'),
            format.number(order.claims),
            format.number(order.paperErrors),
          ],
        })),
      }
    case 'answers':
      return {
        heads: (['request', 'sent', 'answered', 'hours'] as const).map((key) => t(`scores.lines.${key}`)),
        rows: answer.rows.map((one) => ({
          key: String(one.requestId),
          to: `/requests/${one.requestId}`,
          number: one.number,
          cells: [
            format.instant(one.sentAt),
            one.answeredAt === null ? '' : format.instant(one.answeredAt),
            one.hours === null ? '' : format.number(one.hours.toFixed(1)),
          ],
        })),
      }
  }
}

function lineRow({ t, format }: Spoken, line: FigureLine, currency: string): Row {
  const yes = (is: boolean | null) => (is === null ? '' : t(is ? 'scores.lines.yes' : 'scores.lines.no'))
  return {
    key: String(line.lineId),
    to: `/purchases/${line.orderId}`,
    number: line.number,
    cells: [
      line.sku || line.name,
      line.dueOn ?? '',
      format.number(line.ordered),
      format.number(line.received),
      format.number(line.rejected),
      line.lastReceivedOn ?? '',
      yes(line.onTime),
      yes(line.inFull),
      line.leadDays === null ? '' : format.number(line.leadDays),
      line.amount === null ? '' : format.amount(line.amount, currency),
    ],
  }
}
