// Any record, whatever its kind: how notes, tasks, files, papers and alerts name what they belong to.
import { z } from 'zod'
import { idField } from '#shared/schemas/fields.ts'

/** Kinds of records. A new one is a line here and a rule in services/records/record-kinds.ts. */
export const recordKinds = [
  'product',
  'party',
  'order',
  'category',
  'rate',
  'task',
  'paper',
  'company',
  'person',
  'warehouse',
  'channel',
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
  'payment',
  'decision',
  'salesCost',
  'settlement',
  'letter',
  'carrierService',
  'shipment',
] as const
export type RecordKind = (typeof recordKinds)[number]

export const recordRef = z.object({ kind: z.enum(recordKinds), id: idField })
export type RecordRef = z.output<typeof recordRef>

/** The revision that an edit has seen: as it came with the record. Left out, nobody asks whether it is the newest. */
export const seenField = z.string().max(1000).optional()

/** A record with the token of its state (services/records/record-revision.ts). */
export type Revised<Value> = Value & { revision: string }

/** What a record is called, and what it takes to open it. */
export type RecordTitle = RecordRef & {
  /** SKU, number or code; empty where the kind has none. */
  code: string
  name: string
  nameZh: string
  archived: boolean
  deleted: boolean
  /** Of a party: the list that it is opened from. */
  role: 'customer' | 'supplier' | 'carrier' | null
}

export const recordTitlesInput = z.object({ records: z.array(recordRef).max(2000) })

/** How much hangs on a record, by panel; a panel without anything is left out. */
export type RecordCounts = Partial<Record<string, number>>
