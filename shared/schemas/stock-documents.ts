// Documents of stock as they travel: goods received, issued, moved, adjusted, sent back. Their lines are the movements of the
// ledger; quantities are in the product's unit. What commands are given is in stock-postings.ts.

export const stockDocumentKinds = [
  'opening',
  'receipt',
  'issue',
  'transfer',
  'adjustment',
  'count',
  'customer_return',
  'supplier_return',
  'assembly',
] as const
export type StockDocumentKind = (typeof stockDocumentKinds)[number]

/** Why stock changed without being bought or sold. `scrap` is also written where a return is thrown away. */
export const adjustmentReasons = [
  'damaged',
  'lost',
  'found',
  'expired',
  'scrap',
  'sample',
  'own_use',
  'correction',
  'other',
] as const
export type AdjustmentReason = (typeof adjustmentReasons)[number]

/** What happens to goods that a customer sends back. */
export const returnConditions = ['stock', 'second', 'scrap'] as const
export type ReturnCondition = (typeof returnConditions)[number]

/**
 * What was posted all the same, with something to know: `code` has its sentence among the errors. `stock/insufficient` where
 * the place only warns of shortages, `stock/reserved` where open orders wait for what went out.
 */
export type StockWarning = {
  code: 'stock/insufficient' | 'stock/reserved'
  details: Record<string, string | number | null | string[]>
}

export type PostedDocument = { id: number; number: string; warnings: StockWarning[] }

/** What a posting would change of what was already told: only a back-dated one changes anything here. */
export type StockPreview = {
  warnings: StockWarning[]
  /** Something is dated after the posting's day. */
  isBackdated: boolean
  /** What was on hand at the end of later days, before and after; the first of them, and how many there are. */
  balances: {
    productId: number
    sku: string
    name: string
    nameZh: string
    unit: string
    warehouseId: number
    warehouse: string
    on: string
    before: number
    after: number
  }[]
  balanceCount: number
  /** Costs of later issues that come out differently, in base currency; null: not known. */
  costs: {
    movementId: number
    on: string
    kind: string
    sku: string
    documentNumber: string
    before: string | null
    after: string | null
  }[]
  costCount: number
  /** Of the products concerned, as of now, in base currency; null: nothing of it is known. */
  stockValue: { before: string | null; after: string | null }
  baseCurrency: string
}

export const documentStates = ['posted', 'in_transit', 'part_arrived', 'arrived', 'reversed', 'part_reversed'] as const
export type StockDocumentState = (typeof documentStates)[number]

export type StockDocumentRow = {
  id: number
  number: string
  kind: StockDocumentKind
  on: string
  warehouseId: number
  warehouse: string
  toWarehouseId: number | null
  toWarehouse: string
  partyId: number | null
  party: string
  partyZh: string
  orderId: number | null
  orderNumber: string
  reason: string
  reference: string
  note: string
  lineCount: number
  state: StockDocumentState
}

/** A line as people think of it: a transfer's departure, not the movement into transit behind it. */
export type StockDocumentLine = {
  movementId: number
  kind: StockDocumentKind
  on: string
  productId: number
  sku: string
  name: string
  nameZh: string
  unit: string
  warehouseId: number
  warehouse: string
  /** Signed. */
  quantity: number
  batchId: number | null
  batch: string
  expiresOn: string | null
  binId: number | null
  bin: string
  reason: string
  note: string
  unitCost: { amount: string; currency: string } | null
  rate: string | null
  rateOn: string | null
  /** What the movement is worth in base currency, landed costs included; null where no cost is known. */
  value: string | null
  originId: number | null
  reversesId: number | null
  /** The movement that takes this one back; null where it stands. */
  reversedById: number | null
}

/** Goods of a transfer that have left and not arrived. */
export type StockTransit = {
  movementId: number
  productId: number
  sku: string
  name: string
  nameZh: string
  unit: string
  batchId: number | null
  batch: string
  sent: number
  arrived: number
  /** Went out of transit with a reason. */
  settled: number
  open: number
}

export type StockDocument = Omit<StockDocumentRow, 'lineCount'> & {
  archived: boolean
  /** The shipment that it moved by. */
  shipment: { id: number; number: string } | null
  baseCurrency: string
  /** In the order in which they were posted, counter-movements among them. */
  lines: StockDocumentLine[]
  transit: StockTransit[]
  /** Counter-movements of it would lie on this day: its own, or the first open one where its period is closed. */
  reversesOn: string
}
