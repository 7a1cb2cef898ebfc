// Many orders confirmed at once, and what became of those that were not.
import { z } from 'zod'
import { dayField } from '#shared/schemas/fields.ts'
import { recordTarget } from '#shared/schemas/record-target.ts'

/** What only warns: it is confirmed all the same once it was read. */
export const confirmWarnings: readonly string[] = [
  'orders/credit-warned',
  'orders/overdue-warned',
  'orders/credit-unknown',
]

export const confirmManyInput = z.object({
  target: recordTarget,
  on: dayField.optional(),
  despite: z.boolean().default(false),
})

export type UnconfirmedOrder = {
  orderId: number
  number: string
  code: string
  details: Readonly<Record<string, unknown>>
  /** It can be confirmed despite that. */
  isWarning: boolean
}

export type ConfirmedMany = { confirmed: number; left: UnconfirmedOrder[] }
