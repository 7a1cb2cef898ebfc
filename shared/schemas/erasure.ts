// Erasing a person for good: what goes, what stays, and the word that has to be typed before.
import { z } from 'zod'
import type { Instant } from '#shared/dates.ts'
import { idField } from '#shared/schemas/fields.ts'
import type { RecordTitle } from '#shared/schemas/records.ts'

export const erasedKinds = [
  'party',
  'keys',
  'contacts',
  'addresses',
  'bankAccounts',
  'supply',
  'orders',
  'purchases',
  'shipments',
  'payments',
  'consents',
  'messages',
  'letters',
  'notes',
  'tasks',
  'files',
  'orderFiles',
  'papers',
  'versions',
] as const
export type ErasedKind = (typeof erasedKinds)[number]

/** Those that documents say, kept as long as the law asks unless someone wants them gone as well. */
export const documentKinds = ['payments', 'orderFiles', 'papers', 'versions'] as const satisfies readonly ErasedKind[]

/** A whole party, or one contact of it. */
export const erasureTarget = z.object({ id: idField, contactId: idField.nullable().default(null) })
export type ErasureTarget = z.output<typeof erasureTarget>

export const eraseInput = erasureTarget.extend({
  withDocuments: z.boolean().default(false),
  /** The name as it stands in the book, typed by whoever erases. */
  name: z.string().max(1000),
})
export type EraseInput = z.output<typeof eraseInput>

export type ErasureCount = { kind: ErasedKind; count: number }

/** How many records are named in one place; more are counted only. */
export const mostMentionsNamed = 8

/** Text that names the person, counted by table: to be looked at by hand. */
export type ErasureMention = {
  table: string
  count: number
  /** The first of the records that hold it; none where the rows belong to no record. */
  records: RecordTitle[]
}

export type ErasurePreview = {
  /** What has to be typed. */
  name: string
  erased: ErasureCount[]
  /** Kept unless asked for. */
  documents: ErasureCount[]
  /** Other places that name the person in running text: erasing does not reach them. */
  mentions: ErasureMention[]
  /** Backups made before this moment still hold the person. */
  now: Instant
}

/** What is known of an erasure that was done; null where there was none. */
export type Erasure = { at: Instant; person: string; isPurged: boolean } | null

export type ErasureResult = {
  rows: number
  /** False where the file could not be written anew yet: done when the book is opened again. */
  isPurged: boolean
}
