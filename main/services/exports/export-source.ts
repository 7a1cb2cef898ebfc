// What a list offers to the export: its columns in their usual order, and its rows in groups.

import type { ReadDb } from '#main/db/database.ts'
import type { ExportInput } from '#shared/schemas/exports.ts'

/** How a column's values stand in a file. Decimals are exact text; percents are percents, not fractions. */
export type CellKind =
  | 'text'
  | 'number'
  | 'decimal'
  | 'day'
  | 'flag'
  | 'productStatus'
  | 'orderStatus'
  | 'productKind'
  | 'productTracking'
  | 'orderPurpose'
  | 'orderDocument'
  | 'orderSide'
  | 'paymentState'
  | 'shippingState'
  | 'expectedStatus'
  | 'purchaseStatus'
  | 'dueFrom'
  | 'transportMode'
  | 'partyStatus'
  | 'supplyKind'
  | 'supplyStatus'
  | 'customerKind'
  | 'saleDueFrom'
  | 'offerState'
  | 'requestStatus'
  | 'certificateKind'
  | 'role'
  | 'taskStatus'
  | 'paperKind'
  | 'paperStatus'
  | 'paperLanguage'
  | 'repeatUnit'
  | 'slowState'
  | 'stockState'
  | 'stockDocumentKind'
  | 'stockDocumentState'
  | 'stockReason'
  | 'countScope'
  | 'countStatus'
  | 'stockPolicy'
  | 'reorderRule'
  | 'shipmentKind'
  | 'shipmentStatus'
  | 'trackingState'

export type ExportCell = string | number | boolean | null
export type ExportRow = Readonly<Record<string, ExportCell>>

/** Rows, and how many records of the list have been read so far. */
export type ExportGroup = { rows: readonly ExportRow[]; done: number }
export type ExportRows = { total: number; groups: Iterable<ExportGroup> }

export type MoreColumns = Readonly<Record<string, { kind: CellKind; header: string }>>

export type ExportSource = {
  columns: Readonly<Record<string, CellKind>>
  /** Columns that are the book's own (one for each place), with their headings. */
  more?: (db: ReadDb, language: ExportInput['language']) => MoreColumns
  /** Columns by which an import finds the same records again: always in the file. */
  keys: readonly string[]
  /** Columns that mean something only with another: a price without its currency is none. */
  companions?: Readonly<Record<string, string>>
  /** What else a cell of the list shows: a name in the other language. */
  shownWith?: Readonly<Record<string, string>>
  open(db: ReadDb, input: ExportInput): ExportRows
}

const idsAtOnce = 1000

/** Rows by id, some thousand at a time, so that a large list never lies in memory whole. */
export function rowsByIds(
  ids: readonly number[],
  rowsOf: (ids: readonly number[]) => readonly ExportRow[],
): ExportRows {
  return { total: ids.length, groups: groupsOf(ids, rowsOf) }
}

function* groupsOf(
  ids: readonly number[],
  rowsOf: (ids: readonly number[]) => readonly ExportRow[],
): Generator<ExportGroup> {
  for (let at = 0; at < ids.length; at += idsAtOnce) {
    const some = ids.slice(at, at + idsAtOnce)
    yield { rows: rowsOf(some), done: at + some.length }
  }
}
