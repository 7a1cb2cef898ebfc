// Which columns the lines of a document have, by its kind, its places and the products in it.
import { type FormKind, kindTraits } from './form-kinds.ts'
import type { StockForm } from './stock-form-values.ts'
import type { PlaceChoice } from './use-places.ts'

export type LineColumns = {
  hasBatch: boolean
  hasExpiry: boolean
  bins: PlaceChoice['bins']
  toBins: PlaceChoice['bins']
  /** Currency of the costs; null where lines have none. */
  currency: string | null
  origin: 'issue' | 'receipt' | null
  partyId: number | null
  hasCondition: boolean
  /** What lies there is said beside the quantity. */
  showsStock: boolean
  /** The place whose batches are offered; null for goods that come in. */
  from: string | null
}

export function lineColumns(kind: FormKind, form: StockForm, places: readonly PlaceChoice[]): LineColumns {
  const { moves, hasCost, origin } = kindTraits[kind]
  const binsOf = (id: string | null) => places.find((place) => place.value === id)?.bins ?? []
  const hasBatch = form.lines.some(({ tracking }) => tracking !== 'none')
  return {
    hasBatch,
    hasExpiry: hasBatch && moves !== 'out',
    bins: binsOf(form.warehouseId),
    toBins: kind === 'transfer' && form.isDirect ? binsOf(form.toWarehouseId) : [],
    currency: hasCost ? form.currency : null,
    origin: origin ?? null,
    partyId: form.party?.id ?? null,
    hasCondition: kind === 'customer_return',
    showsStock: moves !== 'in',
    from: moves === 'in' ? null : form.warehouseId,
  }
}
