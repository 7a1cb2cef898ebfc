// What was heard of a shipment, newest first, and the ways to add to it: typed, or pasted from a carrier's page.
import { Button, Menu } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { trpc } from '#renderer/lib/api.ts'
import { useText } from '#renderer/lib/language.ts'
import type { PanelProps } from '#renderer/lib/record-panels.ts'
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
          {numbersOf(parcels).map((one) => (
            <ParcelNumber key={one} number={one} />
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
function numbersOf(parcels: readonly EventParcel[]): string[] {
  return [...new Set(parcels.map(({ trackingNumber }) => trackingNumber).filter(Boolean))].slice(0, mostNumbers)
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

/** The number with whose it could be, and the way to its page. */
function ParcelNumber({ number }: { number: string }) {
  const query = useQuery({ ...trpc.tracking.recognise.queryOptions({ number }), enabled: number !== '' })
  if (number === '' || !query.data) return null
  return (
    <div>
      <strong>{number}</strong>
      <NumberCandidates candidates={query.data.candidates} />
    </div>
  )
}
