// A product's status as a badge.

import { useText } from '#renderer/lib/language.ts'
import { StatusBadge, type Tone } from '#renderer/ui/status-badge.tsx'
import type { ProductRow } from '#shared/schemas/catalog.ts'

const tones: Readonly<Record<ProductRow['status'], Tone>> = {
  active: 'good',
  phasing_out: 'warn',
  discontinued: 'neutral',
}

export function ProductStatusBadge({ status }: { status: ProductRow['status'] }) {
  const { t } = useText()
  return <StatusBadge tone={tones[status]}>{t(`products.statuses.${status}`)}</StatusBadge>
}
