// Offers as they travel: what a supplier asks for a product from a day on, by quantity. A new price is a new offer.
import { z } from 'zod'
import {
  currencyField,
  dayField,
  decimalField,
  idField,
  inDayOrder,
  lineField,
  noteField,
  percentField,
  quantityField,
} from '#shared/schemas/fields.ts'
import { daysField } from '#shared/schemas/parties.ts'

/** A price for one; nothing is bought below nothing. */
export const unitPriceField = decimalField.refine((text) => !text.startsWith('-'), 'negative')

const priceBreak = z.object({
  /** From this quantity on; the lowest is usually 0. */
  from: quantityField.min(0).default(0),
  price: unitPriceField,
})

export const offerInput = z
  .object({
    supplierId: idField,
    productId: idField,
    /** What the supplier calls it. */
    supplierCode: lineField(100),
    supplierName: lineField(),
    currency: currencyField,
    vatIncluded: z.boolean().default(false),
    vatPercent: percentField.default(0),
    incoterm: lineField(20),
    place: lineField(200),
    minOrder: quantityField.gt(0, 'positive').nullable().default(null),
    carton: quantityField.gt(0, 'positive').nullable().default(null),
    leadTimeDays: daysField.nullable().default(null),
    validFrom: dayField,
    /** Null: until a newer one. */
    validTo: dayField.nullable().default(null),
    source: lineField(100),
    note: noteField,
    prices: z.array(priceBreak).min(1, 'required').max(50),
  })
  .refine(({ validFrom, validTo }) => inDayOrder.check({ from: validFrom, to: validTo ?? undefined }), {
    message: 'day_order',
    path: ['validTo'],
  })
  .refine(({ prices }) => new Set(prices.map(({ from }) => from)).size === prices.length, {
    message: 'doubled',
    path: ['prices'],
  })
export type OfferInput = z.output<typeof offerInput>
export type OfferDraft = z.input<typeof offerInput>

export type OfferBreak = { from: number; price: string }

/** `superseded`: a newer one of the supplier holds. All as of a day. */
export const offerStates = ['valid', 'coming', 'superseded', 'ended'] as const
export type OfferState = (typeof offerStates)[number]

export type OfferRow = {
  id: number
  supplierId: number
  supplier: string
  supplierZh: string
  productId: number
  sku: string
  nameEn: string
  nameZh: string
  unit: string
  supplierCode: string
  supplierName: string
  currency: string
  /** At the lowest quantity, and at the highest. */
  price: string
  bestPrice: string
  breakCount: number
  vatIncluded: boolean
  vatPercent: number
  incoterm: string
  place: string
  minOrder: number | null
  carton: number | null
  leadTimeDays: number | null
  validFrom: string
  validTo: string | null
  /** Today. */
  state: OfferState
  source: string
  note: string
}

export type Offer = OfferRow & {
  archived: boolean
  prices: OfferBreak[]
  /** The request whose answer it came from. */
  request: { id: number; number: string } | null
}

const onDay = { on: dayField.optional() }
const window = { from: dayField.optional(), to: dayField.optional() }

/** Every supplier's offer that holds on a day, at a quantity; without a day today. */
export const offersOfProductInput = z.object({
  productId: idField,
  quantity: quantityField.gt(0).default(1),
  ...onDay,
})

/** One supplier's offer for a product as it holds, priced at a quantity. */
export type HeldOffer = {
  offer: Offer
  /** For one, at that quantity, as offered. */
  price: string
  /** Below the minimum order, or below the lowest quantity that has a price. */
  isBelowMinimum: boolean
  /** For one, in base currency, net of VAT where that comes back; null: no rate. */
  basePrice: string | null
  /** The cheapest of those with a price in base currency; several where they are equal. */
  isCheapest: boolean
}

export const priceHistoryInput = z.object({
  productId: idField,
  supplierId: idField.optional(),
  /** At which quantity the price is read. */
  quantity: quantityField.gt(0).default(1),
})

/** What one supplier has asked over time: each step holds from its day until the next. */
export type PriceHistory = {
  baseCurrency: string
  series: {
    supplierId: number
    supplier: string
    supplierZh: string
    steps: {
      offerId: number
      on: string
      until: string | null
      price: string
      currency: string
      /** By the rate of the day from which it held; null: none known. */
      basePrice: string | null
    }[]
  }[]
}

/** Of one product, or of all that one supplier delivers. Without days the twelve months up to today. */
export const purchaseSharesInput = z
  .object({ productId: idField.optional(), supplierId: idField.optional(), ...window })
  .refine(({ productId, supplierId }) => productId !== undefined || supplierId !== undefined, { message: 'required' })
  .refine(inDayOrder.check, inDayOrder.problem)
export type PurchaseSharesInput = z.output<typeof purchaseSharesInput>

/** How much of a product's purchases hangs on each supplier, by amount in base currency. */
export type PurchaseShare = {
  productId: number
  sku: string
  nameEn: string
  nameZh: string
  supplierId: number | null
  supplier: string
  supplierZh: string
  /** Of the product, in per cent; null where no amount in base currency is known. */
  sharePercent: number | null
  amount: string
  quantity: number
  /** How many suppliers the product was bought from. */
  supplierCount: number
  /** Lines without an amount in base currency: left out of amounts and shares. */
  linesWithoutRate: number
}
export type PurchaseShares = { from: string; to: string; baseCurrency: string; rows: PurchaseShare[] }
