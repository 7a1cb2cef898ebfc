// Shipments as they travel: what goes (or comes) in which parcels and on which legs. Quantities in the product's unit, weights
// in grams, sizes in millimetres, money as decimal text with its currency.
import { z } from 'zod'
import {
  countryField,
  dayField,
  idField,
  lineField,
  noteField,
  priceField,
  quantityField,
  wholeField,
} from '#shared/schemas/fields.ts'
import type { NamedParty } from '#shared/schemas/purchases.ts'
import { seenField } from '#shared/schemas/records.ts'
import type { CustomsEntry, CustomsEntryInput } from '#shared/schemas/shipment-customs.ts'
import { customsEntryInput } from '#shared/schemas/shipment-customs.ts'
import {
  packagings,
  type ShipmentKind,
  type ShipmentStatus,
  shipmentKinds,
  type TrackingState,
  type TransportMode,
  transportModes,
} from '#shared/schemas/shipment-words.ts'

const idOrNull = idField.nullable().default(null)
const dayOrNull = dayField.nullable().default(null)
const positive = quantityField.gt(0, 'positive')
const side = z.number().int().min(1).max(100_000_000).nullable().default(null)
const grams = wholeField.nullable().default(null)

const shipmentLineInput = z.object({
  id: idField.optional(),
  /** What it is of: a line of a sales order, of a purchase order, or neither (goods moved between own places, samples). */
  orderLineId: idOrNull,
  purchaseLineId: idOrNull,
  /** Left out, that of the order's line. */
  productId: idField.nullable().optional(),
  description: lineField(),
  quantity: positive,
})
export type ShipmentLineInput = z.output<typeof shipmentLineInput>

/** What of a line lies in a row of parcels, all its pieces together. The line by its id, or by its place in the list (0 is the first). */
const contentInput = z
  .object({ lineId: idField.optional(), line: z.number().int().min(0).max(5000).optional(), quantity: positive })
  .refine(({ lineId, line }) => (lineId === undefined) !== (line === undefined), {
    message: 'required',
    path: ['line'],
  })

/** `pieces` alike ones may share a row; sizes and weights are of each. */
export const parcelInput = z.object({
  id: idField.optional(),
  packaging: z.enum(packagings).default('carton'),
  pieces: z.number().int().min(1).max(1_000_000).default(1),
  lengthMm: side,
  widthMm: side,
  heightMm: side,
  netGrams: grams,
  grossGrams: grams,
  marks: lineField(500),
  /** Null: the shipment's own. */
  carrierId: idOrNull,
  trackingNumber: lineField(120),
  contents: z.array(contentInput).max(2000).default([]),
})
export type ParcelInput = z.output<typeof parcelInput>

const legPlace = { code: lineField(10), place: lineField(120), country: countryField }

export const legInput = z.object({
  id: idField.optional(),
  mode: z.enum(transportModes),
  carrierId: idOrNull,
  /** Vessel, flight or train, and its voyage. */
  vessel: lineField(120),
  voyage: lineField(60),
  containerNumber: lineField(20),
  sealNumber: lineField(60),
  /** Bill of lading or air waybill. */
  blNumber: lineField(60),
  /** UN/LOCODE or IATA code where there is one. */
  from: z.object(legPlace).prefault({}),
  to: z.object(legPlace).prefault({}),
  plannedDepartureOn: dayOrNull,
  plannedArrivalOn: dayOrNull,
  departedOn: dayOrNull,
  arrivedOn: dayOrNull,
  note: noteField,
})
export type LegInput = z.output<typeof legInput>

const shipToInput = z.object({
  name: lineField(),
  street: lineField(500),
  city: lineField(),
  region: lineField(),
  postalCode: lineField(40),
  country: countryField,
  phone: lineField(60),
  email: lineField(254),
})
export type ShipTo = z.output<typeof shipToInput>

export const shipmentInput = z.object({
  /** Left empty, the next number of this copy is given. */
  number: lineField(60),
  kind: z.enum(shipmentKinds),
  /** To whom or from whom; null: several, or an own place. */
  partyId: idOrNull,
  /** The own place that it leaves from (order, transfer) or comes in at (purchase, return). */
  warehouseId: idOrNull,
  /** Where a transfer goes. */
  toWarehouseId: idOrNull,
  carrierId: idOrNull,
  serviceId: idOrNull,
  mode: z.enum(['', ...transportModes]).default(''),
  fromCountry: countryField,
  fromPlace: lineField(),
  shipTo: shipToInput.prefault({}),
  incoterm: lineField(20),
  place: lineField(),
  /** The carrier's or forwarder's booking. */
  reference: lineField(120),
  bookedOn: dayOrNull,
  /** Null: as measured, as the service tells it, or as the legs say. */
  plannedOn: dayOrNull,
  /** As told, where there are no parcels or they do not say it. */
  toldGrams: grams,
  toldVolumeCm3: grams,
  chargeableGrams: grams,
  insured: priceField,
  insurer: lineField(120),
  policyNumber: lineField(120),
  keptUntil: dayOrNull,
  followsId: idOrNull,
  marks: lineField(500),
  packingNote: noteField,
  note: noteField,
  lines: z.array(shipmentLineInput).max(5000).default([]),
  /** Of a new transfer: documents by which its goods have left already. */
  documentIds: z.array(idField).max(500).default([]),
  /** Left out, they stay as they are; a new shipment then has none. The same holds for legs and customs. */
  parcels: z.array(parcelInput).max(2000).optional(),
  legs: z.array(legInput).max(50).optional(),
  customs: z.array(customsEntryInput).max(50).optional(),
})
export type ShipmentInput = z.output<typeof shipmentInput>
export type ShipmentDraft = z.input<typeof shipmentInput>

/** What is done with a shipment, by its state (domain/shipments/shipment-status.ts). */
export const shipmentVerbs = [
  'edit',
  'pack',
  'unpack',
  'dispatch',
  'arrive',
  'return',
  'reverse',
  'decide',
  'cancel',
  'reopen',
] as const
export type ShipmentVerb = (typeof shipmentVerbs)[number]

export const setLegsInput = z.object({ id: idField, seen: seenField, legs: z.array(legInput).max(50) })
/** `seen` is the `customsRevision` that came with the shipment. */
export const setCustomsInput = z.object({ id: idField, seen: seenField, customs: z.array(customsEntryInput).max(50) })
export type { CustomsEntryInput }

/** The real days of one leg: it left, it came in. */
export const legDaysInput = z.object({
  legId: idField,
  departedOn: dayField.nullable(),
  arrivedOn: dayField.nullable(),
})

export type ShipmentLine = {
  id: number
  position: number
  orderLineId: number | null
  purchaseLineId: number | null
  /** The order that the line is of. */
  order: { id: number; number: string; position: number } | null
  purchase: { id: number; number: string; position: number } | null
  productId: number | null
  sku: string
  name: string
  nameZh: string
  unit: string
  tracking: 'none' | 'batch' | 'serial'
  description: string
  quantity: number
  /** Of that, what lies in parcels. */
  packed: number
  /** What it is worth in base currency: its share of the order's line; null where that is not known. */
  value: string | null
}

export type ParcelContent = { lineId: number; quantity: number }

export type Parcel = Omit<ParcelInput, 'contents' | 'id'> & {
  id: number
  position: number
  carrier: NamedParty | null
  toldOn: string | null
  state: TrackingState | ''
  stateOn: string | null
  heardAt: number | null
  deliveredOn: string | null
  contents: ParcelContent[]
}

export type Leg = Omit<LegInput, 'id'> & { id: number; position: number; carrier: NamedParty | null }

export type NamedPlace = { id: number; name: string; code: string }

/** What it hangs together with by `followsId`. */
export type NamedShipment = { id: number; number: string; kind: ShipmentKind; status: ShipmentStatus }

/** How far it has come and what it holds, as its rows and events say. */
export type ShipmentFacts = {
  state: TrackingState | ''
  stateOn: string | null
  heardAt: number | null
  /** The longest time without news while it was under way. */
  quietDays: number | null
  leftOn: string | null
  deliveredOn: string | null
  isOpen: boolean
  wasDamaged: boolean
  wasLost: boolean
  lineCount: number
  orderCount: number
  pieceCount: number
  weightGrams: number | null
  volumeCm3: number | null
  /** In base currency; null where not all of it is known. */
  value: string | null
  /** What it should cost and what it did, in base currency; null while nothing is known. */
  estimate: string | null
  cost: string | null
  /** Its planned day has passed and it is not there. */
  isLate: boolean
}

export type Shipment = Omit<ShipmentInput, 'lines' | 'parcels' | 'legs' | 'customs' | 'documentIds'> &
  ShipmentFacts & {
    id: number
    status: ShipmentStatus
    channel: string
    externalId: string
    packedOn: string | null
    sentOn: string | null
    plannedBy: PlannedBy
    hasDeliveryDays: boolean
    decideBy: string | null
    decision: Decision
    decidedOn: string | null
    decisionNote: string
    isHistory: boolean
    archived: boolean
    baseCurrency: string
    party: NamedParty | null
    carrier: NamedParty | null
    service: { id: number; name: string; code: string } | null
    warehouse: NamedPlace | null
    toWarehouse: NamedPlace | null
    follows: NamedShipment | null
    followedBy: NamedShipment[]
    orders: { id: number; number: string }[]
    purchases: { id: number; number: string }[]
    /** What may be done with it now. */
    verbs: ShipmentVerb[]
    /** Between own places: `value` and those of the lines are what the goods cost. */
    isAtCost: boolean
    /** Goods moved by it: its lines stay what they are. */
    hasMoved: boolean
    lines: ShipmentLine[]
    parcels: Parcel[]
    legs: Leg[]
    customs: CustomsEntry[]
    /** Goes back with them when they are saved: nobody writes over what somebody else changed meanwhile. */
    customsRevision: string
  }

export const plannedBys = ['', 'typed', 'measured', 'service', 'legs', 'order'] as const
export type PlannedBy = (typeof plannedBys)[number]

export const decisions = ['', 'resend', 'return', 'abandon'] as const
export type Decision = (typeof decisions)[number]

/** A row of the list. */
export type ShipmentRow = {
  id: number
  number: string
  channel: string
  externalId: string
  kind: ShipmentKind
  status: ShipmentStatus
  state: TrackingState | ''
  stateOn: string | null
  isLate: boolean
  /** To whom or from whom: the party's name, else the recipient's, else the place. */
  to: string
  toZh: string
  partyId: number | null
  city: string
  country: string
  carrierId: number | null
  carrier: string
  carrierZh: string
  service: string
  mode: TransportMode | ''
  /** Of its first parcel that has one, and how many others there are. */
  trackingNumber: string
  moreNumbers: number
  sentOn: string | null
  plannedOn: string | null
  /** The planned day, while it is under way. */
  dueOn: string | null
  deliveredOn: string | null
  pieceCount: number
  weightGrams: number | null
  volumeCm3: number | null
  value: string | null
  estimate: string | null
  cost: string | null
  orderCount: number
  reference: string
  note: string
}

/** Shipments of an order, of a purchase order, of a product, for panels. */
export const shipmentsOfInput = z.object({
  orderId: idField.optional(),
  purchaseId: idField.optional(),
  productId: idField.optional(),
  limit: z.number().int().min(1).max(500).default(100),
})
export type ShipmentsOfQuestion = z.output<typeof shipmentsOfInput>
