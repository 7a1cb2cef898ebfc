// What rules of the seller find odd about an order, and how the rules are set.
import { z } from 'zod'
import { idField } from '#shared/schemas/fields.ts'

export const flagRules = ['sameAddress', 'sameContact', 'cardCountry', 'firstLarge', 'manyCancelled'] as const
export type FlagRule = (typeof flagRules)[number]

const on = (usual: boolean) => z.boolean().default(usual)
const count = (usual: number, most = 1000) => z.number().int().min(1).max(most).default(usual)
/** One name alone is nobody's else. */
const names = z.number().int().min(2).max(1000).default(3)

export const flagsField = z.object({
  /** So many names or more at one address within so many days. */
  sameAddress: z.object({ isOn: on(true), names, days: count(180, 3650) }).prefault({}),
  /** The same of a phone number or an e-mail address. */
  sameContact: z.object({ isOn: on(true), names, days: count(180, 3650) }).prefault({}),
  cardCountry: z.object({ isOn: on(true) }).prefault({}),
  /** A customer's first order that is so many times as large as the usual one (the median of the last 200 orders). */
  firstLarge: z.object({ isOn: on(true), times: z.number().min(1).max(1000).default(5) }).prefault({}),
  /** So many cancelled orders of a customer within so many days. */
  manyCancelled: z.object({ isOn: on(true), orders: count(3), days: count(180, 3650) }).prefault({}),
  /** Whether a flagged order can be confirmed only after someone cleared it. */
  blocks: z.boolean().default(false),
})
export type FlagsSetting = z.output<typeof flagsField>

export type FlagOrder = { id: number; number: string; orderedOn: string; name: string; status: string }

export type OrderFlag = {
  rule: FlagRule
  /** What was found, and from where on the rule speaks: names, times, orders. */
  found: number
  limit: number
  days: number | null
  /** What is shared: an address, a phone number, an e-mail address; the two countries; empty of others. */
  value: string
  /** The orders behind it, newest first, 20 at most. */
  orders: FlagOrder[]
}

export type OrderFlags = {
  orderId: number
  flags: OrderFlag[]
  /** The day someone looked at them and found them well. */
  clearedOn: string | null
  /** A draft that cannot be confirmed until it is cleared. */
  blocks: boolean
}

export const orderFlagsInput = z.object({ id: idField })
export const clearFlagsInput = z.object({ id: idField, cleared: z.boolean() })
/** The orders of a page of a list. */
export const flaggedInput = z.object({ ids: z.array(idField).max(1000) })
