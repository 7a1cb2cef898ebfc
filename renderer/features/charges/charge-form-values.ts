// A charge of a shipment while it is typed, and as it travels.
import { typedDay } from '#renderer/lib/typed-day.ts'
import { typedDecimal } from '#renderer/lib/typed-number.ts'
import type { PickerOption } from '#renderer/ui/picker.tsx'
import type { ChargeDraft, ShipmentCharge } from '#shared/schemas/charges.ts'
import type { ChargeKind } from '#shared/schemas/shipment-words.ts'

export type SideForm = { amount: string; currency: string; rate: string }

export type ChargeForm = {
  kind: ChargeKind
  party: PickerOption | null
  estimate: SideForm
  actual: SideForm
  billedOn: string
  reference: string
  note: string
}

export function newChargeForm(currency: string, party: PickerOption | null): ChargeForm {
  const side = { amount: '', currency, rate: '' }
  return { kind: 'freight', party, estimate: side, actual: { ...side }, billedOn: '', reference: '', note: '' }
}

export function chargeFormOf(charge: ShipmentCharge, base: string): ChargeForm {
  const side = (money: ShipmentCharge['estimate']): SideForm =>
    money === null
      ? { amount: '', currency: charge.estimate?.currency ?? charge.actual?.currency ?? base, rate: '' }
      : { amount: money.amount, currency: money.currency, rate: money.currency === base ? '' : (money.rate ?? '') }
  return {
    kind: charge.kind,
    party: charge.partyId === null ? null : { id: charge.partyId, name: charge.party || charge.partyZh },
    ...{ estimate: side(charge.estimate), actual: side(charge.actual) },
    ...{ billedOn: charge.billedOn ?? '', reference: charge.reference, note: charge.note },
  }
}

/** A side without an amount is none. */
export function readChargeForm({ party, estimate, actual, billedOn, ...rest }: ChargeForm): ChargeDraft {
  const side = ({ amount, currency, rate }: SideForm) =>
    amount.trim() === '' ? null : { amount: typedDecimal(amount), currency, rate: typedDecimal(rate) }
  return {
    ...rest,
    partyId: party?.id ?? null,
    ...{ estimate: side(estimate), actual: side(actual) },
    billedOn: (typedDay(billedOn) || null) as never,
  }
}
