// An event as somebody knows it: when and where it was, what was said, and what it means, where the rules do not read it.
import { Select, Textarea, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { client, trpc } from '#renderer/lib/api.ts'
import { useText } from '#renderer/lib/language.ts'
import { useToday } from '#renderer/lib/use-today.ts'
import { CountrySelect } from '#renderer/ui/country-select.tsx'
import { FormDialog } from '#renderer/ui/form-dialog.tsx'
import { sayUndoable } from '#renderer/ui/undo-notice.tsx'
import { isLocalTime, isZone } from '#shared/local-time.ts'
import { type TrackingState, trackingStates } from '#shared/schemas/shipment-words.ts'
import type { EventParcel } from '#shared/schemas/tracking.ts'
import { writtenTime } from './written-time.ts'

type Of = { id: number; number: string; parcels: readonly EventParcel[] }
type Values = {
  at: string
  zone: string
  place: string
  country: string
  text: string
  state: TrackingState | ''
  parcelId: number | null
}

export function EventDialog({ of, onClose }: { of: Of; onClose: () => void }) {
  const { t } = useText()
  const today = useToday()
  const only = of.parcels.length === 1 ? (of.parcels[0]?.id ?? null) : null
  const [values, setValues] = useState<Values>({
    ...{ at: today, zone: '', place: '', country: '', text: '', state: '', parcelId: only },
  })
  const set = (part: Partial<Values>) => setValues((all) => ({ ...all, ...part }))
  const adding = useAdd(of.id, values, onClose)
  const isTime = isLocalTime(writtenTime(values.at))
  const isWrongZone = values.zone.trim() !== '' && !isZone(values.zone.trim())
  return (
    <FormDialog
      title={t('tracking.dialog.addTitle', { number: of.number })}
      action={t('tracking.dialog.save')}
      error={adding.error}
      isPending={adding.isPending}
      onSubmit={() => isTime && !isWrongZone && adding.mutate()}
      onClose={onClose}
    >
      <Textarea
        label={t('tracking.dialog.text')}
        autosize
        minRows={2}
        data-autofocus
        value={values.text}
        onChange={(event) => set({ text: event.currentTarget.value })}
      />
      <StateField text={values.text} state={values.state} onChange={(state) => set({ state })} />
      <TextInput
        label={t('tracking.dialog.time')}
        description={t('tracking.dialog.timeHint')}
        value={values.at}
        error={isTime ? undefined : t('tracking.dialog.timeProblem')}
        onChange={(event) => set({ at: event.currentTarget.value })}
      />
      <TextInput
        label={t('tracking.dialog.zone')}
        description={t('tracking.dialog.zoneHint')}
        value={values.zone}
        error={isWrongZone ? t('tracking.dialog.zoneProblem') : undefined}
        onChange={(event) => set({ zone: event.currentTarget.value })}
      />
      <TextInput
        label={t('tracking.event.place')}
        value={values.place}
        onChange={(event) => set({ place: event.currentTarget.value })}
      />
      <CountrySelect
        label={t('tracking.event.country')}
        value={values.country}
        onChange={(country) => set({ country })}
      />
      <ParcelField parcels={of.parcels} value={values.parcelId} onChange={(parcelId) => set({ parcelId })} />
    </FormDialog>
  )
}

function useAdd(shipmentId: number, values: Values, onClose: () => void) {
  const text = useText()
  return useMutation({
    mutationFn: () => {
      const { at, zone, state, ...said } = values
      const when = { localTime: writtenTime(at), zone: zone.trim() }
      return client.tracking.addEvent.mutate({ shipmentId, ...when, ...said, state: state === '' ? null : state })
    },
    onSuccess: ({ operationId }) => {
      sayUndoable(text, text.t('tracking.dialog.saved'), operationId)
      onClose()
    },
  })
}

type StateProps = { text: string; state: TrackingState | ''; onChange: (state: TrackingState | '') => void }

/** Left alone, the rules read what was typed; what they read is said below. */
function StateField({ text, state, onChange }: StateProps) {
  const { t } = useText()
  const [asked] = useDebouncedValue(text.trim(), 250)
  const { data } = useQuery({
    ...trpc.tracking.tryRule.queryOptions({ text: asked.slice(0, 2000), source: '', sourceCode: '' }),
    enabled: asked !== '',
  })
  const read = data && asked !== '' ? data.state : null
  const said = read === null ? undefined : read === '' ? t('tracking.event.noState') : t(`shipments.states.${read}`)
  return (
    <Select
      label={t('tracking.dialog.state')}
      description={state === '' && said ? t('tracking.dialog.willBe', { state: said }) : undefined}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      searchable
      clearable
      placeholder={t('tracking.event.byRules')}
      data={trackingStates.map((value) => ({ value, label: t(`shipments.states.${value}`) }))}
      value={state || null}
      onChange={(value) => onChange((value ?? '') as TrackingState | '')}
    />
  )
}

type ParcelProps = { parcels: readonly EventParcel[]; value: number | null; onChange: (id: number | null) => void }

function ParcelField({ parcels, value, onChange }: ParcelProps) {
  const { t } = useText()
  if (parcels.length === 0) return null
  return (
    <Select
      label={t('tracking.event.parcel')}
      allowDeselect={false}
      data={[
        { value: '', label: t('tracking.event.wholeShipment') },
        ...parcels.map(({ id, position, trackingNumber }) => ({
          value: String(id),
          label: trackingNumber || `#${position}`,
        })),
      ]}
      value={value === null ? '' : String(value)}
      onChange={(id) => onChange(id ? Number(id) : null)}
    />
  )
}
