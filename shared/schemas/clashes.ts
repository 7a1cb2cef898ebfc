// What two copies made together that nobody would have made alone: two of one number, stock below nothing, a row that points
// at a deleted one. Computed from the book as it is now and listed until someone mends it; nothing is ever blocked by it.
import { z } from 'zod'
import type { Instant } from '#shared/dates.ts'
import { idField } from '#shared/schemas/fields.ts'
import type { PersonName } from '#shared/schemas/people.ts'
import type { RecordTitle } from '#shared/schemas/records.ts'

/** Every rule, in the order in which screens show them. */
export const clashRuleIds = [
  /** One marketplace order twice: both copies imported the same file. */
  'orders/same-external',
  'orders/same-number',
  'orders/cancelled-shipped',
  /** Both copies sent one order's goods. */
  'orders/sent-twice',
  /** Both copies credited one order, or one credited what the other took back. */
  'orders/credited-twice',
  /** Each copy sent a part: the state says less, or more, than the goods. */
  'orders/state-at-odds',
  /** Each copy heard that a part arrived; together it is all. */
  'orders/arrived-in-parts',
  /** One purchase file read in both copies. */
  'purchases/same-external',
  'purchases/same-number',
  'purchases/cancelled-received',
  /** Each copy received a part; together it is all. */
  'purchases/received-open',
  /** Both copies counted one delivery in. */
  'purchases/received-twice',
  /** One shipment of a file read in both copies. */
  'shipments/same-external',
  'shipments/same-number',
  /** Each copy put one order's goods into a shipment of its own. */
  'shipments/over-order',
  /** One parcel written down by both copies. */
  'shipments/same-tracking',
  /** One copy sent it, the other cancelled it or took it back. */
  'shipments/state-at-odds',
  /** One copy sent it, the other changed what it holds. */
  'shipments/contents-at-odds',
  /** Both copies moved its goods. */
  'shipments/moved-twice',
  /** Both copies said what becomes of it, and each made a shipment for that. */
  'shipments/followed-twice',
  /** Both copies counted the goods of a transfer in. */
  'stock/arrived-twice',
  'payments/same-number',
  'payments/reversed-twice',
  /** Both copies paid, and together it is more than the order comes to. */
  'payments/over-order',
  /** One copy paid an order in the currency that the other copy changed. */
  'payments/share-currency',
  'payments/over-shared',
  'papers/same-number',
  'products/same-sku',
  'products/same-barcode',
  'parties/same-code',
  /** Each copy merged the other's customer into its own: neither is left. */
  'parties/merged-away',
  /** Another copy went on writing about a person who was erased here. */
  'parties/erased-rows',
  'sources/same-key',
  'categories/same-name',
  'people/same-name',
  'warehouses/same-name',
  'bins/same-code',
  'settlements/same-id',
  'channels/same-code',
  'channels/same-sku',
  'batches/same-code',
  'documents/same-number',
  'counts/same-number',
  /** One product file read in both copies: what is on order counts twice. */
  'expected/same-source',
  /** One supplier's offer for one product from one day on, there twice. */
  'offers/same-day',
  'requests/same-number',
  /** One supplier asked twice in one request. */
  'requests/same-supplier',
  'stock/shortage',
  /** Enough today, but less than nothing on a day before. */
  'stock/short-day',
  /** Opening stock of one product counted twice. */
  'stock/opening-twice',
  'stock/counted-twice',
  'movements/reversed-twice',
  /** One copy closed a period that the other went on posting into. */
  'stock/closed-period',
  'closings/same-day',
  'rates/same-day',
  'days/same-day',
  'tasks/same-next',
  'views/same-name',
  'templates/same-name',
  'templates/two-usual',
  'settings/same-rule',
  'planning/same-key',
  'suppliers/same-setting',
  'sales/same-setting',
  'shipping/same-setting',
  'demand/same-month',
  'products/family-cycle',
  'kits/cycle',
  'carriers/same-code',
  /** Both copies entered the new prices of one service. */
  'carriers/tables-overlap',
  /** Costs of orders that are not those of the charge that they come from. */
  'charges/costs-differ',
  /** What lies on goods for a charge is not what it comes to. */
  'charges/landed-at-odds',
  'costing/landed-reversed-twice',
  'references/deleted',
] as const
export type ClashRuleId = (typeof clashRuleIds)[number]

/** Ways to mend. Each is an ordinary change that can be undone, unless its offer says `isFinal`. */
export const clashMendingIds = [
  /** Keeps one and deletes the others (an order that leans on nothing; else it is cancelled and archived). */
  'keepOne',
  /** Keeps one; whatever points at the others points at it then, their stock moves to it, they are archived. */
  'combine',
  /** The others get a number, SKU or name of their own. */
  'rename',
  /** The others lose the doubled code. */
  'clear',
  /** Of two entries the newest stays. */
  'keepNewest',
  /** A counter-entry takes the doubled entry back. */
  'reverse',
  /** A count brings the stock to zero. */
  'countZero',
  /** Counts in what was missing on a day, and out again what later goods made up for. */
  'countDays',
  'makeVoid',
  /** What came in about an erased person is erased, too. */
  'erase',
  /** The pointer follows to the record that the deleted one was merged into. */
  'follow',
  /** What is pointed at comes back from the bin. */
  'restore',
  /** The pointer is taken away; a row that makes no sense without it goes to the bin. */
  'unlink',
  /** The status follows the goods. */
  'setShipped',
  'setReceived',
  'clearShipped',
  /** Taken back, and posted on the first day that is open. */
  'moveToOpenDay',
  /** The closing of the period is taken back. */
  'reopen',
  /** The earlier one ends the day before the other begins. */
  'endEarlier',
  /** Costs of orders follow their charge. */
  'repost',
] as const
export type ClashMendingId = (typeof clashMendingIds)[number]

/** One of those that clash, oldest first: who made it, when, in which copy. */
export type ClashRecord = {
  /** The row's own id; what `keep` names. */
  rowId: number
  /** The record, or the one that the row belongs to; null for what has no page. */
  record: RecordTitle | null
  /** What the row says where the record's title does not: a rate, a quantity with its day, a name. */
  label: string
  copy: string
  person: PersonName | null
  at: Instant | null
}

export type ClashMending = {
  id: ClashMendingId
  /** Can be told which one to keep. */
  takesKeep: boolean
  /** Cannot be undone. */
  isFinal: boolean
}

export type Clash = {
  rule: ClashRuleId
  /** Tells clashes of one rule apart; also what it stands on: a mark speaks of this very cause. */
  key: string
  records: ClashRecord[]
  /** How many there are where `records` leaves some out (more than 20). */
  count: number
  /** What its sentence is filled with: the doubled number, the quantity, the table. */
  facts: Readonly<Record<string, string | number | null>>
  /** The suggested one first; none where only looking helps. */
  mendings: ClashMending[]
  /** Someone looked at it and left it as it is. */
  left: { note: string } | null
}

export const clashStates = ['open', 'left'] as const

export const clashListInput = z.object({
  rule: z.enum(clashRuleIds),
  state: z.enum(clashStates).default('open'),
  offset: z.number().int().min(0).default(0),
  limit: z.number().int().min(1).max(500).default(100),
})
export type ClashListInput = z.output<typeof clashListInput>

export type ClashPage = { rows: Clash[]; total: number }

/** Only rules with clashes, in order. `mendings` are the ways offered for all of them, the suggested first. */
export type ClashCount = { rule: ClashRuleId; open: number; left: number; mendings: ClashMending[] }

const key = z.string().min(1).max(500)

/** Some clashes, or all open ones of the rule. */
const clashTargets = z.union([z.object({ keys: z.array(key).min(1).max(2000) }), z.object({ all: z.literal(true) })])
export type ClashTargets = z.output<typeof clashTargets>

export const mendClashesInput = z.object({
  rule: z.enum(clashRuleIds),
  mending: z.enum(clashMendingIds),
  targets: clashTargets,
  /** Of a single clash: the row that stays. Without it the oldest (of `keepNewest` the newest). */
  keep: idField.optional(),
})
export type MendClashesInput = z.output<typeof mendClashesInput>

/** What a mending would do, or did: `mended` clashes; `refused` with the reason, which stay on the list. */
export type MendReport = { mended: number; refused: { key: string; code: string }[] }

export const leaveClashesInput = z.object({
  rule: z.enum(clashRuleIds),
  targets: clashTargets,
  note: z.string().trim().max(1000).default(''),
})
export type LeaveClashesInput = z.output<typeof leaveClashesInput>
export const unleaveClashesInput = z.object({ rule: z.enum(clashRuleIds), keys: z.array(key).min(1).max(2000) })
