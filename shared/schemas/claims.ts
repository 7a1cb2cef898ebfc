// What the seller holds against a supplier (bad goods, too few, too late, papers with errors) or a carrier (lost, damaged, late).
import { z } from 'zod'
import { currencyField, dayField, decimalField, idField, lineField, noteField } from '#shared/schemas/fields.ts'

export const claimKinds = ['quality', 'quantity', 'late', 'papers', 'other', 'lost', 'damaged', 'undelivered'] as const
export const claimStatuses = ['open', 'settled', 'refused', 'dropped'] as const
export type ClaimKind = (typeof claimKinds)[number]
export type ClaimStatus = (typeof claimStatuses)[number]

const amount = decimalField
  .refine((text) => !text.startsWith('-'), 'negative')
  .nullable()
  .default(null)

export const claimInput = z
  .object({
    /** Left empty, the next number of this copy is given. */
    number: lineField(60),
    /** Null: the order's supplier, or the shipment's carrier. */
    partyId: idField.nullable().default(null),
    orderId: idField.nullable().default(null),
    receiptId: idField.nullable().default(null),
    /** Of goods on their way. */
    shipmentId: idField.nullable().default(null),
    kind: z.enum(claimKinds),
    openedOn: dayField,
    closedOn: dayField.nullable().default(null),
    status: z.enum(claimStatuses).default('open'),
    currency: z.union([z.literal(''), currencyField]).default(''),
    claimed: amount,
    settled: amount,
    text: noteField,
  })
  .refine(({ partyId, orderId, shipmentId }) => partyId !== null || orderId !== null || shipmentId !== null, {
    message: 'required',
    path: ['partyId'],
  })
  .refine(({ status, closedOn }) => status === 'open' || closedOn !== null, { message: 'required', path: ['closedOn'] })
  .refine(({ status, closedOn }) => status !== 'open' || closedOn === null, {
    message: 'still_open',
    path: ['closedOn'],
  })
  .refine(({ openedOn, closedOn }) => closedOn === null || openedOn <= closedOn, {
    message: 'day_order',
    path: ['closedOn'],
  })
  .refine(({ currency, claimed, settled }) => currency !== '' || (claimed === null && settled === null), {
    message: 'required',
    path: ['currency'],
  })
export type ClaimInput = z.output<typeof claimInput>
export type ClaimDraft = z.input<typeof claimInput>

export type ClaimRow = {
  id: number
  number: string
  partyId: number
  party: string
  partyZh: string
  orderId: number | null
  orderNumber: string
  receiptId: number | null
  shipmentId: number | null
  shipmentNumber: string
  kind: ClaimKind
  status: ClaimStatus
  openedOn: string
  closedOn: string | null
  currency: string
  claimed: string | null
  settled: string | null
  text: string
}

export type Claim = ClaimRow & { archived: boolean }

export const claimsOfInput = z.object({
  orderId: idField.nullable().default(null),
  partyId: idField.nullable().default(null),
  shipmentId: idField.nullable().default(null),
})
