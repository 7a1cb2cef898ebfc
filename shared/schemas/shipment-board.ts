// The board of shipments and the same on a map: how many are where, what they hold, and which are late.
import { z } from 'zod'
import type { Day } from '#shared/dates.ts'
import { countryField, dayField, idField } from '#shared/schemas/fields.ts'
import {
  type ShipmentKind,
  shipmentKinds,
  type TrackingState,
  type TransportMode,
  trackingStates,
} from '#shared/schemas/shipment-words.ts'

/** Before it is sent, our own status; from then on, where it is. */
export const boardColumnKeys = ['draft', 'packed', ...trackingStates] as const
export type BoardColumnKey = (typeof boardColumnKeys)[number]

const filters = {
  kind: z.enum(shipmentKinds).optional(),
  carrierId: idField.optional(),
  /** Where it goes, ISO 3166. */
  country: countryField,
  late: z.boolean().default(false),
  /** The day that "late" is said of; today when left out. */
  asOf: dayField.optional(),
}

/** So long what has ended stays on the board. */
const endedDays = z.number().int().min(0).max(366).default(14)

export const boardInput = z.object({ ...filters, endedDays, cards: z.number().int().min(0).max(200).default(25) })
export type BoardInput = z.output<typeof boardInput>

export const boardCardsInput = z.object({
  ...filters,
  endedDays,
  column: z.enum(boardColumnKeys),
  offset: z.number().int().min(0).default(0),
  limit: z.number().int().min(1).max(500).default(100),
})
export type BoardCardsInput = z.output<typeof boardCardsInput>

export type BoardCard = {
  id: number
  number: string
  kind: ShipmentKind
  /** To whom or from whom it is; empty where nobody said. */
  who: string
  whoZh: string
  /** Where it goes; empty where nobody said. */
  country: string
  carrier: string
  carrierZh: string
  mode: TransportMode | ''
  trackingNumber: string
  /** Parcels that have a number besides the one shown. */
  moreNumbers: number
  plannedOn: Day | null
  stateOn: Day | null
  deliveredOn: Day | null
  isLate: boolean
  /** Worth of the goods in base currency, decimal text; null where a part of it is not known. */
  value: string | null
  /** Until when somebody has to say what is done with it. */
  decideBy: Day | null
  keptUntil: Day | null
  wasDamaged: boolean
}

export type BoardColumn = {
  column: BoardColumnKey
  /** Ended ones count for some days only. */
  isEnded: boolean
  count: number
  late: number
  /** Worth of those whose worth is known, in base currency; `withoutValue` are the others. */
  value: string
  withoutValue: number
  cards: BoardCard[]
}

/** Whom the board and the map can be narrowed to. */
export type BoardCarrier = { id: number; name: string; nameZh: string }

export type Board = { asOf: Day; currency: string; endedDays: number; columns: BoardColumn[]; carriers: BoardCarrier[] }

export const shipmentMapInput = z.object(filters)
export type ShipmentMapInput = z.output<typeof shipmentMapInput>

/** A place as the book knows it: a code (UN/LOCODE or IATA), a name, a country, each empty where it is not known. */
export type MapPlace = { code: string; name: string; country: string }

export type MapLane = {
  from: MapPlace
  to: MapPlace
  count: number
  late: number
  value: string
  withoutValue: number
}

export type MapSpot = {
  at: MapPlace
  /** On its way there from `at`, by ship, plane or train; null: it is at the place itself. */
  towards: MapPlace | null
  /** How much of that way lies behind it, 0 to 1, by the days of its plan; the mean of several. */
  share: number
  count: number
  late: number
  states: { state: TrackingState | ''; count: number }[]
  /** Some of them, the late ones first. */
  shipments: { id: number; number: string; state: TrackingState | ''; isLate: boolean }[]
}

export type ShipmentMap = {
  asOf: Day
  currency: string
  /** All that are under way. */
  count: number
  /** Most shipments first. */
  lanes: MapLane[]
  spots: MapSpot[]
  /** Of which nobody said from where to where; where they are now. */
  withoutLane: number
  withoutSpot: number
  carriers: BoardCarrier[]
}
