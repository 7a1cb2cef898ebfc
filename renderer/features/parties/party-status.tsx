// A party's status as a badge.

import { useText } from '#renderer/lib/language.ts'
import { StatusBadge, type Tone } from '#renderer/ui/status-badge.tsx'
import type { PartyRow } from '#shared/schemas/parties.ts'

const tones: Readonly<Record<PartyRow['status'], Tone>> = {
  active: 'good',
  prospect: 'accent',
  paused: 'warn',
  blocked: 'bad',
}

export function PartyStatusBadge({ status }: { status: PartyRow['status'] }) {
  const { t } = useText()
  return <StatusBadge tone={tones[status]}>{t(`parties.statuses.${status}`)}</StatusBadge>
}
