// What was heard of a shipment, newest first, and the ways to add to it: typed, or pasted from a carrier's page.
import { Button, Menu } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { trpc } from '#renderer/lib/api.ts'
import { useText } from '#renderer/lib/language.ts'
import type { PanelProps } from '#renderer/lib/record-panels.ts'
import { OutsideLink, siteOf } from '#renderer/ui/outside-link.tsx'
import { QueryState } from '#renderer/ui/query-state.tsx'
import { NumberCandidates } from '#renderer/ui/tracking-number-field/number-candidates.tsx'
import { WriteGate } from '#renderer/ui/write-gate.tsx'
import type { EventParcel, ShipmentEvent } from '#shared/schemas/tracking.ts'
import { EventDialog } from './event-dialog.tsx'
import { EventTimeline } from './event-timeline.tsx'
import { PasteDialog } from './paste-dialog.tsx'
import { StateDialog } from './state-dialog.tsx'
import classes from './tracking.module.css'
import { useExportEvents } from './use-export-events.ts'

type Shown = { what: 'add' | 'paste' } | { what: 'state'; event: ShipmentEvent } | null

export function EventsPanel({ record }: PanelProps) {
  const [shown, show] = useState<Shown>(null)
  const query = useQuery(trpc.tracking.eventsOf.queryOptions({ shipmentId: record.id }))
  const close = () => show(null)
  return (
    <QueryState query={query}>
      {({ number, parcels, events }) => (
        <div className={classes.paste}>
          <Actions record={record} count={events.length} show={show} />
          {numbered(parcels).map((parcel) => (
            <ParcelNumber key={parcel.trackingNumber} parcel={parcel} />
          ))}
          <EventTimeline
            events={events}
            hasParcels={parcels.length > 1}
            onState={(event) => show({ what: 'state', event })}
          />
          {shown?.what === 'add' ? <EventDialog of={{ id: record.id, number, parcels }} onClose={close} /> : null}
          {shown?.what === 'paste' ? <PasteDialog of={{ id: record.id, number }} onClose={close} /> : null}
          {shown?.what === 'state' ? <StateDialog event={shown.event} onClose={close} /> : null}
        </div>
      )}
    </QueryState>
  )
}

const mostNumbers = 3

/** Of many cartons the first few numbers; all of them stand with the parcels. */
function numbered(parcels: readonly EventParcel[]): EventParcel[] {
  const first = new Map(parcels.toReversed().map((parcel) => [parcel.trackingNumber, parcel]))
  first.delete('')
  return parcels.filter((one) => first.get(one.trackingNumber) === one).slice(0, mostNumbers)
}

type ActionsProps = PanelProps & { count: number; show: (shown: Shown) => void }

function Actions({ record, count, show }: ActionsProps) {
  const { t } = useText()
  const exporting = useExportEvents(record.id)
  return (
    <div className={classes.actions}>
      <WriteGate>
        <Button onClick={() => show({ what: 'add' })}>{t('tracking.panel.add')}</Button>
      </WriteGate>
      <WriteGate>
        <Button onClick={() => show({ what: 'paste' })}>{t('tracking.panel.paste')}</Button>
      </WriteGate>
      {count === 0 ? null : (
        <Menu>
          <Menu.Target>
            <Button loading={exporting.isPending}>{t('tracking.panel.export')}</Button>
          </Menu.Target>
          <Menu.Dropdown>
            {(['aftership', 'track17'] as const).map((form) => (
              <Menu.Item key={form} onClick={() => exporting.mutate(form)}>
                {t(`tracking.panel.exportAs.${form}`)}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      )}
    </div>
  )
}

/** The number with the way to its carrier's page, and whose it could be. */
function ParcelNumber({ parcel: { trackingNumber: number, page } }: { parcel: EventParcel }) {
  const { t } = useText()
  const { data } = useQuery(trpc.tracking.recognise.queryOptions({ number }))
  const candidates = data?.candidates ?? []
  // Where the page of the shipment's carrier is that of a candidate, it stands there.
  const isElsewhere = page !== null && !candidates.some(({ url }) => url === page)
  return (
    <div>
      <strong>{number}</strong>{' '}
      {isElsewhere ? <OutsideLink url={page}>{t('tracking.number.open', { site: siteOf(page) })}</OutsideLink> : null}
      {data ? <NumberCandidates candidates={candidates} /> : null}
    </div>
  )
}
