// Conflicts as a look keeps them: short, since there may be many thousands; what the screens show is read when it is shown.
import type { Id } from '#shared/ids.ts'
import type { MergedKind, MergeSide, MergeValue } from '#shared/schemas/merge.ts'

/** Some columns of one row. `base` is what they held before either side changed them. */
export type ConflictPart = {
  table: string
  rowId: Id
  columns: readonly string[]
  base: Readonly<Record<string, MergeValue>>
}

export type FoundConflict = {
  key: string
  kind: MergedKind
  /** Of the record; of what is no record, of the row. */
  id: Id
  isDocument: boolean
  parts: readonly ConflictPart[]
  /** Of a document: rows that each side added. */
  added: Record<MergeSide, readonly { table: string; rowId: Id }[]>
  removed: Record<MergeSide, number>
  /** The last operation of each side on it. */
  last: Record<MergeSide, Id>
  suggested: MergeSide | 'mixed'
}

export const sideNumber: Readonly<Record<MergeSide, number>> = { ours: 0, theirs: 1 }
