// Whether an offer holds today, as a word.
import { useText } from '#renderer/lib/language.ts'
import { StatusBadge, type Tone } from '#renderer/ui/status-badge.tsx'
import type { OfferState } from '#shared/schemas/offers.ts'

const tones: Readonly<Record<OfferState, Tone>> = {
  valid: 'good',
  coming: 'accent',
  superseded: 'neutral',
  ended: 'outline',
}

export function OfferStateBadge({ state }: { state: OfferState }) {
  const { t } = useText()
  return <StatusBadge tone={tones[state]}>{t(`sourcing.offerStates.${state}`)}</StatusBadge>
}
