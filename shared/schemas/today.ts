// The late orders of a book, as the first look at it shows them: how many, and the first few.
import { z } from 'zod'
import { dayField } from '#shared/schemas/fields.ts'

export const todayInput = z.object({ today: dayField })

export type LateOrder = {
  id: number
  number: string
  customer: string
  customerZh: string
  requiredOn: string
  daysLate: number
  status: string
  currency: string
  total: string
}

export type Today = {
  today: string
  /** False for a book without any record yet. */
  hasRecords: boolean
  lateOrders: { count: number; rows: LateOrder[] }
}
