// Who delivers as promised: figures of shipments by carrier, mode, country, lane or service, and the days that goods take.
// Rates are shares of 1, times are days; money is of the base currency.
import { z } from 'zod'
import { countryField, dayField, idField, inDayOrder } from '#shared/schemas/fields.ts'
import { shipmentKinds, transportModes } from '#shared/schemas/shipment-words.ts'

/** `country` is where it goes, `lane` where from and where to. */
export const laneGroups = ['carrier', 'mode', 'country', 'lane', 'service'] as const
export type LaneGroup = (typeof laneGroups)[number]

const asked = {
  by: z.enum(laneGroups),
  /** By the day on which it left; where nobody wrote that down, the day it arrived, else the day it should have. */
  from: dayField.optional(),
  to: dayField.optional(),
  /** What was known at the end of this day; left out, today. */
  asOf: dayField.optional(),
  kind: z.enum(shipmentKinds).optional(),
  carrierId: idField.optional(),
}

export const performanceInput = z.object(asked).refine(inDayOrder.check, inDayOrder.problem)
export type PerformanceInput = z.output<typeof performanceInput>

/** Why a figure is not there. */
export const noFigureReasons = [
  /** Nothing has come, been lost or passed its day yet. */
  'none_completed',
  'none_delivered',
  /** Nobody said until when they should be there. */
  'no_plan',
  /** Nobody wrote down when it left; when it arrived; whether any was lost or damaged. */
  'no_departure_day',
  'no_delivery_day',
  'not_recorded',
  /** One value has no spread. */
  'one_value',
  'no_cost',
  'no_weight',
  'no_order',
] as const
export type NoFigureReason = (typeof noFigureReasons)[number]

/** Figures that may be missing, each with its reason then. */
export const laneFigures = [
  'onTimeRate',
  'transitP50',
  'transitP80',
  'transitP90',
  'avgTransit',
  'spread',
  'avgDelay',
  'damageRate',
  'lossRate',
  'costPerKg',
  'costPerOrder',
] as const
export type LaneFigure = (typeof laneFigures)[number]

/**
 * What is held against the plan: the day of delivery; the day it left, where nobody wrote down deliveries; some of each.
 * Null where nothing is.
 */
export type OnTimeBasis = 'delivered' | 'left' | 'mixed' | null

export type LaneFigures = Record<LaneFigure, number | null> & {
  /** Shipments that left. */
  n: number
  /** Delivered, lost, or not there although their day has passed. */
  completed: number
  /** Of the completed, those that had a planned day or were lost: what the rate is over. */
  judged: number
  onTime: number
  basis: OnTimeBasis
  delivered: number
  lost: number
  damaged: number
  /** Not there although their day has passed. */
  overdue: number
  /** How many have transit days, and how many have both cost and weight. */
  nTransit: number
  nCost: number
  /** How many were without news for longer than the book's limit. */
  nSilent: number
  /** Of those with both: in base currency, and in kilograms. */
  cost: string | null
  weightKg: number | null
  /** How many shipments each figure is over; of `costPerOrder`, orders. */
  samples: Record<LaneFigure, number>
  reasons: Partial<Record<LaneFigure, NoFigureReason>>
}

export type LaneRow = LaneFigures & {
  /** The mode, the country, `CN>US` of a lane, else the name; empty: not said. */
  key: string
  /** Of the carrier or the service. */
  id: number | null
  name: string
  nameZh: string
  /** Of a service: its carrier. */
  carrier: string
  carrierZh: string
  /** Of a lane; empty: not said. */
  fromCountry: string
  toCountry: string
}

export type Performance = {
  by: LaneGroup
  currency: string
  asOf: string
  from: string | null
  to: string | null
  /** Days without news that count as silent. */
  silentDays: number
  /** By n, the largest first. */
  rows: LaneRow[]
  total: LaneFigures
}

/** The months in which shipments left. */
export const laneTrendInput = z
  .object({ ...asked, by: z.enum(laneGroups).default('carrier') })
  .refine(inDayOrder.check, inDayOrder.problem)
export type LaneTrendInput = z.output<typeof laneTrendInput>

export type TrendMonth = {
  /** `2026-03` */
  month: string
  n: number
  judged: number
  onTimeRate: number | null
  nTransit: number
  transitP50: number | null
}

/** `key` and `id` as in the performance of the same question; months without gaps from the first to the last of all. */
export type LaneTrend = { by: LaneGroup; rows: { key: string; id: number | null; months: TrendMonth[] }[] }

/** The shipments behind a row (`key` and `id` as there), or behind one figure of it. */
export const laneShipmentsInput = z
  .object({
    ...asked,
    key: z.string().max(300).optional(),
    id: idField.nullable().optional(),
    figure: z
      .enum(['n', 'completed', 'onTime', 'late', 'transit', 'damaged', 'lost', 'cost', 'silent', 'overdue'])
      .default('n'),
    offset: z.number().int().min(0).default(0),
    limit: z.number().int().min(1).max(500).default(100),
  })
  .refine(inDayOrder.check, inDayOrder.problem)
export type LaneShipmentsInput = z.output<typeof laneShipmentsInput>

export type LaneShipment = {
  id: number
  number: string
  carrier: string
  carrierZh: string
  toCountry: string
  leftOn: string | null
  plannedOn: string | null
  deliveredOn: string | null
  transitDays: number | null
  /** Days behind the plan, 0 in time; null where that cannot be said. */
  delayDays: number | null
  isOnTime: boolean | null
  wasDamaged: boolean
  wasLost: boolean
  quietDays: number | null
  cost: string | null
  weightKg: number | null
}

/** What a parcel would travel with and where; what is not known is left out. */
export const laneQuestion = z.object({
  carrierId: idField.nullable().default(null),
  serviceId: idField.nullable().default(null),
  mode: z.enum(['', ...transportModes]).default(''),
  fromCountry: countryField,
  toCountry: countryField,
})
export type LaneQuestion = z.output<typeof laneQuestion>

export const expectedInput = z.object({ ...laneQuestion.shape, leftOn: dayField })
export type ExpectedInput = z.output<typeof expectedInput>

/** How wide the deliveries lie that were asked: from the service on this very lane to all of a carrier. */
const laneSteps = ['serviceLane', 'carrierLane', 'modeLane', 'service', 'carrier'] as const
export type LaneStep = (typeof laneSteps)[number]

/** Days of own deliveries; quantiles by linear interpolation (R type 7). */
export type MeasuredDays =
  | { step: LaneStep; n: number; p50: number; p80: number; p90: number }
  /** How many there are at most; too few. */
  | { step: null; n: number; why: 'too_few' }

/**
 * `on`: when half of them are there; `by`: the day to promise, by the share that the book has settled. `n` 0: as the service
 * tells it. Null with the reason where nothing is known.
 */
export type ExpectedArrival =
  | {
      on: string
      by: string
      p50: number
      p80: number
      n: number
      source: 'measured' | 'service'
      step: LaneStep | null
    }
  | { on: null; by: null; why: 'too_few'; n: number }
