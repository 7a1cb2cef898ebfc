// Counts of stock as they travel: the sheet, its lines, codes as a scanner types them, what is due to be counted. Quantities
// are in the product's unit.
import { z } from 'zod'
import { dayField, idField, lineField, noteField, quantityField, requiredLine } from '#shared/schemas/fields.ts'
import type { StockPreview, StockWarning } from '#shared/schemas/stock-documents.ts'
import { batchChoice } from '#shared/schemas/stock-postings.ts'

export const countScopes = ['all', 'bin', 'category', 'class', 'chosen'] as const
export type CountScope = (typeof countScopes)[number]

export const countStatuses = ['open', 'posted', 'cancelled'] as const
export type CountStatus = (typeof countStatuses)[number]

/** Classes by the newest kept analysis; what it left out counts in the rhythm of its own. */
export const countClasses = ['A', 'B', 'C', 'unclassified'] as const
export type CountClass = (typeof countClasses)[number]

const countScope = z.discriminatedUnion('scope', [
  z.object({ scope: z.literal('all') }),
  z.object({ scope: z.literal('bin'), binId: idField }),
  z.object({ scope: z.literal('category'), categoryId: idField }),
  z.object({ scope: z.literal('class'), class: z.enum(countClasses) }),
  z.object({ scope: z.literal('chosen'), productIds: z.array(idField).min(1, 'required').max(5000) }),
])
export type CountScopeInput = z.output<typeof countScope>

const head = {
  on: dayField,
  /** Who counts does not see what the books say. */
  isBlind: z.boolean().default(false),
  note: noteField,
}

export const createCountInput = z.object({
  ...head,
  warehouseId: idField,
  /** Left empty, the next number of this copy is given. */
  number: lineField(60),
  of: countScope,
  /** Only products whose time has come by their class's rhythm. */
  onlyDue: z.boolean().default(false),
  /** Also what was there once and is not by the books. */
  withEmpty: z.boolean().default(false),
})
export type CreateCountInput = z.output<typeof createCountInput>
export type CreateCountDraft = z.input<typeof createCountInput>

export const editCountInput = z.object({ id: idField, ...head })
export type EditCountInput = z.output<typeof editCountInput>

const counted = quantityField.min(0).nullable()

export const enterCountInput = z.object({
  lineId: idField,
  /** Null: not counted, which is not 0. */
  counted,
  /** Left out, it stays. */
  note: z.string().trim().max(300).optional(),
})
export type EnterCountInput = z.output<typeof enterCountInput>

/** More of a line that is there: another scan of it. */
export const addCountInput = z.object({ lineId: idField, quantity: quantityField.gt(0) })
export type AddCountInput = z.output<typeof addCountInput>

export const addCountLineInput = z.object({
  countId: idField,
  productId: idField,
  batch: batchChoice,
  binId: idField.nullable().default(null),
  /** Null: put on the sheet, not counted yet. */
  quantity: counted.default(null),
})
export type AddCountLineInput = z.output<typeof addCountLineInput>

/** What a scanner typed: SKU, barcode, batch, serial number, or the code of a bin. */
export const scanInput = z.object({
  countId: idField,
  code: requiredLine(200),
  quantity: quantityField.gt(0).default(1),
  /** The bin that is being counted: its lines come first, and new ones are made in it. */
  binId: idField.nullable().default(null),
})
export type ScanInput = z.output<typeof scanInput>

export const recountInput = z.object({
  id: idField,
  /** Lines to be counted again; left out: all that differ. */
  lineIds: z.array(idField).min(1).max(5000).optional(),
})
export type RecountInput = z.output<typeof recountInput>

export const lineFilters = ['all', 'open', 'counted', 'differing'] as const
export type LineFilter = (typeof lineFilters)[number]

export const countLinesInput = z.object({
  id: idField,
  show: z.enum(lineFilters).default('all'),
  /** SKU, name, batch or bin, any part of it. */
  search: lineField(100),
  offset: z.number().int().min(0).default(0),
  limit: z.number().int().min(1).max(1000).default(100),
})
export type CountLinesInput = z.output<typeof countLinesInput>

export const postCountInput = z.object({
  id: idField,
  /** What the differences were that someone looked at (`CountReview.mark`); others by now are refused. Left out: not asked. */
  seen: z.string().max(100).optional(),
})
export type PostCountInput = z.output<typeof postCountInput>

export const dueCountsInput = z.object({
  warehouseId: idField,
  class: z.enum(countClasses).nullable().default(null),
  /** Also what is not due yet. */
  withLater: z.boolean().default(false),
  offset: z.number().int().min(0).default(0),
  limit: z.number().int().min(1).max(1000).default(100),
})
export type DueCountsInput = z.output<typeof dueCountsInput>

export type CountRow = {
  id: number
  number: string
  on: string
  warehouseId: number
  /** Empty for the one that every book has, until someone names it. */
  warehouse: string
  scope: CountScope
  /** The bin's code, the category's name, the class. */
  scopeName: string
  scopeNameZh: string
  status: CountStatus
  isBlind: boolean
  lineCount: number
  countedCount: number
  documentId: number | null
  documentNumber: string
  note: string
}

export type StockCount = CountRow & {
  archived: boolean
  openedAt: number | null
  openedBy: string
  /** Movements posted since the sheet was made that change what the books say of its lines; none once it is posted. */
  movedSince: number
  /** Other open counts of the same place. */
  alsoOpen: { id: number; number: string }[]
  bins: { id: number; code: string }[]
  baseCurrency: string
}

export type CountLine = {
  id: number
  position: number
  productId: number
  sku: string
  name: string
  nameZh: string
  unit: string
  tracking: 'none' | 'batch' | 'serial'
  batchId: number | null
  batch: string
  expiresOn: string | null
  binId: number | null
  bin: string
  /** Null: not counted. */
  counted: number | null
  note: string
  /** By the books at the end of the count's day; null while a blind count is open, and where a posted one was not counted. */
  expected: number | null
  difference: number | null
  /** Of the difference, in base currency; null where no cost is known (or nothing differs). */
  value: string | null
  /** What one unit is worth by the books in this place, in base currency; null where nobody knows. */
  unitCost: string | null
  /** How much the expected figure changed since the sheet was made. */
  movedSince: number
}

export type CountLines = { rows: CountLine[]; total: number; baseCurrency: string }

/** What posting would write. */
export type CountReview = {
  /** Differing lines, the dearest first; the first of them. */
  lines: CountLine[]
  differing: number
  agreeing: number
  notCounted: number
  /** In base currency, of the lines whose cost is known. */
  surplus: string
  shortfall: string
  net: string
  /** Differing lines whose cost nobody knows: in none of the sums. */
  unknown: number
  /** Lines whose expected figure changed since the sheet was made. */
  moved: number
  mark: string
  baseCurrency: string
}

export type CountPreview = Pick<
  StockPreview,
  'isBackdated' | 'balances' | 'balanceCount' | 'costs' | 'costCount' | 'stockValue' | 'warnings' | 'baseCurrency'
>

export type PostedCount = {
  /** Null where everything agreed: nothing is posted then. */
  document: { id: number; number: string } | null
  differing: number
  agreeing: number
  notCounted: number
  warnings: StockWarning[]
}

export type ScannedProduct = Pick<CountLine, 'productId' | 'sku' | 'name' | 'nameZh' | 'unit' | 'tracking'>

/** What came of a scan. Only `counted` wrote anything. */
export type Scanned =
  | { status: 'counted'; line: CountLine; isNew: boolean }
  /** Several lines or products have the code, or the product needs its batch said. */
  | { status: 'choose'; code: string; lines: CountLine[]; products: ScannedProduct[] }
  /** A serial number is one piece. */
  | { status: 'twice'; line: CountLine }
  | { status: 'bin'; binId: number; code: string }
  | { status: 'unknown'; code: string }

export type DueRow = {
  productId: number
  sku: string
  name: string
  nameZh: string
  unit: string
  class: CountClass
  onHand: number
  /** The day of its last posted count here; null: never counted. */
  lastOn: string | null
  /** Null where it was never counted: due at once. */
  dueOn: string | null
  isDue: boolean
}

export type DueCounts = {
  rows: DueRow[]
  total: number
  classes: { class: CountClass; products: number; due: number; months: number | null }[]
  /** The day of the analysis that says the classes; null before the first. */
  classedOn: string | null
}
