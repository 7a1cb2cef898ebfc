// One parcel of a paste: whose number it is, which shipment its news go to, each event, and what nobody understood.
import { Button, Checkbox, Select } from '@mantine/core'
import { useState } from 'react'
import { suggestRecords } from '#renderer/lib/found-record.ts'
import { useText } from '#renderer/lib/language.ts'
import { Picker } from '#renderer/ui/picker.tsx'
import { SectionTitle } from '#renderer/ui/section-title.tsx'
import { NumberCandidates } from '#renderer/ui/tracking-number-field/number-candidates.tsx'
import { WriteGate } from '#renderer/ui/write-gate.tsx'
import type { FoundShipment, UnderstoodParcel } from '#shared/schemas/tracking.ts'
import { EventRows } from './event-rows.tsx'
import classes from './tracking.module.css'
import type { Paste } from './use-paste.ts'

type ParcelProps = { parcel: UnderstoodParcel; paste: Paste }
/** `onSend`: keeps the paste and goes on to send the shipment; undefined while nothing can be kept. */
type PreviewProps = ParcelProps & { onSend: ((shipmentId: number) => void) | undefined }

export function ParcelPreview({ parcel, paste, onSend }: PreviewProps) {
  const { t, format } = useText()
  const { number, events, unread, candidates } = parcel
  const known = events.filter(({ isKnown }) => isKnown).length
  const said = [
    t('tracking.parcel.events', { count: events.length, formatted: format.number(events.length) }),
    ...(known > 0 ? [t('tracking.parcel.known', { count: known, formatted: format.number(known) })] : []),
  ]
  return (
    <section className={classes.parcel}>
      <div className={classes.parcelHead}>
        <div className={classes.parcelName}>
          <SectionTitle>{number || t('tracking.parcel.noNumber')}</SectionTitle>
          <span className="q-quiet">{said.join(' · ')}</span>
        </div>
        <IntoField {...{ parcel, paste, onSend }} />
      </div>
      {number === '' ? null : <NumberCandidates candidates={candidates} />}
      {events.length === 0 ? null : <EventRows parcel={parcel} paste={paste} />}
      {unread.length === 0 ? null : <Unread parcel={parcel} paste={paste} />}
    </section>
  )
}

/** Where the news of the parcel go. */
function IntoField({ parcel, paste, onSend }: PreviewProps) {
  const { t } = useText()
  const [isOther, setOther] = useState(false)
  const choice = paste.choiceFor(parcel)
  const { found, number } = parcel
  const name = number || t('tracking.parcel.noNumber')
  const value = isOther
    ? 'other'
    : choice.into === 'shipment'
      ? `${choice.shipmentId}/${choice.parcelId ?? ''}`
      : choice.into
  const choose = (next: string | null) => {
    setOther(next === 'other')
    if (next === 'new' || next === 'leave')
      return paste.choose(parcel.key, { into: next, shipmentId: null, parcelId: null })
    const one = found.find(({ shipmentId, parcelId }) => `${shipmentId}/${parcelId ?? ''}` === next)
    if (one) paste.choose(parcel.key, { into: 'shipment', shipmentId: one.shipmentId, parcelId: one.parcelId })
  }
  const options = [
    ...found.map((one) => ({
      value: `${one.shipmentId}/${one.parcelId ?? ''}`,
      label: [one.number, one.to].filter(Boolean).join(' · '),
    })),
    { value: 'other', label: t('tracking.parcel.other') },
    { value: 'new', label: t('tracking.parcel.new') },
    { value: 'leave', label: t('tracking.parcel.leave') },
  ]
  const problem = found.length > 1 ? 'several' : found.length === 0 ? 'unknown' : null
  const chosen = found.find(({ shipmentId }) => choice.into === 'shipment' && shipmentId === choice.shipmentId)
  const isWaiting = chosen?.status === 'draft' || chosen?.status === 'packed'
  const hint = isWaiting ? 'notSent' : choice.into === 'leave' ? problem : null
  return (
    <div className={classes.into}>
      <Select
        label={t('tracking.parcel.into')}
        aria-label={t('tracking.parcel.intoOf', { number: name })}
        description={hint === null ? undefined : t(`tracking.parcel.${hint}`)}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        allowDeselect={false}
        data={options}
        value={value}
        onChange={choose}
      />
      {isWaiting && chosen && paste.count > 0 ? <SendIt shipment={chosen} onSend={onSend} /> : null}
      {isOther ? (
        <OtherShipment
          onChoose={(shipmentId) => paste.choose(parcel.key, { into: 'shipment', shipmentId, parcelId: null })}
        />
      ) : null}
    </div>
  )
}

function SendIt({ shipment, onSend }: { shipment: FoundShipment; onSend: PreviewProps['onSend'] }) {
  const { t } = useText()
  return (
    <WriteGate>
      <Button size="xs" disabled={!onSend} onClick={() => onSend?.(shipment.shipmentId)}>
        {t('tracking.parcel.keepAndSend', { number: shipment.number })}
      </Button>
    </WriteGate>
  )
}

type Option = { id: number; name: string }

function OtherShipment({ onChoose }: { onChoose: (id: number) => void }) {
  const { t, language } = useText()
  const [chosen, setChosen] = useState<Option | null>(null)
  return (
    <Picker
      label={t('tracking.parcel.choose')}
      value={chosen}
      onChange={(option) => {
        setChosen(option && { id: option.id, name: option.name })
        if (option) onChoose(option.id)
      }}
      suggest={(text) => suggestRecords({ kinds: ['shipment'] }, text, { t, language })}
      source={['search', 'shipment', language]}
    />
  )
}

function Unread({ parcel, paste }: ParcelProps) {
  const { t, format } = useText()
  const { unread } = parcel
  const choice = paste.choiceFor(parcel)
  return (
    <details className={classes.unread}>
      <summary>
        {t('tracking.parcel.unread', { count: unread.length, formatted: format.number(unread.length) })}
      </summary>
      <Checkbox
        label={t('tracking.parcel.keepUnread')}
        disabled={choice.into === 'leave'}
        checked={choice.keepUnread}
        onChange={(event) => paste.choose(parcel.key, { keepUnread: event.currentTarget.checked })}
      />
      <ul>
        {unread.slice(0, 200).map(({ line, text }) => (
          <li key={line}>
            <span className="q-quiet">{format.number(line)}</span> {text}
          </li>
        ))}
      </ul>
    </details>
  )
}
