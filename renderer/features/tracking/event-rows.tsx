// The events of a parcel as they were understood: each can be left out or given another meaning before it is kept.
import { Checkbox, Select } from '@mantine/core'
import { useText } from '#renderer/lib/language.ts'
import plain from '#renderer/ui/plain-table.module.css'
import { ScrollRegion } from '#renderer/ui/scroll-region.tsx'
import { type TrackingState, trackingStates } from '#shared/schemas/shipment-words.ts'
import type { UnderstoodEvent, UnderstoodParcel } from '#shared/schemas/tracking.ts'
import { RuleSaid } from './rule-said.tsx'
import classes from './tracking.module.css'
import type { Paste } from './use-paste.ts'

const shown = 200

export function EventRows({ parcel, paste }: { parcel: UnderstoodParcel; paste: Paste }) {
  const { t } = useText()
  return (
    <ScrollRegion className={classes.rows ?? ''} name={parcel.number || t('tracking.parcel.noNumber')}>
      <table className={plain.table}>
        <thead>
          <tr>
            <th scope="col">{t('tracking.event.take')}</th>
            <th scope="col">{t('tracking.event.time')}</th>
            <th scope="col">{t('tracking.event.place')}</th>
            <th scope="col">{t('tracking.event.text')}</th>
            <th scope="col">{t('tracking.event.state')}</th>
          </tr>
        </thead>
        <tbody>
          {parcel.events.slice(0, shown).map((event) => (
            <EventRow key={`${event.line}/${event.localTime}`} event={event} paste={paste} />
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  )
}

function EventRow({ event, paste }: { event: UnderstoodEvent; paste: Paste }) {
  const { t } = useText()
  const { line, text, isKnown } = event
  const time = event.localTime.replace('T', ' ')
  return (
    <tr data-quiet={isKnown || !paste.isTaken(line) || undefined} className={classes.row}>
      <td>
        <Checkbox
          aria-label={t('tracking.event.takeOf', { time, text })}
          disabled={isKnown}
          checked={!isKnown && paste.isTaken(line)}
          onChange={(change) => paste.take(line, change.currentTarget.checked)}
        />
      </td>
      <td className={classes.time}>
        {time}
        {event.zone ? <span className="q-quiet"> {event.zone}</span> : null}
      </td>
      <td>{event.place}</td>
      <td className={classes.said}>{text}</td>
      <td>
        {isKnown ? (
          <span className="q-quiet">{t('tracking.event.known')}</span>
        ) : (
          <StateChoice event={event} paste={paste} />
        )}
      </td>
    </tr>
  )
}

function StateChoice({ event, paste }: { event: UnderstoodEvent; paste: Paste }) {
  const { t } = useText()
  const byHand = paste.stateFor(event.line)
  const none = { value: '', label: t('tracking.event.noState') }
  return (
    <div className={classes.state}>
      <Select
        size="xs"
        aria-label={t('tracking.event.stateOf', { text: event.text })}
        allowDeselect={false}
        data={[none, ...trackingStates.map((value) => ({ value, label: t(`shipments.states.${value}`) }))]}
        value={byHand ?? event.state}
        onChange={(value) => paste.setState(event.line, (value ?? '') as TrackingState | '')}
      />
      {byHand === undefined ? (
        <RuleSaid rule={event.rule} />
      ) : (
        <span className="q-quiet">{t('tracking.event.readBy.hand')}</span>
      )}
    </div>
  )
}
