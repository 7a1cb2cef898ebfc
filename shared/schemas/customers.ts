// What is asked about customers as a whole, and what belongs to one beside the record: consents, messages, likeness, merging.
import { z } from 'zod'
import type { Day } from '#shared/dates.ts'
import { type Segment, segments } from '#shared/schemas/customer-settings.ts'
import { dayField, idField, inDayOrder, lineField, noteField } from '#shared/schemas/fields.ts'
import type { PersonName } from '#shared/schemas/people.ts'
import type { RecordTitle } from '#shared/schemas/records.ts'

const rfmSorts = ['recencyDays', 'frequency', 'monetary', 'r', 'f', 'm', 'name'] as const

export const rfmInput = z.object({
  /** Orders up to this day count; today when left out. */
  asOf: dayField.optional(),
  segment: z.enum(segments).optional(),
  sort: z.enum(rfmSorts).default('monetary'),
  direction: z.enum(['asc', 'desc']).default('desc'),
  offset: z.number().int().min(0).default(0),
  /** Left out: all of them. */
  limit: z.number().int().min(1).max(1000).optional(),
})
export type RfmInput = z.output<typeof rfmInput>

export type RfmRow = {
  id: number
  customer: string
  customerZh: string
  country: string
  recencyDays: number
  frequency: number
  /** Net in base currency, decimal text. */
  monetary: string
  r: number
  f: number
  m: number
  /** Null: no rule of the settings fits. */
  segment: Segment | null
}

export type RfmReport = {
  asOf: Day
  currency: string
  rows: RfmRow[]
  /** Of the segment asked for; `customers` counts all that bought. */
  total: number
  customers: number
  /** So few customers that fifths say little. */
  isIndicative: boolean
  /** Where one score ends and the next begins; money in base currency as decimal text. */
  cuts: { recency: number[]; frequency: number[]; monetary: string[] }
  segments: { segment: Segment | null; customers: number; monetary: string }[]
  /** Orders without a rate: they count in frequency, and their money is missing. */
  withoutRate: number
}

/** One customer's place among all `customers` that bought. */
export type RfmOfCustomer = Omit<RfmRow, 'id' | 'customer' | 'customerZh' | 'country'> & {
  currency: string
  asOf: Day
  customers: number
}

export const byCountryInput = z
  .object({ from: dayField.optional(), to: dayField.optional() })
  .refine(inDayOrder.check, inDayOrder.problem)
export type ByCountryInput = z.output<typeof byCountryInput>

export type CountryRow = {
  /** ISO 3166 code; empty where nobody said. */
  country: string
  customers: number
  orders: number
  /** Net in base currency, decimal text. */
  revenue: string
}
export type CountryReport = { currency: string; rows: CountryRow[]; withoutRate: number }

export const consentPurposes = ['email', 'phone', 'post', 'messages', 'profiling', 'sharing'] as const
export type ConsentPurpose = (typeof consentPurposes)[number]
export const consentStates = ['given', 'withdrawn'] as const

export const customerRef = z.object({ customerId: idField })

export const consentInput = z.object({
  customerId: idField,
  purpose: z.enum(consentPurposes),
  state: z.enum(consentStates),
  /** Today when left out. */
  on: dayField.optional(),
  /** Where it can be seen: a form, a mail, a signature. */
  proof: lineField(500),
  note: noteField,
})
export type ConsentInput = z.output<typeof consentInput>

export type Consent = {
  id: number
  purpose: ConsentPurpose
  state: (typeof consentStates)[number]
  on: Day
  proof: string
  note: string
  person: PersonName | null
  /** The newest of its purpose: the one that counts. */
  counts: boolean
}

export const messageKinds = ['message', 'mail', 'call', 'visit', 'inquiry', 'case'] as const
export type MessageKind = (typeof messageKinds)[number]
export const messageDirections = ['in', 'out'] as const

export const messageInput = z
  .object({
    id: idField.optional(),
    customerId: idField,
    orderId: idField.nullable().default(null),
    kind: z.enum(messageKinds).default('message'),
    direction: z.enum(messageDirections).default('in'),
    on: dayField.optional(),
    subject: lineField(),
    text: noteField,
  })
  .refine(({ subject, text }) => subject !== '' || text.trim() !== '', { message: 'required', path: ['text'] })
export type MessageInput = z.output<typeof messageInput>

export const closeMessageInput = z.object({ id: idField, on: dayField.optional(), isClosed: z.boolean() })

export type Message = {
  id: number
  orderId: number | null
  orderNumber: string
  kind: MessageKind
  direction: (typeof messageDirections)[number]
  on: Day
  subject: string
  text: string
  /** Of a case or an inquiry. */
  closedOn: Day | null
  person: PersonName | null
}

export type CustomerWords = { tiers: string[]; sources: string[]; channels: string[]; tags: string[] }

/** Why two records look like one. */
export const likenessReasons = ['tax', 'email', 'phone', 'name', 'nameLike', 'address'] as const
export type LikenessReason = (typeof likenessReasons)[number]

/** How sure one reason alone makes it. */
export const likenessWeights = {
  tax: 0.95,
  email: 0.85,
  phone: 0.7,
  address: 0.5,
  /** Companies do not share their names; people do. */
  companyName: 0.75,
  personName: 0.55,
  nameLike: 0.4,
} as const

/** What a form holds so far, to be held against everyone the book knows. */
export const alikeInput = z.object({
  /** The record that is being changed. */
  exceptId: idField.nullable().default(null),
  name: lineField(),
  nameZh: lineField(),
  kind: z.enum(['', 'company', 'person']).default(''),
  country: z.string().max(2).default(''),
  taxNumber: lineField(60),
  emails: z.array(lineField()).max(50).default([]),
  phones: z.array(lineField(100)).max(50).default([]),
  addresses: z
    .array(z.object({ street: lineField(500), postalCode: lineField(40), city: lineField() }))
    .max(50)
    .default([]),
})
export type AlikeInput = z.output<typeof alikeInput>

export type AlikeParty = {
  id: number
  code: string
  name: string
  nameZh: string
  country: string
  city: string
  email: string
  phone: string
  archived: boolean
  orderCount: number
  /** 0 to 100. */
  percent: number
  reasons: LikenessReason[]
}

export const duplicatesInput = z.object({
  offset: z.number().int().min(0).default(0),
  limit: z.number().int().min(1).max(500).default(100),
})
export type DuplicateMember = Omit<AlikeParty, 'percent' | 'reasons'>
export type DuplicateGroup = {
  /** The best likeness in it, 0 to 100. */
  percent: number
  reasons: LikenessReason[]
  members: DuplicateMember[]
}
export type DuplicateReport = {
  groups: DuplicateGroup[]
  total: number
  customers: number
  leastPercent: number
  /** Values that so many share (a switchboard, a name like John Smith) that they tell nobody from anybody. */
  commonValues: number
}

export const distinctInput = z.object({ ids: z.array(idField).min(2).max(50) })

/** What of a record goes together when two are made one. */
export const mergedFields = [
  'code',
  'name',
  'nameZh',
  'country',
  'language',
  'currency',
  'email',
  'phone',
  'fax',
  'website',
  'taxNumber',
  'eori',
  'status',
  'kind',
  'source',
  'channel',
  'tier',
  'owner',
  'bornOn',
  'terms',
  'credit',
  'creditAction',
] as const
export type MergedField = (typeof mergedFields)[number]

export const mergePartiesInput = z.object({
  /** The record that stays. */
  keepId: idField,
  otherIds: z.array(idField).min(1).max(20),
  /** Whose value a field takes; the kept one's where left out, or the first one's that has any. */
  take: z.partialRecord(z.enum(mergedFields), idField).default({}),
})
export type MergePartiesInput = z.output<typeof mergePartiesInput>

export type MergePreview = {
  records: (DuplicateMember & { roles: string[] })[]
  fields: {
    field: MergedField
    /** What each record says, in their order; words and amounts as they are kept. */
    values: string[]
    /** Whose value stays. */
    takenFrom: number
  }[]
  /** Rows that will belong to the kept record, by table. */
  moved: { table: string; count: number }[]
  /** Ledger rows that are never rewritten: they are read as the kept record's. */
  stays: { table: string; count: number }[]
}

export const retentionInput = z.object({
  offset: z.number().int().min(0).default(0),
  limit: z.number().int().min(1).max(500).default(100),
})
export type RetentionRow = {
  id: number
  name: string
  nameZh: string
  country: string
  kind: '' | 'company' | 'person'
  /** The last order, message or consent; null: there never was one. */
  lastOn: Day | null
  orders: number
  years: number
  /** Why erasing has to wait, if it has. */
  hold: '' | 'open_order' | 'open_amount'
}
export type RetentionReport = { rows: RetentionRow[]; total: number; personYears: number; companyYears: number }

const careKinds = ['birthday', 'contactBirthday', 'holiday', 'silent'] as const
export type CareKind = (typeof careKinds)[number]
export const careInput = z.object({
  /** From today when left out. */
  from: dayField.optional(),
  kinds: z.array(z.enum(careKinds)).max(10).default([]),
  /** Of the names of holidays. */
  language: z.enum(['en', 'zh-CN']).default('en'),
  limit: z.number().int().min(1).max(500).default(200),
})
export type CareInput = z.output<typeof careInput>
/** A public holiday of a country: found outside the book. */
export type Holiday = { country: string; on: Day; name: string }
export type CareRow = {
  kind: CareKind
  on: Day
  /** The customer; for a holiday the country's customers are counted, not named. */
  customerId: number | null
  customer: string
  customerZh: string
  country: string
  /** The contact whose birthday it is, or the holiday's name. */
  what: string
  /** Years that a person or company gets; days without an order; customers in the country. */
  count: number | null
}
export type CareReport = { from: Day; to: Day; rows: CareRow[]; total: number }

/** One row that tells of the person. Columns by their names in the book; what is empty is left out. */
export type PrivacyRow = {
  id: number
  /** What to open to correct it. */
  record: RecordTitle | null
  values: Readonly<Record<string, string | number | boolean>>
}
export type PrivacyReport = {
  party: { id: number; name: string; nameZh: string }
  asOf: Day
  sections: { table: string; rows: PrivacyRow[] }[]
  /** How many rows were erased already: nothing is left in them. */
  erased: number
}

/** Words for the readable file, as the screen shows them: headings by table, labels by `table.column`, and a few of its own. */
const wordList = z.record(z.string().max(100), z.string().max(300)).refine((words) => Object.keys(words).length <= 2000)
export const privacyFileInput = z.object({
  id: idField,
  format: z.enum(['json', 'html']),
  language: z.enum(['en', 'zh-CN']).default('en'),
  words: wordList.default({}),
})
export type PrivacyFileInput = z.output<typeof privacyFileInput>
