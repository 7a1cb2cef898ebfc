// How far a shipment is as a badge: where its events say it is, else how far we are with it.
import { useText } from '#renderer/lib/language.ts'
import { stateHint } from '#renderer/lib/state-hint.ts'
import { StatusBadge, type Tone } from '#renderer/ui/status-badge.tsx'
import type { ShipmentStatus, TrackingState } from '#shared/schemas/shipment-words.ts'

const statusTones: Readonly<Record<ShipmentStatus, Tone>> = {
  draft: 'outline',
  packed: 'accent',
  sent: 'accent',
  cancelled: 'bad',
}

const stateTones: Partial<Record<TrackingState, Tone>> = {
  import_hold: 'warn',
  attempt_failed: 'warn',
  at_pickup_point: 'warn',
  delivered: 'good',
  returning: 'warn',
  returned: 'neutral',
  lost: 'bad',
  damaged: 'bad',
  destroyed: 'bad',
}

type Stand = { status: ShipmentStatus; state: TrackingState | '' }

export function ShipmentBadge({ status, state }: Stand) {
  const { t } = useText()
  const tone = state === '' ? statusTones[status] : (stateTones[state] ?? 'accent')
  const hint = stateHint(state)
  return (
    <StatusBadge tone={tone} hint={hint ? t(hint) : undefined}>
      {state === '' ? t(`shipments.statuses.${status}`) : t(`shipments.states.${state}`)}
    </StatusBadge>
  )
}

/** Where one parcel is. */
export function StateBadge({ state }: { state: TrackingState }) {
  const { t } = useText()
  const hint = stateHint(state)
  return (
    <StatusBadge tone={stateTones[state] ?? 'accent'} hint={hint ? t(hint) : undefined}>
      {t(`shipments.states.${state}`)}
    </StatusBadge>
  )
}
