// What was understood of each line of a pasted list, and what becomes of it.
import { Link } from '@tanstack/react-router'
import { errorMessage } from '#renderer/lib/error-message.ts'
import { useText } from '#renderer/lib/language.ts'
import { nameIn } from '#renderer/lib/names.ts'
import { ScrollRegion } from '#renderer/ui/scroll-region.tsx'
import { StatusBadge, type Tone } from '#renderer/ui/status-badge.tsx'
import type { Failure } from '#shared/errors.ts'
import type { Translate } from '#shared/i18n/translate.ts'
import type { SentListRow, SentListState } from '#shared/schemas/shipment-moves.ts'
import classes from './shipment-moves.module.css'

const tones: Readonly<Record<SentListState, Tone>> = {
  ready: 'good',
  numbers: 'good',
  sent: 'neutral',
  unknown: 'bad',
  ambiguous: 'warn',
  waiting: 'warn',
  short: 'bad',
  day: 'warn',
  unread: 'bad',
}

const shown = 500

export function SentListTable({ rows, isDone }: { rows: readonly SentListRow[]; isDone: boolean }) {
  const { t, format } = useText()
  const more = rows.length - shown
  return (
    <ScrollRegion className={classes.tableFrame ?? ''} name={t('shipments.moves.list.understood')}>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col" data-numeric>
              {t('shipments.moves.list.line')}
            </th>
            <th scope="col">{t('shipments.moves.order')}</th>
            <th scope="col">{t('shipments.moves.numbers')}</th>
            <th scope="col">{t('shipments.moves.carrier')}</th>
            <th scope="col">{t('shipments.moves.on')}</th>
            <th scope="col">{t('shipments.moves.list.becomes')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, shown).map((row) => (
            <Row key={row.line} row={row} isDone={isDone} />
          ))}
        </tbody>
      </table>
      {more > 0 ? (
        <p className="q-quiet">{t('shipments.moves.list.more', { formatted: format.number(more) })}</p>
      ) : null}
    </ScrollRegion>
  )
}

function Row({ row, isDone }: { row: SentListRow; isDone: boolean }) {
  const { t, language } = useText()
  const { state, orderId, shipmentId, orderNumber, trackingNumbers, carrier, on, code, details, text } = row
  const isDoneNow = isDone && (state === 'ready' || state === 'numbers')
  return (
    <tr>
      <td data-numeric>{row.line}</td>
      <td className={classes.what}>
        {orderId === null && shipmentId === null ? (
          <span className="q-quiet">{text}</span>
        ) : (
          <>
            <Link
              className="q-link"
              to={orderId === null ? '/shipments/$id' : '/orders/$id'}
              params={{ id: String(orderId ?? shipmentId) }}
            >
              {orderNumber}
            </Link>{' '}
            <span className="q-quiet">{nameIn(language, { name: row.customer, nameZh: row.customerZh })}</span>
          </>
        )}
      </td>
      <td className={classes.said}>{trackingNumbers.join(', ')}</td>
      <td className={classes.said}>
        {carrier}{' '}
        {carrier !== '' && row.carrierId === null ? (
          <StatusBadge tone="warn">{t('shipments.moves.list.noCarrier')}</StatusBadge>
        ) : null}
      </td>
      <td>{on ?? ''}</td>
      <td className={classes.said}>
        <StatusBadge tone={tones[state]}>
          {t(`shipments.moves.list.${isDoneNow ? 'doneStates' : 'states'}.${state as 'ready'}`)}
        </StatusBadge>{' '}
        {code === '' ? null : <span className="q-quiet">{whyNot(t, { code, details } as Failure)}</span>}
      </td>
    </tr>
  )
}

/** Of many lines a shortage is told shortly: product, what lies there, what is asked for. */
function whyNot(t: Translate, failure: Failure): string {
  if (failure.code !== 'stock/insufficient') return errorMessage(t, failure)
  const { product, onHand, asked, unit } = failure.details
  return t('dispatch.many.short', {
    ...{ product: String(product), unit: String(unit ?? '') },
    ...{ onHand: String(onHand), asked: String(asked) },
  })
}
