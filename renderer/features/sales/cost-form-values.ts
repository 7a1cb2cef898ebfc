// A cost of selling while it is typed, and as it travels.
import { typedDay } from '#renderer/lib/typed-day.ts'
import { typedDecimal } from '#renderer/lib/typed-number.ts'
import type { PickerOption } from '#renderer/ui/picker.tsx'
import type { SalesCost, SalesCostDraft, SalesCostKind } from '#shared/schemas/sales-costs.ts'

export type CostForm = {
  order: PickerOption | null
  channel: string
  product: PickerOption | null
  party: PickerOption | null
  kind: SalesCostKind
  on: string
  amount: string
  currency: string
  rate: string
  isEstimate: boolean
  reference: string
  note: string
}

export function newCostForm(today: string, currency: string, order: PickerOption | null): CostForm {
  return {
    ...{ order, channel: '', product: null, party: null, kind: 'freight', on: today, amount: '', currency },
    ...{ rate: '', isEstimate: false, reference: '', note: '' },
  }
}

export function costFormOf(cost: SalesCost): CostForm {
  return {
    order: cost.orderId === null ? null : { id: cost.orderId, name: cost.orderNumber },
    channel: cost.channel,
    product: cost.productId === null ? null : { id: cost.productId, name: cost.sku },
    party: cost.partyId === null ? null : { id: cost.partyId, name: cost.party || cost.partyZh },
    ...{ kind: cost.kind, on: cost.on, amount: cost.amount, currency: cost.currency },
    rate: cost.currency === cost.baseCurrency ? '' : (cost.rate ?? ''),
    ...{ isEstimate: cost.isEstimate, reference: cost.reference, note: cost.note },
  }
}

export function readCostForm(form: CostForm): SalesCostDraft {
  const { order, product, party, on, amount, rate, ...rest } = form
  return {
    ...rest,
    ...{ orderId: order?.id ?? null, productId: product?.id ?? null, partyId: party?.id ?? null },
    ...{ on: typedDay(on) as never, amount: typedDecimal(amount), rate: typedDecimal(rate) },
  }
}
