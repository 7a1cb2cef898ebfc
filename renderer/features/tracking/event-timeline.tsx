// The events of a shipment one below the other: when, what was said and where, and what it means to us.
import { ActionIcon, Menu } from '@mantine/core'
import { IconDots } from '@tabler/icons-react'
import { client } from '#renderer/lib/api.ts'
import { useText } from '#renderer/lib/language.ts'
import { stateHint } from '#renderer/lib/state-hint.ts'
import { sayError } from '#renderer/ui/say-error.ts'
import { StatusBadge, type Tone } from '#renderer/ui/status-badge.tsx'
import { sayUndoable } from '#renderer/ui/undo-notice.tsx'
import { WriteGate } from '#renderer/ui/write-gate.tsx'
import type { TrackingState } from '#shared/schemas/shipment-words.ts'
import type { ShipmentEvent } from '#shared/schemas/tracking.ts'
import { useSourceNames } from './source-names.ts'
import classes from './tracking.module.css'

const tones: Partial<Record<TrackingState, Tone>> = {
  ...{ delivered: 'good', import_hold: 'warn', attempt_failed: 'warn', at_pickup_point: 'warn', returning: 'warn' },
  ...{ lost: 'bad', damaged: 'bad', destroyed: 'bad' },
}

type TimelineProps = {
  events: readonly ShipmentEvent[]
  hasParcels: boolean
  onState: (event: ShipmentEvent) => void
}

export function EventTimeline({ events, hasParcels, onState }: TimelineProps) {
  const { t } = useText()
  if (events.length === 0) return <p className="q-quiet">{t('tracking.panel.empty')}</p>
  return (
    <ol className={classes.timeline} aria-label={t('tracking.panel.title')}>
      {events.map((event) => (
        <EventLine key={event.id} event={event} hasParcels={hasParcels} onState={() => onState(event)} />
      ))}
    </ol>
  )
}

type LineProps = { event: ShipmentEvent; hasParcels: boolean; onState: () => void }

function EventLine({ event, hasParcels, onState }: LineProps) {
  const { t } = useText()
  const { localTime, zone, state } = event
  const hint = stateHint(state)
  return (
    <li className={classes.eventLine}>
      <div className={classes.time}>
        {localTime.replace('T', ' ')}
        <div className={classes.eventNotes}>{zone || (localTime.length > 10 ? t('tracking.event.zoneNone') : '')}</div>
      </div>
      <div className={classes.eventText}>
        {event.text || event.sourceCode || (state === '' ? '' : t(`shipments.states.${state}`))}
        <Notes event={event} hasParcels={hasParcels} />
      </div>
      <div className={classes.eventState}>
        {state === '' ? (
          <StatusBadge>{t('tracking.event.noState')}</StatusBadge>
        ) : (
          <StatusBadge tone={tones[state] ?? 'accent'} hint={hint ? t(hint) : undefined}>
            {t(`shipments.states.${state}`)}
          </StatusBadge>
        )}
        <EventMenu event={event} onState={onState} />
      </div>
    </li>
  )
}

function Notes({ event, hasParcels }: { event: ShipmentEvent; hasParcels: boolean }) {
  const { t, format } = useText()
  const nameOf = useSourceNames()
  const { place, country, source, sourceCode, readBy, twins, trackingNumber } = event
  const countryName = country ? format.country(country) : ''
  const notes = [
    place,
    place.toLowerCase().includes(countryName.toLowerCase()) ? '' : countryName,
    hasParcels ? trackingNumber || t('tracking.event.wholeShipment') : '',
    isOurWord(source) ? t(`tracking.event.sources.${source}`) : nameOf(source),
    sourceCode && event.text ? t('tracking.event.code', { code: sourceCode }) : '',
    readBy === 'hand' && event.text ? t('tracking.event.readBy.hand') : '',
    twins.length > 0 ? t('tracking.event.told', { count: twins.length }) : '',
  ]
  return (
    <div className={classes.eventNotes}>
      {notes
        .filter((note) => note !== '')
        .map((note) => (
          <span key={note}>{note}</span>
        ))}
    </div>
  )
}

const ourWords = ['typed', 'pasted', 'book'] as const

/** The others are names of carriers and pages. */
function isOurWord(source: string): source is (typeof ourWords)[number] {
  return (ourWords as readonly string[]).includes(source)
}

function EventMenu({ event, onState }: { event: ShipmentEvent; onState: () => void }) {
  const text = useText()
  const { t } = text
  const remove = async () => {
    try {
      const { operationId } = await client.tracking.remove.mutate({ ids: [event.id, ...event.twins] })
      sayUndoable(text, t('tracking.panel.removed'), operationId)
    } catch (error) {
      sayError(t, error)
    }
  }
  return (
    <WriteGate>
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon aria-label={t('tracking.panel.actions')}>
            <IconDots size={16} stroke={1.5} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={onState}>{t('tracking.panel.setState')}</Menu.Item>
          <Menu.Item onClick={remove}>{t('tracking.panel.remove')}</Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </WriteGate>
  )
}
