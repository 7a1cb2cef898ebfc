// Stock as it travels: quantities in the product's unit.
import { z } from 'zod'
import { dayField, idField, quantityField } from '#shared/schemas/fields.ts'

export const openingStockInput = z.object({
  productId: idField,
  /** What was there on the day; 0 takes an opening back. */
  quantity: quantityField.min(0),
  on: dayField,
})

export type OpeningStockInput = z.output<typeof openingStockInput>

export type StockMovement = {
  id: number
  movedOn: string
  kind: string
  quantity: number
  /** The movement that this one takes back. */
  reversesId: number | null
  note: string
}

export type StockLevels = {
  productId: number
  unit: string
  /** Over all warehouses; null where no movement was ever posted. */
  onHand: number | null
  opening: { quantity: number; on: string } | null
  warehouses: { id: number; name: string; onHand: number }[]
  /** The newest entries of the ledger, newest first, and how many there are in all. */
  movements: StockMovement[]
  movementCount: number
}
