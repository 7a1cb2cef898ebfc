// What follows from everything that a shipment consists of: pure, so that whoever holds the rows gets the same.
import { type LegFacts, legEvents } from '#main/domain/tracking/leg-events.ts'
import { shipmentState } from '#main/domain/tracking/shipment-state.ts'
import type { TrackedEvent } from '#main/domain/tracking/tracking-event.ts'
import type { ShipmentFacts, WhereItIs } from '#main/domain/tracking/where-it-is.ts'

export type LineOfShipment = {
  qtyMilli: number
  /** `o1`, `p1`: the sales or purchase order that it is of; null: of none. */
  order: string | null
  /** What the order's line comes to in base currency, and for how much of it. */
  sourceMinor: number | null
  sourceMilli: number
}

export type ParcelOfShipment = {
  pieces: number
  lengthMm: number | null
  widthMm: number | null
  heightMm: number | null
  grossGrams: number | null
  hasNumber: boolean
  events: readonly TrackedEvent[]
}

export type WholeShipment = {
  facts: ShipmentFacts
  /** Of a file of the past that tells no days of delivery: nobody will ever hear of it. */
  isSilent: boolean
  toldGrams: number | null
  toldVolumeCm3: number | null
  lines: readonly LineOfShipment[]
  parcels: readonly ParcelOfShipment[]
  legs: readonly LegFacts[]
  events: readonly TrackedEvent[]
  estimateMinor: number | null
  costMinor: number | null
}

type Where = { state: string; state_on: string | null; heard_at: number | null; delivered_on: string | null }

export type DerivedParcel = Where
export type DerivedShipment = Where & {
  quiet_days: number | null
  left_on: string | null
  is_open: number
  was_damaged: number
  was_lost: number
  line_count: number
  order_count: number
  piece_count: number
  weight_grams: number | null
  volume_cm3: number | null
  value_base_minor: number | null
  estimate_base_minor: number | null
  cost_base_minor: number | null
}

export function deriveShipment(whole: WholeShipment): { shipment: DerivedShipment; parcels: DerivedParcel[] } {
  const events = whole.legs.length === 0 ? whole.events : [...whole.events, ...legEvents(whole.legs)]
  const { shipment, parcels } = shipmentState(events, whole.parcels, whole.facts)
  const where = whole.isSilent ? silent(shipment) : shipment
  return {
    shipment: {
      ...whereOf(where),
      quiet_days: where.quietDays,
      left_on: where.leftOn,
      is_open: where.isOpen ? 1 : 0,
      was_damaged: where.wasDamaged ? 1 : 0,
      was_lost: where.wasLost ? 1 : 0,
      line_count: whole.lines.length,
      order_count: new Set(whole.lines.flatMap(({ order }) => order ?? [])).size,
      piece_count: whole.parcels.reduce((sum, { pieces }) => sum + pieces, 0),
      weight_grams: weightOf(whole),
      volume_cm3: volumeOf(whole),
      value_base_minor: worthOf(whole.lines),
      estimate_base_minor: whole.estimateMinor,
      cost_base_minor: whole.costMinor,
    },
    parcels: parcels.map((parcel) => whereOf(whole.isSilent ? silent(parcel) : parcel)),
  }
}

function whereOf({ state, stateOn, heardAt, deliveredOn }: WhereItIs): Where {
  return { state, state_on: stateOn, heard_at: heardAt, delivered_on: deliveredOn }
}

/** It left, and nobody waits for more. */
function silent(where: WhereItIs): WhereItIs {
  const state = where.state === 'booked' ? 'departed' : where.state
  return { ...where, state, isOpen: false }
}

/** What its parcels weigh as long as all of them say it, else what was told. */
function weightOf({ parcels, toldGrams }: WholeShipment): number | null {
  if (parcels.length === 0 || parcels.some(({ grossGrams }) => grossGrams === null)) return toldGrams
  return parcels.reduce((sum, { pieces, grossGrams }) => sum + pieces * (grossGrams ?? 0), 0)
}

/** The same of their volume, in whole cm3. */
function volumeOf({ parcels, toldVolumeCm3 }: WholeShipment): number | null {
  let mm3 = 0n
  for (const { pieces, lengthMm, widthMm, heightMm } of parcels) {
    if (lengthMm === null || widthMm === null || heightMm === null) return toldVolumeCm3
    mm3 += BigInt(pieces) * BigInt(lengthMm) * BigInt(widthMm) * BigInt(heightMm)
  }
  return parcels.length === 0 ? toldVolumeCm3 : Number((mm3 + 500n) / 1000n)
}

/** Null while one line's worth is not known: a sum that leaves something out is no total. */
function worthOf(lines: readonly LineOfShipment[]): number | null {
  if (lines.length === 0) return null
  let sum = 0
  for (const line of lines) {
    const share = valueOfLine(line)
    if (share === null) return null
    sum += share
  }
  return sum
}

/** The share of the order's line that its quantity makes, rounded half away from zero. */
export function valueOfLine({ qtyMilli, sourceMinor, sourceMilli }: LineOfShipment): number | null {
  if (sourceMinor === null || sourceMilli <= 0) return null
  if (qtyMilli === sourceMilli) return sourceMinor
  const [twice, of] = [2n * BigInt(Math.abs(sourceMinor)) * BigInt(qtyMilli), BigInt(sourceMilli)]
  return Math.sign(sourceMinor) * Number((twice + of) / (2n * of))
}
