// A stock document in words: its state as a badge, where it moves goods.
import { useText } from '#renderer/lib/language.ts'
import { placeName } from '#renderer/lib/place-name.ts'
import { StatusBadge, type Tone } from '#renderer/ui/status-badge.tsx'
import { english } from '#shared/i18n/english.ts'
import type { Translate } from '#shared/i18n/translate.ts'
import type { StockDocumentRow, StockDocumentState } from '#shared/schemas/stock-documents.ts'

const tones: Readonly<Record<StockDocumentState, Tone>> = {
  posted: 'neutral',
  in_transit: 'accent',
  part_arrived: 'warn',
  arrived: 'good',
  reversed: 'bad',
  part_reversed: 'warn',
}

export function DocumentStateBadge({ state }: { state: StockDocumentState }) {
  const { t } = useText()
  return <StatusBadge tone={tones[state]}>{t(`stock.states.${state}`)}</StatusBadge>
}

type Placed = Pick<StockDocumentRow, 'warehouseId' | 'warehouse' | 'toWarehouseId' | 'toWarehouse'>

/** `Main warehouse`, `Main warehouse → FBA`. */
export function placesOf(t: Translate, { warehouseId, warehouse, toWarehouseId, toWarehouse }: Placed): string {
  const from = placeName(t, { id: warehouseId, name: warehouse })
  return toWarehouseId === null ? from : `${from} → ${placeName(t, { id: toWarehouseId, name: toWarehouse })}`
}

type Reason = keyof typeof english.stock.reasons

/** A reason that the program knows in words; any other as it was written. */
export function reasonText(t: Translate, reason: string): string {
  return reason in english.stock.reasons ? t(`stock.reasons.${reason as Reason}`) : reason
}
