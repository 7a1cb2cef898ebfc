// When what was sold is to be paid: a share with the order, the rest so many days after something has happened.
import { z } from 'zod'
import { percentField } from '#shared/schemas/fields.ts'

export const saleDueFroms = ['order', 'shipment', 'delivery', 'month_end'] as const
export type SaleDueFrom = (typeof saleDueFroms)[number]

export const saleTerms = z.object({
  depositPercent: percentField.default(0),
  dueFrom: z.enum(saleDueFroms).default('order'),
  dueDays: z.number().int().min(0).max(3650).default(0),
})
