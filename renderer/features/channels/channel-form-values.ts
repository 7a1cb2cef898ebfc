// A channel as its form holds it.
import { parseFields } from '#renderer/lib/field-problems.ts'
import { typedDecimal } from '#renderer/lib/typed-number.ts'
import type { FormReading } from '#renderer/ui/record-form/use-record-form.ts'
import { type Channel, type ChannelInput, channelInput } from '#shared/schemas/channels.ts'

export type ChannelForm = Omit<ChannelInput, 'warehouseId' | 'feePercent' | 'paymentFeePercent'> & {
  warehouseId: string | null
  feePercent: string
  paymentFeePercent: string
}

export function channelToForm(channel: Channel | null): ChannelForm {
  const { code, name, kind, country, currency, pricesWithTax, collectsMoney, collectsTax, note, ...rest } = channel ?? {
    ...channelInput.parse({ code: '-' }),
    code: '',
  }
  return {
    ...{ code, name, kind, country, currency, pricesWithTax, collectsMoney, collectsTax, note },
    warehouseId: rest.warehouseId === null ? null : String(rest.warehouseId),
    feePercent: rest.feePercent === 0 ? '' : String(rest.feePercent),
    paymentFeePercent: rest.paymentFeePercent === 0 ? '' : String(rest.paymentFeePercent),
    orderFee: Number(rest.orderFee) === 0 ? '' : rest.orderFee,
  }
}

/** What travels, or a problem's code per field. */
export function readChannelForm(form: ChannelForm): FormReading<ChannelInput> {
  const percent = (text: string) => (text.trim() === '' ? 0 : Number(typedDecimal(text)))
  return parseFields(channelInput, {
    ...form,
    warehouseId: form.warehouseId === null ? null : Number(form.warehouseId),
    feePercent: percent(form.feePercent),
    paymentFeePercent: percent(form.paymentFeePercent),
    orderFee: typedDecimal(form.orderFee) || '0',
  })
}
