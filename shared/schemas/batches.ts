// Batches and serial numbers as they travel.
import { z } from 'zod'
import { dayField, idField, noteField, requiredLine } from '#shared/schemas/fields.ts'

export const batchInput = z.object({
  code: requiredLine(100),
  madeOn: dayField.nullable().default(null),
  expiresOn: dayField.nullable().default(null),
  note: noteField,
})
export type BatchInput = z.output<typeof batchInput>

export const batchEditInput = z.object({ id: idField, batch: batchInput })

export type BatchRow = BatchInput & {
  id: number
  productId: number
  sku: string
  nameEn: string
  nameZh: string
  unit: string
  /** Over all places, what is in transit among them; in the product's unit. */
  onHand: number
  /** The places where some of it lies, names with commas between; a place without a name goes by its code. */
  places: string
}

export type Batch = BatchRow & { archived: boolean }
