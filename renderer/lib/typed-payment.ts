// A payment while it is typed, to or from whomever: what every form of one holds.
import type { PaymentDirection, PaymentMethod } from '#shared/schemas/payments.ts'

/** What of it goes for one document: in the document's currency, and in the payment's where that is another. */
export type TypedShare = { key: string; amount: string; paid: string }

export type TypedPayment = {
  direction: PaymentDirection
  on: string
  currency: string
  /** '' while it is the sum of the shares. */
  amount: string
  rate: string
  fee: string
  method: PaymentMethod
  reference: string
  note: string
  shares: TypedShare[]
}

/** All that is open stands ready as the shares. */
export function newTypedPayment(
  wanted: readonly { key: string; open: string }[],
  { direction, on, currency }: Pick<TypedPayment, 'direction' | 'on' | 'currency'>,
): TypedPayment {
  return {
    ...{ direction, on, currency, amount: '', rate: '', fee: '', method: 'transfer', reference: '', note: '' },
    shares: wanted.map(({ key, open }) => ({ key, amount: open, paid: '' })),
  }
}
