// What it would cost to send something, all services side by side.
import { z } from 'zod'
import { type SurchargeKind, surchargeKinds } from '#shared/schemas/carriers.ts'
import { countryField, dayField, idField, lineField } from '#shared/schemas/fields.ts'
import type { TransportMode } from '#shared/schemas/shipment-words.ts'

const sideField = z.number().int().min(1, 'positive').max(100_000).nullable().default(null)

/** Pieces alike: sides and weight of one; null is not known. */
const quotedPiece = z.object({
  lengthMm: sideField,
  widthMm: sideField,
  heightMm: sideField,
  grams: z.number().int().min(1, 'positive').max(1_000_000_000).nullable().default(null),
  pieces: z.number().int().min(1, 'positive').max(1_000_000).default(1),
})
export type QuotedPiece = z.output<typeof quotedPiece>

const asked = {
  /** Left out: today. */
  on: dayField.optional(),
  /** Surcharges that only count where they are asked for. */
  requests: z.array(z.enum(surchargeKinds)).max(20).default([]),
  sort: z.enum(['price', 'days']).default('price'),
}

export const quoteInput = z.object({
  pieces: z.array(quotedPiece).min(1, 'required').max(500),
  country: countryField.refine((code) => code !== '', 'required'),
  postalCode: lineField(20),
  /** Where it leaves from: own days are measured from there. Left out: the company's country. */
  fromCountry: countryField,
  ...asked,
})
export type QuoteInput = z.output<typeof quoteInput>
export type QuoteDraft = z.input<typeof quoteInput>

/** For what is in a shipment, to where it goes. */
export const quoteShipmentInput = z.object({ shipmentId: idField, ...asked })

export const chooseServiceInput = z.object({
  shipmentId: idField,
  serviceId: idField,
  on: dayField.optional(),
  requests: asked.requests,
})

/** Why a service cannot take it, or why nobody can say what it costs. */
const quoteRefusals = [
  'too_heavy',
  'too_long',
  'no_weight',
  'no_size',
  'no_table',
  'no_zone',
  'postal_code',
  'no_rate',
] as const
export type QuoteRefusal = (typeof quoteRefusals)[number]

const quoteNotices = ['zone_overlap', 'postal_code', 'tables_overlap', 'cheaper'] as const
export type QuoteNotice = (typeof quoteNotices)[number]

export type QuotePart = { kind: 'freight' | SurchargeKind; name: string; amount: string }

export type QuotedPrice = {
  tableId: number
  table: string
  validTo: string | null
  zoneId: number | null
  zone: string
  currency: string
  parts: QuotePart[]
  /** The least freight of the table was more than its rate. */
  isMinimum: boolean
  total: string
  /** In base currency by the rate of the day; null: none known. */
  base: string | null
  rate: string | null
  rateOn: string | null
  /** The rate row that counted, as the formula card tells it. */
  rule: {
    overGrams: number
    upToGrams: number | null
    base: string
    stepGrams: number | null
    step: string | null
    steps: number
    ton: string | null
    /** Decimal text. */
    tons: string | null
    minimum: string
  }
}

/** How long it takes: measured on own shipments, else as the carrier tells it. */
export type QuotedDays = {
  source: 'measured' | 'told' | 'none'
  p50: number | null
  p80: number | null
  onTimeRate: number | null
  /** The shipments that the rate is over. */
  judged: number
  n: number
  /** Of the figures that are not there. */
  why: string | null
  /** On what it was measured: the service on this lane, or something wider. */
  basis: string | null
}

export type QuotedService = {
  serviceId: number
  service: string
  code: string
  carrierId: number
  carrier: string
  carrierZh: string
  mode: TransportMode | ''
  refusal: QuoteRefusal | null
  notices: QuoteNotice[]
  weight: QuotedWeight | null
  price: QuotedPrice | null
  days: QuotedDays
}

export type QuotedWeight = {
  /** What is charged, in grams; of revenue tons null. */
  chargeableGrams: number | null
  grossGrams: number
  /** What its volume counts for; null where volume does not count. */
  volumetricGrams: number | null
  /** Cubic metres, decimal text; null where a side is not known. */
  volume: string | null
  /** `least`: it weighs and measures less than the fewest revenue tons that the rate charges. */
  by: 'weight' | 'volume' | 'least'
}

export type FreightQuote = {
  on: string
  baseCurrency: string
  country: string
  postalCode: string
  pieces: number
  rows: QuotedService[]
}
