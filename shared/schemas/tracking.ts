// What is heard of parcels: numbers and whose they could be, events as they were told, and the rules of what they mean.
import { z } from 'zod'
import { isLocalTime, isZone } from '#shared/local-time.ts'
import { countryField, dayField, idField, lineField, noteField } from '#shared/schemas/fields.ts'
import { type ShipmentStatus, type TrackingState, trackingStates } from '#shared/schemas/shipment-words.ts'

const stateField = z.enum(['', ...trackingStates])
const idOrNull = idField.nullable().default(null)
/** '2026-11-23T14:05' or '2026-11-23': as written at the place. */
const localTimeField = z.string().trim().refine(isLocalTime, 'local_time')
/** '+08:00' or 'Europe/Berlin'; '' is not told. */
const zoneField = z
  .string()
  .trim()
  .refine((zone) => zone === '' || isZone(zone), 'zone')

export const recogniseInput = z.object({ number: z.string().max(200) })

/** `none`: such numbers have no check digit that anyone knows. */
export type CheckDigit = 'ok' | 'fails' | 'none'

export type Candidate = {
  /** The courier's code, as parties.courier_code has it ('dhl', 'usps', 'china_post'). */
  carrier: string
  name: string
  nameZh: string
  /** What kind of number it is ('DHL Express', 'S10'). */
  service: string
  checkDigit: CheckDigit
  /** Of S10: the country whose post issued it. */
  country: string
  /** The carrier's own page of this number; null where it has none that can be opened by number. */
  url: string | null
}
/** Most probable first. `number` is what it is without spaces, dashes and the routing code of its label. */
export type Recognised = { number: string; candidates: Candidate[] }

export const dateOrders = ['ymd', 'dmy', 'mdy'] as const
export type DateOrder = (typeof dateOrders)[number]

const pasteOptions = z.object({
  /** How 03/04/2026 is meant; null: as the paste itself shows, else it is asked. */
  dateOrder: z.enum(dateOrders).nullable().default(null),
  /** For times that tell no zone; '' is the book's own. */
  zone: zoneField.default(''),
  /** Where it was copied from; '' is found out by its words. */
  source: lineField(60),
  /** For days without a year; null: the newest that is not in the future. */
  year: z.number().int().min(1990).max(2200).nullable().default(null),
})

const pasteText = z.string().max(5_000_000)

export const understandInput = z.object({
  text: pasteText,
  options: pasteOptions.prefault({}),
  /** Where the paste tells no number: of which shipment, and which of its parcels. */
  shipmentId: idOrNull,
  parcelId: idOrNull,
})
export type UnderstandQuestion = z.output<typeof understandInput>

/** What told the state: own rules come before the shipped ones, words before codes that say less. */
export type ReadBy = '' | 'text' | 'code' | 'hand'
export type RuleUsed = { by: ReadBy; ruleId: number | null; matched: string }

export type UnderstoodEvent = {
  /** Where it begins in the paste, from 1. */
  line: number
  localTime: string
  zone: string
  happenedAt: number
  place: string
  country: string
  text: string
  sourceCode: string
  state: TrackingState | ''
  rule: RuleUsed
  /** The book has it already. */
  isKnown: boolean
}

/** A shipment that a number was found on. */
export type FoundShipment = {
  shipmentId: number
  parcelId: number | null
  number: string
  status: ShipmentStatus
  state: TrackingState | ''
  to: string
}

export type UnderstoodParcel = {
  /** Names it in `choices`: its number, or '' where the paste tells none. */
  key: string
  number: string
  /** The line of its heading; 0 where it has none. */
  line: number
  candidates: Candidate[]
  found: FoundShipment[]
  /** Newest first. */
  events: UnderstoodEvent[]
  unread: { line: number; text: string }[]
}

export type Understood = {
  source: string
  parcels: UnderstoodParcel[]
  /** Days that read two ways: an example, and how many there are. Nothing can be kept before it is answered. */
  asksDateOrder: { example: string; count: number } | null
  /** The zone taken for times that tell none. */
  zone: string
}

/** What is done with one parcel of a paste. */
const pasteChoice = z.object({
  key: z.string().max(200),
  into: z.enum(['shipment', 'new', 'leave']),
  /** Of 'shipment'. */
  shipmentId: idOrNull,
  parcelId: idOrNull,
  /** Lines that were not understood are kept as events without a time of their own. */
  keepUnread: z.boolean().default(false),
})
export type PasteChoice = z.output<typeof pasteChoice>

export const addInput = understandInput.extend({
  choices: z.array(pasteChoice).max(20_000).default([]),
  /** Lines whose event is left out, and states set by hand. */
  without: z.array(z.number().int()).max(100_000).default([]),
  states: z
    .array(z.object({ line: z.number().int(), state: stateField }))
    .max(10_000)
    .default([]),
})
export type AddInput = z.output<typeof addInput>
export type AddDraft = z.input<typeof addInput>

export type AddedEvents = {
  added: number
  /** Already there, and told twice. */
  known: number
  shipments: { id: number; number: string; state: TrackingState | '' }[]
  made: number
  /** Parcels that were left out. */
  left: number
}

export const eventInput = z.object({
  shipmentId: idField,
  /** Null: of the whole shipment. */
  parcelId: idOrNull,
  localTime: localTimeField,
  zone: zoneField.default(''),
  place: lineField(200),
  country: countryField,
  text: lineField(2000),
  source: lineField(60),
  sourceCode: lineField(120),
  /** Null: as the rules read it. */
  state: stateField.nullable().default(null),
})
export type EventInput = z.output<typeof eventInput>
export type EventDraft = z.input<typeof eventInput>

export const setEventStateInput = z.object({
  id: idField,
  /** Null: as the rules read it. */
  state: stateField.nullable(),
})

export const eventsOfInput = z.object({ shipmentId: idField })

/** An event of a shipment, folded with those that say the same. */
export type ShipmentEvent = {
  id: number
  /** The others that say the same of the same parcel. */
  twins: number[]
  parcelId: number | null
  trackingNumber: string
  localTime: string
  zone: string
  happenedAt: number
  place: string
  country: string
  text: string
  source: string
  sourceCode: string
  state: TrackingState | ''
  readBy: ReadBy
}

/** `page`: where its carrier tells of it, as the book knows the carrier; null where it does not. */
export type EventParcel = { id: number; position: number; trackingNumber: string; page: string | null }

/** What the panel of a shipment shows. */
export type EventsOfShipment = { number: string; parcels: EventParcel[]; events: ShipmentEvent[] }

/** Files of events in the shape of others: their tags and states, one event a row, oldest first. */
export const eventFileForms = ['aftership', 'track17'] as const
export type EventFileForm = (typeof eventFileForms)[number]
export const eventsFileInput = z.object({
  form: z.enum(eventFileForms),
  /** None: every event of the days between. */
  shipmentIds: z.array(idField).max(20_000).default([]),
  from: dayField.nullable().default(null),
  to: dayField.nullable().default(null),
})
export type EventsFileInput = z.output<typeof eventsFileInput>

export const ruleInput = z
  .object({
    /** '' is every source. */
    source: lineField(60),
    code: lineField(120),
    phrase: lineField(300),
    state: stateField,
    note: noteField,
  })
  .refine(({ code, phrase }) => code !== '' || phrase !== '', { message: 'required', path: ['phrase'] })
export type RuleInput = z.output<typeof ruleInput>

export const setRuleInput = z.object({ id: idOrNull, rule: ruleInput })

export type OwnRule = RuleInput & { id: number; position: number }
/** A rule that comes with the program. Words of several languages stand apart by a bar. */
export type ShippedRule = { source: string; code: string; phrase: string; state: TrackingState | '' }
export type TrackingRules = { own: OwnRule[]; shipped: ShippedRule[] }

export const tryRuleInput = z.object({ text: lineField(2000), source: lineField(60), sourceCode: lineField(120) })
export type RuleTried = { state: TrackingState | ''; rule: RuleUsed }

/** Kept events that the rules of today read otherwise. States set by hand stay. */
export type RereadPreview = {
  changed: number
  shipments: number
  examples: { text: string; before: TrackingState | ''; after: TrackingState | ''; count: number }[]
}

export const recentInput = z.object({ limit: z.number().int().min(1).max(200).default(30) })

/** Shipments that were heard of last. */
export type RecentlyHeard = {
  shipmentId: number
  number: string
  /** How far we are ourselves: of one that was not sent, what is heard makes no state yet. */
  status: ShipmentStatus
  state: TrackingState | ''
  heardAt: number
  text: string
  to: string
}
