// How far a settlement is, as a word.
import { useText } from '#renderer/lib/language.ts'
import { StatusBadge } from '#renderer/ui/status-badge.tsx'
import type { SettlementState } from '#shared/schemas/settlements.ts'

const tones = { open: 'accent', mismatch: 'bad', posted: 'good' } as const

export function SettlementStateBadge({ state }: { state: SettlementState }) {
  const { t } = useText()
  return <StatusBadge tone={tones[state]}>{t(`sales.settlements.states.${state}`)}</StatusBadge>
}
