// Goods on order with suppliers as they travel; quantities are in the product's unit.
import { z } from 'zod'
import { dayField, idField, lineField, noteField, quantityField } from '#shared/schemas/fields.ts'
import { receiveInput } from '#shared/schemas/stock-postings.ts'

export const expectedStatuses = ['open', 'received', 'cancelled'] as const
export type ExpectedStatus = (typeof expectedStatuses)[number]

export const expectedInput = z
  .object({
    productId: idField,
    warehouseId: idField.default(1),
    supplierId: idField.nullable().default(null),
    quantity: quantityField.gt(0, 'positive'),
    orderedOn: dayField.nullable().default(null),
    /** Null: nobody said when. */
    expectedOn: dayField.nullable().default(null),
    reference: lineField(),
    note: noteField,
  })
  .refine(({ orderedOn, expectedOn }) => !orderedOn || !expectedOn || orderedOn <= expectedOn, {
    message: 'day_order',
    path: ['expectedOn'],
  })
export type ExpectedInput = z.output<typeof expectedInput>
export type ExpectedDraft = z.input<typeof expectedInput>

export type ExpectedRow = ExpectedInput & {
  id: number
  sku: string
  nameEn: string
  nameZh: string
  unit: string
  tracking: 'none' | 'batch' | 'serial'
  /** Empty where the warehouse has no name of its own. */
  warehouse: string
  supplier: string
  supplierZh: string
  receivedOn: string | null
  status: ExpectedStatus
  /** The source of files that told of it; empty where somebody wrote it down here. */
  source: string
}

export type Expected = ExpectedRow & { archived: boolean }

const receivedLine = receiveInput.shape.lines.element.omit({ productId: true }).extend({ id: idField })

/** Goods on order that have come in: each warehouse and supplier gets a receipt of its own. */
export const receiveExpectedInput = z.object({
  on: dayField,
  reference: lineField(),
  note: noteField,
  /** What did not come stays on order; else nobody waits for it any more. */
  keepsRest: z.boolean().default(true),
  lines: z.array(receivedLine).min(1, 'required').max(2000),
})
export type ReceiveExpectedInput = z.output<typeof receiveExpectedInput>
