// What was deleted, and its way back.
import { z } from 'zod'
import { idField } from '#shared/schemas/fields.ts'
import type { PersonName } from '#shared/schemas/people.ts'
import type { RecordTitle } from '#shared/schemas/records.ts'

/** What can lie in the bin: records, and what hangs on them. */
export const binKinds = [
  'product',
  'party',
  'order',
  'category',
  'rate',
  'task',
  'person',
  'warehouse',
  'channel',
  'bin',
  'batch',
  'document',
  'count',
  'expected',
  'offer',
  'request',
  'certificate',
  'purchase',
  'milestone',
  'inspection',
  'claim',
  'decision',
  'salesCost',
  'settlement',
  'letter',
  'carrierService',
  'shipment',
  'contact',
  'address',
  'note',
  'file',
  'picture',
  'bankAccount',
  'companyNumber',
  'specialDay',
  'view',
  'template',
  'mapping',
] as const
export type BinKind = (typeof binKinds)[number]

const cursorField = z.object({ clock: z.number().int().nonnegative(), id: idField })
export type BinCursor = z.output<typeof cursorField>

export const binInput = z.object({
  search: z.string().trim().max(200).default(''),
  kind: z.enum(binKinds).nullable().default(null),
  cursor: cursorField.nullable().default(null),
  limit: z.number().int().min(1).max(200).default(100),
})
export type BinInput = z.output<typeof binInput>

export type BinItem = {
  kind: BinKind
  id: number
  /** What it is called; of a note its beginning. */
  code: string
  name: string
  nameZh: string
  /** What it hung on; null for a record of its own. */
  owner: RecordTitle | null
  /** The operation that deleted it; null where the log does not say (a book from elsewhere). */
  operationId: number | null
  operation: string
  person: PersonName | null
  at: number | null
}

export type BinPage = { items: BinItem[]; next: BinCursor | null }

const itemRef = z.object({ kind: z.enum(binKinds), id: idField })
export type BinRef = z.output<typeof itemRef>

export const binRestoreInput = z.object({
  items: z.array(itemRef).min(1).max(10_000),
  /** Takes what they lean on out of the bin as well. */
  withOthers: z.boolean().default(false),
})

export type BinRefusal = BinRef & { code: string; details: Readonly<Record<string, string | number | boolean | null>> }

/** `restored` counts what was asked for; `others` what came with it because it leans on that. */
export type BinRestored = { restored: number; others: number; refused: BinRefusal[] }
