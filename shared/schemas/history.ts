// A record's past, from the log.
import { z } from 'zod'
import { idField } from '#shared/schemas/fields.ts'
import { type RecordTitle, recordKinds } from '#shared/schemas/records.ts'

export const historyInput = z.object({
  entity: z.enum(recordKinds),
  id: idField,
  limit: z.number().int().max(500).default(100),
})

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
  changes: {
    table: string
    rowId: number
    column: string
    before: string | number | null
    after: string | number | null
  }[]
  /** What the references among the changes name, before and after, by the column that refers. */
  titles: (RecordTitle & { table: string; column: string })[]
}
