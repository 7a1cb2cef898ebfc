// Cells of record lists as they are changed: one by one, pasted as a block, or in bulk; and what became of each.
import { z } from 'zod'
import { idField } from '#shared/schemas/fields.ts'
import { recordLists } from '#shared/schemas/lists.ts'
import { listInput } from '#shared/schemas/paging.ts'
import { recordTarget } from '#shared/schemas/record-target.ts'

/** How numbers and days in the cells are written. */
const cellReading = z
  .object({ decimal: z.enum(['.', ',']).default('.'), dates: z.enum(['ymd', 'dmy', 'mdy']).default('ymd') })
  .prefault({})
export type CellReading = z.output<typeof cellReading>

const columnKey = z.string().min(1).max(60)
const cellText = z.string().max(20_000)

export const setCellsInput = z.object({
  list: z.enum(recordLists),
  cells: z
    .array(z.object({ id: idField, column: columnKey, text: cellText }))
    .min(1)
    .max(100_000),
  reading: cellReading,
  /** Says what would become of the cells and writes nothing. */
  dryRun: z.boolean().default(false),
})
export type SetCellsInput = z.output<typeof setCellsInput>

/** Why a cell stays as it is: a code with a sentence in errors.json, and what the sentence needs. */
export type CellRefusal = { code: string; details: Readonly<Record<string, string>> }

/** `before` and `after` as the cell would be typed: choices by their key, numbers plain, days in ISO. */
export type CellOutcome = { id: number; column: string; before: string; after: string; refusal: CellRefusal | null }

export type SetCellsResult = {
  outcomes: CellOutcome[]
  /** Cells that hold something else afterwards; the others stay, or are refused. */
  changed: number
  refused: number
  operationId: number | null
}

/** What happens to one column of every record meant. */
const bulkChange = z.discriminatedUnion('do', [
  z.object({ do: z.literal('set'), column: columnKey, text: cellText }),
  /** By so many per cent, up or (negative) down, to the nearest `roundTo`; empty: to the smallest coin or unit. */
  z.object({
    do: z.literal('percent'),
    column: columnKey,
    by: z.string().max(40),
    roundTo: z.string().max(40).default(''),
  }),
  z.object({
    do: z.literal('add'),
    column: columnKey,
    by: z.string().max(40),
    roundTo: z.string().max(40).default(''),
  }),
])
export type BulkChange = z.output<typeof bulkChange>

export const bulkInput = z.object({
  list: z.enum(recordLists),
  target: recordTarget,
  /** One for each column. */
  changes: z
    .array(bulkChange)
    .min(1)
    .max(20)
    .refine((changes) => new Set(changes.map(({ column }) => column)).size === changes.length),
  jobId: z.string().min(1).max(100),
})
export type BulkInput = z.output<typeof bulkInput>

export type ChangedRow = { id: number; name: string; cells: CellOutcome[] }

export type BulkReport = {
  total: number
  /** Records with at least one cell that changes; without one; with at least one that is refused. */
  changed: number
  same: number
  refused: number
  /** The first records that change, and the first that are refused. */
  changedRows: ChangedRow[]
  refusedRows: ChangedRow[]
  /** Refusals by reason, the most frequent first. */
  reasons: { refusal: CellRefusal; count: number }[]
}

export const pasteInput = z.object({
  list: z.enum(recordLists),
  rows: z.array(z.array(cellText).max(200)).min(1).max(20_000),
  /** The columns from the focused one to the right, as shown; and where in the list the block begins. */
  columns: z.array(columnKey).max(200),
  query: listInput,
  /** The records by row of the block, as the plan found them by place: the list may have changed since. */
  ids: z.array(idField.nullable()).max(20_000).optional(),
  /** Empty cells of the block empty the book's; else they leave them. */
  clears: z.boolean().default(false),
  /** How the cells are written; found out where left out. */
  reading: z
    .object({ decimal: z.enum(['.', ',']), dates: z.enum(['ymd', 'dmy', 'mdy']) })
    .partial()
    .default({}),
})
export type PasteInput = z.output<typeof pasteInput>

export type PastedColumn = {
  /** As the block's head has it, empty where it has none. */
  header: string
  /** The list's column; null where nothing in the list is called so. */
  column: string | null
  /** `key` finds the record, `edit` changes it, `locked` cannot be changed here, `unknown` is left out. */
  use: 'key' | 'edit' | 'locked' | 'unknown'
}

export type PasteReport = {
  hasHeader: boolean
  /** Rows are matched by these columns; by their place in the list where there are none. */
  keys: string[]
  columns: PastedColumn[]
  reading: CellReading
  /** Whether the block holds numbers or days that could be read otherwise. */
  readsNumbers: boolean
  readsDays: boolean
  rows: number
  /** The records by row where they are found by place; null where they have a key. */
  ids: (number | null)[] | null
  changed: number
  same: number
  refused: number
  /** The first rows to show, refused ones first. */
  shownRows: ChangedRow[]
  /** Keys that no record has, with the index of their row in the block. */
  unknown: { key: string; row: number }[]
  /** Rows whose key several records have, or that stands in the block a second time. */
  ambiguous: { key: string; row: number; why: 'several' | 'twice' }[]
  /** Rows that lie below the end of the list. */
  beyond: number
  operationId: number | null
}

/** A column that can be changed in the list, as the screen needs to know it. */
export type EditableColumnInfo = {
  column: string
  /** Can be set for many at once. */
  isBulk: boolean
  /** Can be raised by per cent or an amount. */
  isAmount: boolean
  /** Can be emptied. */
  canBeEmpty: boolean
}
