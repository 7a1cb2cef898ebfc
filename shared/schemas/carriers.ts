// What carriers and forwarders offer, as it travels: services with zones, rate tables and surcharges. Amounts are decimal text
// in the currency of their table; weights whole grams, sides whole millimetres.
import { z } from 'zod'
import {
  countryField,
  currencyField,
  dayField,
  decimalField,
  idField,
  inDayOrder,
  lineField,
  noteField,
  percentField,
  requiredLine,
} from '#shared/schemas/fields.ts'
import { transportModes } from '#shared/schemas/shipment-words.ts'

/** What is charged by: the whole, each piece by itself, or the revenue ton (m³ or tonne, whichever is more). */
export const weighings = ['shipment', 'piece', 'revenue_ton'] as const
export type Weighing = (typeof weighings)[number]

export const surchargeKinds = [
  'fuel',
  'peak',
  'remote',
  'security',
  'handling',
  'bunker',
  'currency',
  'duty_paid',
  'other',
] as const
export type SurchargeKind = (typeof surchargeKinds)[number]

const gramsField = z.number().int().min(1, 'positive').max(1_000_000_000)
const daysField = z.number().int().min(0).max(365)

export const carrierServiceInput = z
  .object({
    carrierId: idField,
    code: lineField(40),
    name: requiredLine(200),
    mode: z.enum(['', ...transportModes]).default(''),
    weighsBy: z.enum(weighings).default('shipment'),
    /** Cubic centimetres that count for a kilogram; null: volume does not count. */
    divisor: z.number().int().min(1, 'positive').max(1_000_000).nullable().default(5000),
    roundUpGrams: gramsField.default(500),
    roundsSides: z.boolean().default(false),
    maxPieceGrams: gramsField.nullable().default(null),
    maxSideMm: z.number().int().min(1, 'positive').max(100_000).nullable().default(null),
    daysMin: daysField.nullable().default(null),
    daysMax: daysField.nullable().default(null),
    storageDays: z.number().int().min(1, 'positive').max(365).nullable().default(null),
    note: noteField,
  })
  .refine(({ daysMin, daysMax }) => daysMax === null || (daysMin !== null && daysMin <= daysMax), {
    message: 'day_order',
    path: ['daysMax'],
  })
export type CarrierServiceInput = z.output<typeof carrierServiceInput>
export type CarrierServiceDraft = z.input<typeof carrierServiceInput>

const zonePlace = z.object({
  country: countryField.refine((code) => code !== '', 'required'),
  /** How the postal codes begin that it means; '' is all of the country. */
  postalPrefix: lineField(20),
})

export const zonesInput = z.object({
  serviceId: idField,
  /** In their order; one without an id is new, one that is left out goes. */
  zones: z
    .array(
      z.object({ id: idField.nullable().default(null), name: requiredLine(60), places: z.array(zonePlace).max(2000) }),
    )
    .max(100),
})
export type ZonesInput = z.output<typeof zonesInput>

const amountField = decimalField.refine((text) => !text.startsWith('-'), 'negative')

const rateRow = z
  .object({
    /** Null: wherever it goes. */
    zoneId: idField.nullable().default(null),
    overGrams: z.number().int().min(0).max(1_000_000_000).default(0),
    upToGrams: gramsField.nullable().default(null),
    base: amountField.default('0'),
    /** `step` for each `stepGrams` begun above `overGrams`. */
    stepGrams: gramsField.nullable().default(null),
    step: amountField.nullable().default(null),
    /** For each revenue ton, and the least number of them. */
    ton: amountField.nullable().default(null),
    minimumTons: z.number().min(0).max(100_000).multipleOf(0.001).nullable().default(null),
  })
  .refine(({ overGrams, upToGrams }) => upToGrams === null || upToGrams > overGrams, {
    message: 'weight_order',
    path: ['upToGrams'],
  })
  .refine(({ stepGrams, step }) => (stepGrams === null) === (step === null), { message: 'required', path: ['step'] })

const surchargeRow = z
  .object({
    id: idField.nullable().default(null),
    kind: z.enum(surchargeKinds),
    name: lineField(100),
    /** Of the freight, and amounts by the shipment, the piece and the kilogram charged. */
    percent: percentField.default(0),
    perShipment: amountField.default('0'),
    perPiece: amountField.default('0'),
    perKg: amountField.default('0'),
    zoneId: idField.nullable().default(null),
    /** Counts only where it is asked for. */
    onRequest: z.boolean().default(false),
    validFrom: dayField.nullable().default(null),
    validTo: dayField.nullable().default(null),
  })
  .refine(({ validFrom, validTo }) => inDayOrder.check({ from: validFrom ?? undefined, to: validTo ?? undefined }), {
    message: 'day_order',
    path: ['validTo'],
  })

export const rateTableInput = z
  .object({
    name: lineField(100),
    currency: currencyField,
    validFrom: dayField,
    /** Null: until a newer one. */
    validTo: dayField.nullable().default(null),
    /** The least that freight costs, surcharges not in it. */
    minimum: amountField.default('0'),
    note: noteField,
    rates: z.array(rateRow).max(5000),
    surcharges: z.array(surchargeRow).max(100).default([]),
  })
  .refine(({ validFrom, validTo }) => inDayOrder.check({ from: validFrom, to: validTo ?? undefined }), {
    message: 'day_order',
    path: ['validTo'],
  })
export type RateTableInput = z.output<typeof rateTableInput>
export type RateTableDraft = z.input<typeof rateTableInput>
export type RateRow = z.output<typeof rateRow>
export type SurchargeRow = z.output<typeof surchargeRow>

export const addRateTableInput = z.object({
  serviceId: idField,
  table: rateTableInput,
  /** Lets an open table end the day before this one begins. */
  endsPrevious: z.boolean().default(false),
})
export const editRateTableInput = z.object({ id: idField, table: rateTableInput })

/** Something about a rate table that its prices will show: told, never in the way. */
export type RateFault =
  /** More weight costs less from here on. */
  | { kind: 'cheaper'; zoneId: number | null; atGrams: number }
  /** No price between these weights. */
  | { kind: 'gap'; zoneId: number | null; fromGrams: number; toGrams: number }
  /** Two prices for these weights: the row that begins later counts. */
  | { kind: 'overlap'; zoneId: number | null; fromGrams: number; toGrams: number }

export type CarrierZone = { id: number; name: string; places: { country: string; postalPrefix: string }[] }

export type RateTable = Omit<RateTableInput, 'surcharges'> & {
  id: number
  surcharges: (SurchargeRow & { id: number })[]
  state: 'valid' | 'coming' | 'ended'
  faults: RateFault[]
  /** Tables of the service whose days it shares, after a merge. */
  overlaps: number[]
}

export type CarrierServiceRow = CarrierServiceInput & {
  id: number
  carrier: string
  carrierZh: string
  zoneCount: number
  /** Of the table that holds today; null: none does. */
  tableId: number | null
  validFrom: string | null
  validTo: string | null
  currency: string | null
}

export type CarrierService = CarrierServiceRow & { archived: boolean; zones: CarrierZone[]; tables: RateTable[] }

/** A grid as it is copied from a spreadsheet: weights down, zones across. */
export const readRateGridInput = z.object({
  serviceId: idField,
  text: z.string().max(200_000),
  currency: currencyField,
})

export type ReadRateGrid = {
  /** The heads of its columns with the zone that each is; null: none of that name. */
  zones: { head: string; zoneId: number | null }[]
  rates: RateRow[]
  problems: { line: number; text: string; problem: 'weight' | 'price' | 'order' | 'zone' }[]
}
