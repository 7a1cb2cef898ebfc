// What happened to a record, of whatever kind, in one order: changes, notes, files, tasks, papers, versions, stock.
import { z } from 'zod'
import type { Day } from '#shared/dates.ts'
import type { AttachmentKind } from '#shared/schemas/attachments.ts'
import type { Consent, Message } from '#shared/schemas/customers.ts'
import { idField } from '#shared/schemas/fields.ts'
import type { HistoryEntry } from '#shared/schemas/history.ts'
import type { RecordNote } from '#shared/schemas/notes.ts'
import type { OrderStatus } from '#shared/schemas/orders.ts'
import type { PersonName } from '#shared/schemas/people.ts'
import { recordRef } from '#shared/schemas/records.ts'
import type { ShipmentKind } from '#shared/schemas/shipment-words.ts'
import type { VersionCause } from '#shared/schemas/versions.ts'

export const timelineKinds = [
  'change',
  'note',
  'file',
  'task',
  'paper',
  'version',
  'stock',
  'grade',
  'order',
  'dispatch',
  'shipment',
  'payment',
  'letter',
  'message',
  'consent',
] as const
export type TimelineKind = (typeof timelineKinds)[number]

/** Where a page ended: the place of its last event in the order of the timeline. */
const timelineCursor = z.object({
  clock: z.number(),
  replica: z.number().int(),
  source: z.string().max(20),
  what: z.string().max(20),
  ref: z.number().int(),
})
export type TimelineCursor = z.output<typeof timelineCursor>

export const timelineInput = z.object({
  record: recordRef,
  /** Only these; none named: all. */
  kinds: z.array(z.enum(timelineKinds)).max(timelineKinds.length).default([]),
  personId: idField.nullable().default(null),
  cursor: timelineCursor.nullish(),
  limit: z.number().int().min(1).max(200).default(30),
})
export type TimelineInput = z.output<typeof timelineInput>

export type TimelineMovement = { id: number; kind: string; quantity: number; movedOn: Day; note: string }

/** What became of a shipment: it was sent, or somebody said this of it. */
export type TimelineShipment = {
  what: 'sent' | 'import_hold' | 'delivered' | 'returned' | 'lost' | 'destroyed'
  id: number
  number: string
  shipmentKind: ShipmentKind
  on: Day | null
  place: string
}

export type TimelineContent =
  | {
      kind: 'change'
      what: 'made' | 'changed'
      /** The operation's name, such as `orders.edit`. */
      name: string
      changes: HistoryEntry['changes']
      titles: HistoryEntry['titles']
      /** The version of the document that this very operation kept. */
      version: number | null
    }
  | { kind: 'note'; what: 'written'; note: RecordNote }
  | { kind: 'note'; what: 'removed' }
  | { kind: 'file'; what: 'added' | 'removed'; id: number; name: string; fileKind: AttachmentKind; isRemoved: boolean }
  | { kind: 'task'; what: 'made' | 'done' | 'cancelled' | 'open'; id: number; title: string; dueOn: Day | null }
  | { kind: 'paper'; what: 'issued' | 'sent' | 'void'; id: number; number: string; paperKind: string; sentTo: string }
  | { kind: 'version'; id: number; version: number; cause: VersionCause }
  | { kind: 'stock'; movements: TimelineMovement[] }
  | {
      kind: 'order'
      what: 'made' | OrderStatus
      id: number
      number: string
      document: 'order' | 'credit'
      orderedOn: Day
      /** Decimal text. */
      total: string
      currency: string
    }
  | {
      kind: 'dispatch'
      what: 'sent' | 'reversed'
      orderId: number
      orderNumber: string
      on: Day | null
      tracking: string
    }
  | ({ kind: 'shipment' } & TimelineShipment)
  | {
      kind: 'payment'
      what: 'in' | 'out' | 'reversed'
      number: string
      on: Day
      /** Decimal text, without its sign. */
      amount: string
      currency: string
    }
  | {
      kind: 'letter'
      what: 'written' | 'sent'
      number: string
      step: number
      asOf: Day
      open: string
      currency: string
    }
  | { kind: 'message'; what: 'written' | 'closed' | 'removed'; message: Omit<Message, 'person'> }
  | { kind: 'consent'; what: 'given' | 'withdrawn' | 'removed'; purpose: Consent['purpose']; on: Day; proof: string }
  | { kind: 'grade'; grade: string; previous: string; score: number | null; from: Day; to: Day }

export type TimelineEntry = TimelineContent & {
  /** Tells entries apart, over pages too. */
  key: string
  operationId: number
  /** Wall time of the copy that wrote it, UTC ms. */
  at: number
  person: PersonName | null
  /** The letters of the copy that wrote it; empty for the one the book was made in. */
  copy: string
}

export type TimelinePage = {
  entries: TimelineEntry[]
  /** Null at the beginning of everything. */
  next: TimelineCursor | null
}

/** Who ever did something on the record, for the filter. */
export type TimelinePerson = PersonName & { id: number }
