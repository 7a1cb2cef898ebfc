// Stock as it travels: what is there, where, on which day. Quantities are in the product's unit.
import { z } from 'zod'
import { dayField, decimalField, idField, lineField, quantityField } from '#shared/schemas/fields.ts'
import { listInput } from '#shared/schemas/paging.ts'
import { stockDocumentKinds } from '#shared/schemas/stock-documents.ts'

export const openingStockInput = z.object({
  productId: idField,
  /** What was there on the day; 0 takes an opening back. */
  quantity: quantityField.min(0),
  on: dayField,
  /** Left out: the main warehouse. */
  warehouseId: idField.optional(),
  /** What one unit is worth, in base currency; null where nobody knows. Left out, a standing one stays. */
  unitCost: decimalField.refine((text) => !text.startsWith('-'), 'negative').nullish(),
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
  warehouseId: number
  warehouse: string
  documentId: number | null
  documentNumber: string
  batch: string
  reason: string
}

/** As of a day; left out: as of now. */
const asOf = dayField.nullable().default(null)

export const stockLevelsInput = z.object({ productId: idField, on: asOf })

/**
 * How much there is. `onHand` is what lies in places, what is on its way between them is `inTransit`; `available` is on hand
 * where it may be sold, less what open orders reserve. Reserved and on order are known for now only: null as of another day.
 */
export type StockFigures = {
  onHand: number | null
  inTransit: number
  reserved: number | null
  available: number | null
  onOrder: number | null
}

export type StockLevels = StockFigures & {
  productId: number
  unit: string
  tracking: 'none' | 'batch' | 'serial'
  /** The day asked for; null for now. */
  on: string | null
  opening: { quantity: number; on: string } | null
  warehouses: {
    id: number
    name: string
    kind: string
    isSellable: boolean
    onHand: number
    /** In base currency; null where no cost is known, or as of another day. */
    value: string | null
    /** Of one of the pieces whose cost is known; null where there are none. */
    averageCost: string | null
    /** Pieces in it whose cost nobody knows. */
    uncosted: number
    lastOn: string | null
  }[]
  batches: {
    id: number
    code: string
    madeOn: string | null
    expiresOn: string | null
    warehouseId: number
    warehouse: string
    onHand: number
  }[]
  /** Open orders that reserve it: the first of them, and how many. */
  reservedBy: {
    orderId: number
    number: string
    customer: string
    customerZh: string
    requiredOn: string | null
    quantity: number
  }[]
  reservedByCount: number
  baseCurrency: string
  /** The newest entries of the ledger, newest first, and how many there are in all. */
  movements: StockMovement[]
  movementCount: number
}

/** The list of all products with their stock; beside what any list is asked, the place and the day. */
export const stockListInput = listInput.extend({
  /** Only what lies there; left out: all places together. */
  warehouseId: idField.nullable().default(null),
  on: asOf,
})
export type StockListInput = z.output<typeof stockListInput>

export type StockRow = StockFigures & {
  id: number
  sku: string
  nameEn: string
  nameZh: string
  variantLabel: string
  category: string
  categoryZh: string
  supplierId: number | null
  supplier: string
  supplierZh: string
  unit: string
  tracking: string
  status: string
  reorderPoint: number | null
  /** In base currency, of what lies there and what is in transit; null where no cost is known, or as of another day. */
  value: string | null
  averageCost: string | null
  uncosted: number
  lastOn: string | null
}

/** How stock stands against nothing and the reorder point; `never`: nothing ever moved. */
export const stockStates = ['below', 'none', 'low', 'there', 'never'] as const
export type StockState = (typeof stockStates)[number]

/** A row with what lies in each place, by its id. */
export type PlacedStockRow = StockRow & { state: StockState; places: Readonly<Record<string, number>> }

const movementFilter = z.object({
  productId: idField.nullable().default(null),
  warehouseId: idField.nullable().default(null),
  kinds: z.array(z.enum(stockDocumentKinds)).max(20).default([]),
  from: dayField.nullable().default(null),
  to: dayField.nullable().default(null),
  documentId: idField.nullable().default(null),
  batchId: idField.nullable().default(null),
  /** SKU or name of the product, or the number of the document, as it begins. */
  search: lineField(100),
})

export const movementsInput = movementFilter.extend({
  /** Newest first; the next page begins behind this one. */
  after: z.object({ on: dayField, id: idField }).nullable().default(null),
  limit: z.number().int().min(1).max(500).default(100),
})
export type MovementsInput = z.output<typeof movementsInput>

export type MovementRow = StockMovement & {
  productId: number
  sku: string
  name: string
  nameZh: string
  unit: string
  batchId: number | null
  binId: number | null
  bin: string
  originId: number | null
  reversedById: number | null
  documentKind: string
  unitCost: { amount: string; currency: string } | null
  /** Signed, in base currency; null where no cost is known. */
  value: string | null
}

export type MovementPage = {
  rows: MovementRow[]
  /** Where the next page begins; null at the end. */
  next: { on: string; id: number } | null
  baseCurrency: string
}

/** What moved between two days, per product and kind of movement. */
export const movementReportInput = z.object({
  from: dayField,
  to: dayField,
  warehouseId: idField.nullable().default(null),
  productId: idField.nullable().default(null),
  search: lineField(100),
  offset: z.number().int().min(0).default(0),
  limit: z.number().int().min(1).max(1000).default(100),
})
export type MovementReportInput = z.output<typeof movementReportInput>

export type MovedByKind = { kind: (typeof stockDocumentKinds)[number]; in: number; out: number }

export type MovementReport = {
  /** Products that had stock or moved, by SKU. */
  rows: {
    productId: number
    sku: string
    name: string
    nameZh: string
    unit: string
    opening: number
    kinds: MovedByKind[]
    closing: number
  }[]
  total: number
  /** Over all products: how many movements, and what they are worth in base currency, per kind. */
  kinds: {
    kind: (typeof stockDocumentKinds)[number]
    movements: number
    valueIn: string
    valueOut: string
    /** Movements without a known cost, left out of the values. */
    uncosted: number
  }[]
  baseCurrency: string
}

/** Which batches to take, the first that expires first. */
export const proposeBatchesInput = z.object({
  productId: idField,
  warehouseId: idField,
  quantity: quantityField.gt(0),
  on: asOf,
})

export type BatchProposal = {
  batches: { batchId: number; code: string; expiresOn: string | null; onHand: number; quantity: number }[]
  /** What no batch has any more. */
  missing: number
}

/** A movement that goods may be sent back by: issues of a customer or order, receipts of a supplier. */
export const returnableInput = z.object({
  productId: idField,
  kind: z.enum(['issue', 'receipt']),
  partyId: idField.nullable().default(null),
})

export type Returnable = {
  movementId: number
  on: string
  documentNumber: string
  warehouseId: number
  batchId: number | null
  batch: string
  quantity: number
  /** What has not come back (gone back) yet. */
  open: number
}
