// The shipments that hold goods of an order or a purchase order, and the way to a new one for what is still open.
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { trpc } from '#renderer/lib/api.ts'
import { useText } from '#renderer/lib/language.ts'
import { nameIn } from '#renderer/lib/names.ts'
import type { PanelProps } from '#renderer/lib/record-panels.ts'
import { LinkButton } from '#renderer/ui/link-button.tsx'
import { QueryState } from '#renderer/ui/query-state.tsx'
import { StatusBadge } from '#renderer/ui/status-badge.tsx'
import { WriteGate } from '#renderer/ui/write-gate.tsx'
import type { ShipmentRow } from '#shared/schemas/shipments.ts'
import { ShipmentBadge } from './shipment-status.tsx'
import classes from './shipments.module.css'

export function ShipmentsPanel({ record: { kind, id } }: PanelProps) {
  const { t } = useText()
  const ofPurchase = kind === 'purchase'
  const query = useQuery(trpc.shipments.of.queryOptions(ofPurchase ? { purchaseId: id } : { orderId: id }))
  const begin = ofPurchase ? { purchase: String(id) } : { order: String(id) }
  return (
    <>
      <div className={classes.panelActions}>
        <WriteGate>
          <LinkButton to="/shipments/new" search={begin as never}>
            {t('shipments.panel.new')}
          </LinkButton>
        </WriteGate>
      </div>
      <QueryState query={query}>
        {(rows) =>
          rows.length === 0 ? (
            <p className="q-quiet">{t('shipments.panel.none')}</p>
          ) : (
            <ul className={classes.summary}>
              {rows.map((row) => (
                <ShipmentItem key={row.id} row={row} />
              ))}
            </ul>
          )
        }
      </QueryState>
    </>
  )
}

function ShipmentItem({ row }: { row: ShipmentRow }) {
  const { t, format, language } = useText()
  const { number, status, state, stateOn, isLate, plannedOn, deliveredOn, trackingNumber, moreNumbers } = row
  const more = moreNumbers > 0 ? t('shipments.moreNumbers', { formatted: format.number(moreNumbers) }) : ''
  const planned = deliveredOn === null && plannedOn ? t('shipments.legs.planned', { day: plannedOn }) : ''
  const details = [
    nameIn(language, { name: row.carrier, nameZh: row.carrierZh }),
    row.service,
    [trackingNumber, more].filter(Boolean).join(' '),
    row.sentOn && `${t('shipments.fields.sentOn')} ${row.sentOn}`,
    planned,
  ]
  return (
    <li>
      <p className={classes.entryHead}>
        <Link className="q-link" to="/shipments/$id" params={{ id: String(row.id) }}>
          {number}
        </Link>
        <ShipmentBadge status={status} state={state} />
        {isLate ? <StatusBadge tone="bad">{t('shipments.late')}</StatusBadge> : null}
        <span className="q-quiet">{stateOn}</span>
      </p>
      <p className={classes.summaryDetail}>{details.filter(Boolean).join(' · ')}</p>
    </li>
  )
}
