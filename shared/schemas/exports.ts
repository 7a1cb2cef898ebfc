// Exporting lists, as it travels.
import { z } from 'zod'
import { classesInput } from '#shared/schemas/classes.ts'
import { costOfSalesQuestion, slowStockQuestion, valuationQuestion } from '#shared/schemas/costing-reports.ts'
import { consentPurposes } from '#shared/schemas/customers.ts'
import { idField } from '#shared/schemas/fields.ts'
import { abcInput } from '#shared/schemas/insights.ts'
import { performanceInput } from '#shared/schemas/lanes.ts'
import { listInput } from '#shared/schemas/paging.ts'
import { payablesInput, paymentsInput } from '#shared/schemas/payments.ts'
import { openItemsInput } from '#shared/schemas/receivables.ts'
import { replenishmentInput } from '#shared/schemas/replenishment.ts'
import { profitsInput, salesInput } from '#shared/schemas/sales-figures.ts'
import { scoreboardInput } from '#shared/schemas/scores.ts'

export const exportLists = [
  'products',
  'customers',
  'suppliers',
  'carriers',
  'orders',
  'order-lines',
  'rates',
  'tasks',
  'papers',
  'batches',
  'expected',
  'offers',
  'requests',
  'certificates',
  'purchases',
  'purchase-lines',
  'payables',
  'receivables',
  'payments',
  'stock',
  'stockDocuments',
  'counts',
  'count-lines',
  'abc',
  'classes',
  'replenishment',
  'valuation',
  'slow-stock',
  'cost-of-sales',
  'scoreboard',
  'lanes',
  'salesCosts',
  'settlements',
  'sales',
  'profits',
  'shipments',
  'carrierServices',
  'carrier-rates',
] as const
export type ExportList = (typeof exportLists)[number]

const exportFormats = ['csv', 'xlsx'] as const
export type ExportFormat = (typeof exportFormats)[number]

const ids = z.array(idField).max(1_000_000)

export const exportInput = z.object({
  list: z.enum(exportLists),
  /** What is exported, in which order; the window (offset, limit) plays no part. For order lines: which orders. */
  query: listInput.prefault({}),
  /** The question behind the list `abc`. */
  abc: abcInput.optional(),
  /** The question behind the list `classes`. */
  classes: classesInput.optional(),
  /** The question behind `replenishment`; `only` names products. */
  replenishment: replenishmentInput.optional(),
  /** Those behind `valuation`, `slow-stock` and `cost-of-sales`. */
  valuation: valuationQuestion.optional(),
  slowStock: slowStockQuestion.optional(),
  costOfSales: costOfSalesQuestion.optional(),
  /** The question behind `scoreboard`. */
  scores: scoreboardInput.optional(),
  /** The questions behind `sales` and `profits`. */
  sales: salesInput.optional(),
  profits: profitsInput.optional(),
  /** The question behind `lanes`. */
  lanes: performanceInput.optional(),
  /** The questions behind `payables` and `payments`. */
  payables: payablesInput.optional(),
  payments: paymentsInput.optional(),
  /** The question behind `receivables`. */
  receivables: openItemsInput.optional(),
  /** Whose sheet `count-lines` is; left out: all open ones. */
  countId: idField.optional(),
  /** Keys of the columns in their order; the columns by which an import finds the records again are added. None: all. */
  columns: z.array(z.string().max(60)).max(100).default([]),
  /** Exactly what the list shows: no columns beside those asked for but the second half of what one cell holds. */
  isExact: z.boolean().default(false),
  /** Of what matches these alone, or all but these. */
  only: z.union([z.object({ ids }), z.object({ except: ids })]).optional(),
  /** Customers for this purpose: only those who agreed to it. Left out, the list is for the seller's own work. */
  marketing: z.enum(consentPurposes).optional(),
  /** The saved view that is shown: part of the file's name. */
  viewName: z.string().max(80).default(''),
  format: z.enum(exportFormats),
  language: z.enum(['en', 'zh-CN']).default('en'),
  jobId: z.string().min(1).max(100),
})

export type ExportInput = z.output<typeof exportInput>

/** The finished file on the shelf: read it by its token. */
export type ExportedFile = {
  token: string
  name: string
  size: number
  rows: number
  /** Of a list for marketing: those who have not agreed to it, and so are not in the file. */
  leftOut: number
}
