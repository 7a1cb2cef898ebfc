// What a shipment should cost and what it did: charges with estimate and actual, each in its own currency with its own rate;
// freight bills for many shipments at once; what became of them in orders and stock. Amounts are decimal text.
import { z } from 'zod'
import { chargeSplits } from '#shared/schemas/costing.ts'
import { currencyField, dayField, decimalField, idField, lineField, noteField } from '#shared/schemas/fields.ts'
import { type ChargeKind, chargeKinds } from '#shared/schemas/shipment-words.ts'

/** Base currency for 1 of its own; an empty rate takes the table's of the day. None known: it is kept, and told. */
const money = z.object({
  amount: decimalField,
  currency: currencyField,
  rate: z.union([z.literal(''), decimalField]).default(''),
})

export const chargeInput = z
  .object({
    kind: z.enum(chargeKinds),
    partyId: idField.nullable().default(null),
    estimate: money.nullable().default(null),
    actual: money.nullable().default(null),
    billedOn: dayField.nullable().default(null),
    /** The forwarder's bill. */
    reference: lineField(100),
    note: noteField,
  })
  .refine(({ estimate, actual }) => estimate !== null || actual !== null, { message: 'required', path: ['estimate'] })
export type ChargeInput = z.output<typeof chargeInput>
export type ChargeDraft = z.input<typeof chargeInput>

export const addChargeInput = z.object({ shipmentId: idField, charge: chargeInput })
export const editChargeInput = z.object({ id: idField, charge: chargeInput })

type ChargeMoney = {
  amount: string
  currency: string
  rate: string | null
  rateOn: string | null
  /** Null while no rate is known. */
  base: string | null
}

/** What a charge became elsewhere. */
export type ChargePosting =
  /** Costs of the shipment's orders, shared by this measure. */
  | {
      as: 'orders'
      isEstimate: boolean
      by: 'weight' | 'value' | 'equally'
      orders: { id: number; number: string; amount: string; base: string | null }[]
    }
  | { as: 'landed'; on: string; amount: string; currency: string }

export type ShipmentCharge = {
  id: number
  shipmentId: number
  kind: ChargeKind
  partyId: number | null
  party: string
  partyZh: string
  estimate: ChargeMoney | null
  actual: ChargeMoney | null
  /** Actual less estimate: in their currency where it is one, else in base; null where one is missing or has no rate. */
  variance: { amount: string; currency: string; percent: string | null } | null
  billedOn: string | null
  reference: string
  note: string
  posting: ChargePosting | null
}

/**
 * Freight and its fuel of the goods' value, in base; null where something of it is not known. What was billed counts, else what is
 * expected.
 */
export type FreightShare = {
  amount: string | null
  isEstimate: boolean
  value: string | null
  /** Between own places: the goods' value is what they cost. */
  isAtCost: boolean
  percent: string | null
}

export type ShipmentCharges = {
  shipmentId: number
  baseCurrency: string
  charges: ShipmentCharge[]
  /** In base; a sum of which something is not known is null. */
  totals: { estimate: string | null; actual: string | null; variance: string | null; variancePercent: string | null }
  freight: FreightShare
  /** What charges of this shipment become: costs of its orders by themselves, landed costs when asked, or nothing. */
  becomes: 'orders' | 'landed' | 'nothing'
  /** Receipts of it that landed costs can go on. */
  receipts: { documentId: number; number: string; on: string }[]
}

/** A bill, a line a shipment: its number, a tracking number, a B/L or an order, and an amount. */
export const billsInput = z.object({
  text: z.string().max(500_000),
  kind: z.enum(chargeKinds).default('freight'),
  partyId: idField.nullable().default(null),
  currency: currencyField,
  billedOn: dayField,
  reference: lineField(100),
})
export type BillsInput = z.output<typeof billsInput>

const billProblems = ['unknown', 'several', 'no_amount', 'doubled', 'billed'] as const
export type BillProblem = (typeof billProblems)[number]

export type BillLine = {
  line: number
  named: string
  shipmentId: number | null
  number: string
  amount: string | null
  currency: string
  /** The charge of the kind that it is the actual of; null: a new one. */
  chargeId: number | null
  estimate: { amount: string; currency: string } | null
  /** Against the estimate in one currency, percent. */
  variancePercent: string | null
  problem: BillProblem | null
}

export type BillsPreview = { lines: BillLine[]; ready: number; total: string; currency: string }

export const postLandedInput = z.object({
  chargeId: idField,
  splitBy: z.enum(chargeSplits).exclude(['by_hand']).default('value'),
  on: dayField.optional(),
})
