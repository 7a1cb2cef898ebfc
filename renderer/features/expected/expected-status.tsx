// How goods on order stand; what should have come already says by how long it is late.
import { useText } from '#renderer/lib/language.ts'
import { useToday } from '#renderer/lib/use-today.ts'
import { StatusBadge, type Tone } from '#renderer/ui/status-badge.tsx'
import { daysBetween, isDay } from '#shared/dates.ts'
import type { ExpectedRow, ExpectedStatus } from '#shared/schemas/expected.ts'

const tones: Readonly<Record<ExpectedStatus, Tone>> = { open: 'accent', received: 'good', cancelled: 'neutral' }

export function ExpectedStatusBadge({ row }: { row: Pick<ExpectedRow, 'status' | 'expectedOn'> }) {
  const { t, format } = useText()
  const today = useToday()
  const { status, expectedOn } = row
  const late = status === 'open' && expectedOn && isDay(expectedOn) ? daysBetween(expectedOn, today) : 0
  if (late > 0)
    return <StatusBadge tone="warn">{t('expected.late', { count: late, formatted: format.number(late) })}</StatusBadge>
  return <StatusBadge tone={tones[status]}>{t(`expected.statuses.${status}`)}</StatusBadge>
}
