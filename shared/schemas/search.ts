// Finding any record by a few letters, as it travels: what the palette and every picker show.
import { z } from 'zod'
import { partyRoles } from '#shared/schemas/parties.ts'
import { type RecordTitle, recordKinds } from '#shared/schemas/records.ts'

/** What a value is called where a record was found by it. */
const searchFields = [
  'address',
  'barcode',
  'billOfLading',
  'bin',
  'city',
  'code',
  'contact',
  'container',
  'currency',
  'customer',
  'customsName',
  'email',
  'externalId',
  'fax',
  'hsCode',
  'issuer',
  'item',
  'name',
  'nameZh',
  'number',
  'phone',
  'recipient',
  'reference',
  'supplier',
  'supplierOrCustomer',
  'tag',
  'taxNumber',
  'title',
  'tracking',
  'variant',
  'website',
] as const
export type SearchField = (typeof searchFields)[number]

export const searchInput = z.object({
  text: z.string().max(200),
  /** All kinds where none are named. */
  kinds: z.array(z.enum(recordKinds)).max(recordKinds.length).optional(),
  /** Only parties that have this role. */
  role: z.enum(partyRoles).optional(),
  /** Also those put into the archive; they come last. */
  archived: z.boolean().default(true),
  /** Of each kind. */
  limit: z.number().int().min(1).max(200).default(8),
})
export type SearchInput = z.output<typeof searchInput>

/** From where to where in a text, in UTF-16 units. */
export type TextRange = readonly [from: number, to: number]

export type SearchHit = Omit<RecordTitle, 'deleted'> & {
  /** A few words that tell records of like names apart: a day, a place. */
  detail: string
  /** Where in code, name and Chinese name the text was found. */
  marks: { code: TextRange[]; name: TextRange[]; nameZh: TextRange[] }
  /** The value it was found by, where that is none of those three. */
  match: { field: SearchField; text: string; marks: TextRange[] } | null
}

/** Hits of all kinds, those of one kind together, the kind with the closest one first. */
export type SearchResult = {
  hits: SearchHit[]
  /** Kinds of which there are more than these. */
  more: RecordTitle['kind'][]
}

export const recentInput = z.object({ limit: z.number().int().min(1).max(50).default(8) })

/** Words of the screen (its own names and commands), found as records are: by parts, by pinyin. */
export const labelsInput = z.object({ text: z.string().max(200), labels: z.array(z.string().max(200)).max(200) })

/** For each label where the text stands in it; null where it does not. */
export type LabelMarks = (TextRange[] | null)[]
