// Importing files, as it travels: what is in them, how their columns are read, what became of each row.
import { z } from 'zod'
import type { ErrorDetails } from '#shared/errors.ts'
import { channelKinds } from '#shared/schemas/channels.ts'
import { countryField, currencyField, requiredLine } from '#shared/schemas/fields.ts'

/**
 * What a file can hold; what others refer to stands before them, but for `rates`. `order-rows` and `purchase-rows` are flat files:
 * one row is one line, its order's data repeated.
 */
export const importKinds = [
  'categories',
  'suppliers',
  'customers',
  'carriers',
  'products',
  'stock',
  'expected',
  'orders',
  'order-lines',
  'order-rows',
  'purchase-orders',
  'purchase-lines',
  'purchase-rows',
  'offers',
  'sales-costs',
  'carrier-rates',
  'settlements',
  'shipments',
  'trackings',
  'tracking-events',
  'rates',
] as const
export type ImportKind = (typeof importKinds)[number]

/** How cells are read; `byColumn` holds what differs for one column. */
const readingSchema = z.object({
  dateOrder: z.enum(['dmy', 'mdy', 'ymd']),
  decimal: z.enum(['.', ',']),
  percentForm: z.enum(['fraction', 'percent']),
  weightUnit: z.enum(['kg', 'g', 'lb', 'oz', 't']),
  lengthUnit: z.enum(['cm', 'mm', 'm', 'in', 'ft']),
  /** The currency that a column's header names. */
  currency: currencyField,
  /** Every key in the column is a number that a program wrote as `17850.0`. */
  dropPointZero: z.boolean(),
  /** The file's own words of a column (`4`), and the word that each means (`closed`); '' is nothing. */
  values: z.record(z.string().max(200), z.string().max(60)),
})

const mappingOptionsSchema = readingSchema.partial().extend({
  /** Of amounts that name none, and of rates that do not say from what; empty takes the book's base currency. */
  currency: z.union([z.literal(''), currencyField]).default(''),
  /** Of rates that do not say into what. */
  toCurrency: z.union([z.literal(''), currencyField]).default(''),
  /** Whether `NULL`, `N/A`, `-` stand for nothing in this file, or are meant as text. */
  nullWords: z.enum(['empty', 'text']).default('empty'),
  /** Whose keys the file carries: files of one channel link up by them. */
  channel: requiredLine(60).default('file'),
  /** The kind of shop or marketplace that a file of orders comes from: its orders are put together by the ways of such. */
  platform: z.union([z.literal(''), z.enum(channelKinds)]).default(''),
  /** Its site's country. */
  site: countryField,
  skipTotals: z.boolean().default(true),
  makeMissing: z.boolean().default(false),
  encoding: z.string().max(40).optional(),
  delimiter: z.string().length(1).optional(),
  sheet: z.string().max(120).optional(),
  /** The physical line of the header; 0: the file has none. */
  headerLine: z.number().int().min(0).optional(),
  byColumn: z.record(z.string().max(300), readingSchema.partial()).default({}),
})

export const mappingSchema = z.object({
  kind: z.enum(importKinds),
  /** Header as in the file -> field key; null leaves the column out. */
  columns: z.record(z.string().max(300), z.string().max(60).nullable()),
  options: mappingOptionsSchema.prefault({}),
})

export type ImportMapping = z.output<typeof mappingSchema>
export type MappingOptions = z.output<typeof mappingOptionsSchema>
export type ReadingOptions = z.output<typeof readingSchema>

const fileToken = z.string().regex(/^[0-9a-f]{32}$/)
const jobId = z.string().min(1).max(100)

export const inspectInput = z.object({
  file: fileToken,
  /** Set by the user to correct a guess; all else is guessed again on top of it. */
  kind: z.enum(importKinds).optional(),
  encoding: z.string().max(40).optional(),
  delimiter: z.string().length(1).optional(),
  sheet: z.string().max(120).optional(),
  headerLine: z.number().int().min(0).optional(),
})

export const runInput = z.object({
  jobId,
  files: z
    .array(z.object({ file: fileToken, mapping: mappingSchema }))
    .min(1)
    .max(50),
})

export const saveMappingInput = z.object({
  name: requiredLine(120),
  headers: z.array(z.string().max(300)).max(2000),
  mapping: mappingSchema,
})

/** A question that the data do not settle. `guess` is what is taken unless someone says otherwise. */
export type ImportQuestion = {
  key: 'dateOrder' | 'decimal' | 'currency' | 'toCurrency' | 'nullWords' | 'percentForm' | 'weightUnit' | 'lengthUnit'
  columns: string[]
  options: string[]
  guess: string | null
  /** For `nullWords`: the words, with how often they stand in the file. */
  words: { text: string; count: number }[]
}

export type InspectedColumn = {
  name: string
  field: string | null
  samples: string[]
  /** All that stands in the column, where that is not much, and what each is read as; null: not understood. */
  values: { text: string; meaning: string | null }[]
}

export type Inspection = {
  file: string
  name: string
  size: number
  /** What the file was taken for; other kinds it might be, likeliest first. Null: nothing fits. */
  kind: ImportKind | null
  otherKinds: ImportKind[]
  mapping: ImportMapping
  /** The saved mapping that fits these headers. */
  savedMapping: string | null
  format: 'text' | 'xlsx'
  encoding: string | null
  encodings: string[]
  delimiter: string | null
  /** The sheet that was read; null in a text file. */
  sheet: string | null
  sheets: { name: string; rows: number | null }[]
  headerLine: number
  columns: InspectedColumn[]
  /** `choices`: what a cell of the field may mean, where it is one of a few things. */
  fields: { key: string; isRequired: boolean; choices: string[] }[]
  rowCount: number
  /** First and last day of the records, where they have one. */
  from: string | null
  to: string | null
  totalsLines: number[]
  /** What may have been read wrongly: an encoding or delimiter that is only likely, bytes that do not fit it. */
  doubts: { encoding: boolean; delimiter: boolean; strayBytes: number; unreadable: number }
  questions: ImportQuestion[]
}

/** A refused row: the physical line (header = 1 in a file that begins with it), where, what stood there, what was expected. */
export type RefusedCell = { line: number; column: string; value: string; expected: string }

export type FileReport = {
  file: string
  name: string
  kind: ImportKind
  new: number
  changed: number
  unchanged: number
  /** Rows that told of a record beside its lines, and went into it. */
  merged: number
  /** How many rows were refused; `refused` lists the first 1,000 of their cells. */
  refusedRows: number
  refused: RefusedCell[]
  /** What was taken although it is odd: why, in which column, how often, and the first of those lines. */
  noted: { said: string; column: string; count: number; lines: number[] }[]
  /** Totals rows that were left out, as agreed. */
  skipped: number
  /** A file of the refused rows, to mend and drop again. */
  refusedFile: string | null
  refusedFileName: string | null
}

/** What came of a channel's orders. */
export type ChannelResult = {
  channel: string
  /** New orders; those of them that left before stock was kept. */
  orders: number
  history: number
  credits: number
  /** Orders whose goods left stock here, by us or by the channel. */
  dispatched: number
  sentByChannel: number
  /** Orders told as sent that could not be sent: the first of them, and why. */
  unsent: { orderId: number; number: string; code: string; details: ErrorDetails }[]
  unsentCount: number
  /** SKUs without a product. */
  unknownSkus: number
  /** Orders where something that was changed by hand was kept as it is. */
  keptByHand: number
}

export type ImportReport = {
  files: FileReport[]
  channels: ChannelResult[]
  /** Records made because a row referred to them, by kind. */
  made: { kind: string; count: number }[]
  /** References to records that are not in the book, by kind: what "make 43 products first" would make. */
  missing: { kind: string; count: number; examples: string[] }[]
}
