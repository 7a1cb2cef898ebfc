// The past, from the log: of one record, of the whole book, and what can be taken back.
import { z } from 'zod'
import type { Day } from '#shared/dates.ts'
import type { Failure } from '#shared/errors.ts'
import { dayField, idField } from '#shared/schemas/fields.ts'
import type { PersonName } from '#shared/schemas/people.ts'
import { type RecordTitle, recordKinds } from '#shared/schemas/records.ts'

export const historyInput = z.object({
  entity: z.enum(recordKinds),
  id: idField,
  limit: z.number().int().max(500).default(100),
})

export type HistoryChange = {
  table: string
  rowId: number
  column: string
  before: string | number | null
  after: string | number | null
}

/** What a reference among changes names, before and after, by the column that refers. */
export type ReferenceTitle = RecordTitle & { table: string; column: string }

export type HistoryEntry = {
  operationId: number
  /** The operation's name, such as `products.edit`: shown as a sentence. */
  name: string
  person: string | null
  /** Wall time of the copy that wrote it, UTC ms. */
  at: number
  /** The letters of the copy that wrote it; empty for the one the book was made in. */
  copy: string
  kind: 'made' | 'changed'
  changes: HistoryChange[]
  /** What the references among the changes name, before and after, by the column that refers. */
  titles: ReferenceTitle[]
}

/** What kind of doing an operation was. */
export const actionKinds = ['add', 'edit', 'archive', 'remove', 'import', 'undo'] as const
export type ActionKind = (typeof actionKinds)[number]

/** Where a page of the book's history ended: the place of its last operation in the order of the clock. */
const cursorField = z.object({ clock: z.number().int().nonnegative(), replica: z.number().int().positive() })
export type HistoryCursor = z.output<typeof cursorField>

export const bookHistoryInput = z.object({
  search: z.string().trim().max(200).default(''),
  personId: idField.nullable().default(null),
  record: z.enum(recordKinds).nullable().default(null),
  action: z.enum(actionKinds).nullable().default(null),
  /** A copy by its number. */
  replica: z.number().int().positive().nullable().default(null),
  from: dayField.nullable().default(null),
  to: dayField.nullable().default(null),
  /** Null for the newest. */
  cursor: cursorField.nullable().default(null),
  limit: z.number().int().min(1).max(200).default(50),
})
export type BookHistoryInput = z.output<typeof bookHistoryInput>

/** One operation as a line of the book's history. */
export type BookHistoryEntry = {
  operationId: number
  name: string
  person: PersonName | null
  at: number
  copy: string
  /** The first few records that it touched. */
  records: RecordTitle[]
  /** How many more there are; `isMany` where they were not all counted. */
  more: number
  isMany: boolean
  /** Tables of other things that it touched: views, templates, marks. */
  others: string[]
  /** The operation that took this one back and stands. */
  undoneBy: number | null
  /** The operation that this one took back. */
  takesBack: number | null
  /** Of an undoing or a redo: the name of what was done in the first place. */
  of: string | null
  /** Whether this copy wrote it: only then can it be undone here. */
  isOwn: boolean
  /** Why it can never be undone, whatever is undone first. */
  neverBack: Failure | null
}

export type BookHistoryPage = {
  entries: BookHistoryEntry[]
  /** Where to look on; null at the beginning of the book. A page may be short of entries and have more to look through. */
  next: HistoryCursor | null
  /** How far back this page has looked. */
  lookedBackTo: Day | null
}

/** `cursor` counts the records that were told already. */
export const operationInput = z.object({ operationId: idField, cursor: z.number().int().nonnegative().default(0) })

/** What an operation did to one record, or to something that belongs to none. */
export type OperationPart = {
  record: RecordTitle | null
  kind: 'made' | 'changed'
  changes: HistoryChange[]
  titles: ReferenceTitle[]
}

/** `records` of the parts are records; the others come after them. */
export type OperationDetail = { entry: BookHistoryEntry; parts: OperationPart[]; records: number; hasMore: boolean }

/** By whom and in which copies there is anything in the history. */
export type HistoryChoices = {
  people: ({ id: number } & PersonName)[]
  copies: { replica: number; letters: string; isOwn: boolean }[]
}

/** What Ctrl+Z takes back, or redo brings back; `rows` says how much hangs on it, `record` what it is about where it is one. */
export type NextUndo = { operationId: number; name: string; at: number; rows: number; record: RecordTitle | null }
