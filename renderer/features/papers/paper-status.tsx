// A paper's state as a badge.
import { useText } from '#renderer/lib/language.ts'
import { StatusBadge, type Tone } from '#renderer/ui/status-badge.tsx'
import type { PaperStatus } from '#shared/schemas/papers.ts'

const tones: Readonly<Record<PaperStatus, Tone>> = { issued: 'accent', sent: 'good', void: 'bad' }

export function PaperStatusBadge({ status }: { status: PaperStatus }) {
  const { t } = useText()
  return <StatusBadge tone={tones[status]}>{t(`papers.statuses.${status}`)}</StatusBadge>
}
