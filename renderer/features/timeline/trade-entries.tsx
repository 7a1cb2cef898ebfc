// Orders, parcels, payments, letters and words of a customer on the timeline.
import { Link } from '@tanstack/react-router'
import { useText } from '#renderer/lib/language.ts'
import { recordAddress } from '#renderer/lib/record-address.ts'
import type { TimelineEntry } from '#shared/schemas/timeline.ts'
import classes from './timeline.module.css'
import { Line } from './timeline-line.tsx'

type Of<Kind extends TimelineEntry['kind']> = Extract<TimelineEntry, { kind: Kind }>

function OrderLink({ id, number }: { id: number; number: string }) {
  return (
    <Link className="q-link" {...(recordAddress({ kind: 'order', id }) as { to: '/' })}>
      {number}
    </Link>
  )
}

export function TradeEntry({ entry }: { entry: Of<'order' | 'dispatch' | 'shipment' | 'payment' | 'letter'> }) {
  const { t, format } = useText()
  switch (entry.kind) {
    case 'order': {
      const { what, document } = entry
      const said = what === 'made' ? t(`timeline.trade.${document}Made`) : t(`orders.statuses.${what}`)
      const money = what === 'made' ? `${format.money(entry.total, entry.currency)}, ${entry.orderedOn}` : ''
      return (
        <Line
          entry={entry}
          what={said}
          detail={
            <>
              <OrderLink id={entry.id} number={entry.number} /> <span className="q-quiet">{money}</span>
            </>
          }
        />
      )
    }
    case 'dispatch':
      return (
        <Line
          entry={entry}
          what={t(`timeline.trade.dispatch_${entry.what}`)}
          detail={
            <>
              <OrderLink id={entry.orderId} number={entry.orderNumber} />{' '}
              <span className="q-quiet">{[entry.on, entry.tracking].filter(Boolean).join(' · ')}</span>
            </>
          }
        />
      )
    case 'shipment':
      return (
        <Line
          entry={entry}
          what={t(`timeline.trade.shipment_${entry.what}`)}
          detail={
            <>
              <Link className="q-link" {...(recordAddress({ kind: 'shipment', id: entry.id }) as { to: '/' })}>
                {entry.number}
              </Link>{' '}
              <span className="q-quiet">{[entry.on, entry.place].filter(Boolean).join(' · ')}</span>
            </>
          }
        />
      )
    case 'payment':
      return (
        <Line
          entry={entry}
          what={t(`timeline.trade.payment_${entry.what}`)}
          detail={`${format.money(entry.amount, entry.currency)} · ${entry.number} · ${entry.on}`}
        />
      )
    case 'letter':
      return (
        <Line
          entry={entry}
          what={t(`timeline.trade.letter_${entry.what}`, { step: entry.step })}
          detail={`${entry.number} · ${format.money(entry.open, entry.currency)}`}
        />
      )
  }
}

export function SaidEntry({ entry }: { entry: Of<'message' | 'consent'> }) {
  const { t } = useText()
  if (entry.kind === 'consent')
    return (
      <Line
        entry={entry}
        what={t(`timeline.trade.consent_${entry.what}`)}
        detail={[t(`customers.purposes.${entry.purpose}`), entry.on, entry.proof].filter(Boolean).join(' · ')}
      />
    )
  const { message, what } = entry
  const said = t(`customers.messageKinds.${message.kind}`)
  const way = what === 'written' ? t(`customers.directions.${message.direction}`) : t(`timeline.trade.message_${what}`)
  return (
    <Line
      entry={entry}
      what={message.subject || said}
      detail={
        <>
          <span className="q-quiet">{[message.subject ? said : '', way, message.on].filter(Boolean).join(' · ')}</span>{' '}
          {message.orderId === null ? null : <OrderLink id={message.orderId} number={message.orderNumber} />}
        </>
      }
    >
      {what === 'written' && message.text ? <p className={classes.said}>{message.text}</p> : null}
    </Line>
  )
}
