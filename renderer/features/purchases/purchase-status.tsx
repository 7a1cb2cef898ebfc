// A purchase order's status as a badge, with the word for what is late beside it.
import { useText } from '#renderer/lib/language.ts'
import { StatusBadge, type Tone } from '#renderer/ui/status-badge.tsx'
import type { PurchaseStatus } from '#shared/schemas/purchases.ts'

const tones: Readonly<Record<PurchaseStatus, Tone>> = {
  draft: 'outline',
  sent: 'accent',
  confirmed: 'accent',
  part_received: 'warn',
  received: 'good',
  closed: 'neutral',
  cancelled: 'bad',
}

export function PurchaseStatusBadge({ status }: { status: PurchaseStatus }) {
  const { t } = useText()
  return <StatusBadge tone={tones[status]}>{t(`purchases.statuses.${status}`)}</StatusBadge>
}
