// Parties as they travel: one record may be customer, supplier and carrier at once.
import { z } from 'zod'
import {
  countryField,
  currencyField,
  dayField,
  idField,
  lineField,
  noteField,
  percentField,
  priceField,
  requiredLine,
} from '#shared/schemas/fields.ts'
import { dueFroms } from '#shared/schemas/purchases.ts'
import { saleTerms } from '#shared/schemas/sale-terms.ts'
import { supplyKinds } from '#shared/schemas/supply-settings.ts'

export const partyRoles = ['customer', 'supplier', 'carrier', 'forwarder', 'service'] as const
export type PartyRole = (typeof partyRoles)[number]
export const partyStatuses = ['active', 'prospect', 'paused', 'blocked'] as const
export const addressKinds = ['main', 'billing', 'shipping'] as const

const contactSchema = z.object({
  id: idField.optional(),
  name: requiredLine(),
  title: lineField(),
  email: lineField(),
  phone: lineField(100),
  fax: lineField(100),
  bornOn: dayField.nullable().default(null),
  /** Spoken with them: a code such as `de` or `pt-BR`. */
  language: lineField(35),
})

const addressSchema = z.object({
  id: idField.optional(),
  kind: z.enum(addressKinds).default('main'),
  recipient: lineField(),
  street: lineField(500),
  city: lineField(),
  region: lineField(),
  postalCode: lineField(40),
  country: countryField,
  phone: lineField(100),
})

/** Where a supplier stands: changed with a reason and a day (suppliers.setStatus), never by the form. */
export const supplyStatuses = ['candidate', 'approved', 'on_hold', 'blocked'] as const
export type SupplyStatus = (typeof supplyStatuses)[number]

/** A whole number of days, ten years at most. */
export const daysField = z.number().int().min(0).max(3650)

/** A share with the order, the rest so many days after something has happened. */
export const paymentTerms = z.object({
  depositPercent: percentField.default(0),
  dueFrom: z.enum(dueFroms).default('receipt'),
  dueDays: daysField.default(0),
})
export type PaymentTerms = z.output<typeof paymentTerms>

/** What a party is as a supplier. */
export const supplyInput = z.object({
  kind: z.enum(supplyKinds).default(''),
  /** Counts when the party becomes a supplier; afterwards it is left as it is. */
  status: z.enum(supplyStatuses).default('candidate'),
  incoterm: lineField(20),
  place: lineField(200),
  leadTimeDays: daysField.nullable().default(null),
  /** In the supplier's own words: 20,000 pieces a month. */
  capacity: lineField(),
  terms: paymentTerms.prefault({}),
  vatIncluded: z.boolean().default(false),
  vatPercent: percentField.default(0),
  vatRecoverable: z.boolean().default(true),
})
export type SupplyInput = z.output<typeof supplyInput>

export const customerKinds = ['', 'company', 'person'] as const
export type CustomerKind = (typeof customerKinds)[number]
/** What happens when a new order goes over the limit; '' leaves it to the book's setting. */
export const creditActions = ['', 'warn', 'stop'] as const

/** What a party is as a customer. */
export const saleInput = z.object({
  kind: z.enum(customerKinds).default(''),
  eori: lineField(40),
  /** Where they came from: a fair, a search, a recommendation. */
  source: lineField(100),
  /** The code of the channel that they buy through. */
  channel: lineField(60),
  tier: lineField(40),
  /** Who of us looks after them. */
  ownerId: idField.nullable().default(null),
  /** A person's birthday, or the day a company was founded. */
  bornOn: dayField.nullable().default(null),
  terms: saleTerms.prefault({}),
  /** How much may be open at a time; null: no limit. */
  creditLimit: priceField,
  creditAction: z.enum(creditActions).default(''),
})
export type SaleInput = z.output<typeof saleInput>

/** An address of the carrier's page for a number, which stands for {number}: only https, since it is opened in a browser. */
const trackingUrlField = lineField(500).refine(
  (text) => text === '' || (/^https:\/\/[^\s/]+\//.test(text) && text.includes('{number}')),
  'tracking_url',
)

/** What a party is as a carrier or forwarder. */
export const carrierInput = z.object({
  /** Whose numbers and pages its are: `dhl`, `ups`. */
  courierCode: lineField(40),
  trackingUrl: trackingUrlField,
})
export type CarrierInput = z.output<typeof carrierInput>

const tagField = requiredLine(60)

export const partyInput = z.object({
  roles: z.array(z.enum(partyRoles)).min(1, 'required'),
  code: lineField(60),
  name: requiredLine(),
  nameZh: lineField(),
  country: countryField,
  language: z.enum(['', 'en', 'zh-CN']).default(''),
  currency: z.union([z.literal(''), currencyField]).default(''),
  email: lineField(),
  phone: lineField(100),
  fax: lineField(100),
  website: lineField(500),
  taxNumber: lineField(60),
  status: z.enum(partyStatuses).default('active'),
  note: noteField,
  contacts: z.array(contactSchema).max(100).default([]),
  addresses: z.array(addressSchema).max(100).default([]),
  /** Left out, what the party is as a supplier stays as it is; a new one counts as approved then. */
  supply: supplyInput.optional(),
  /** Left out, what the party is as a customer stays as it is. */
  sale: saleInput.optional(),
  /** Left out, what the party is as a carrier stays as it is. */
  carrier: carrierInput.optional(),
  /** Left out, they stay. */
  tags: z.array(tagField).max(50).optional(),
})

export type PartyInput = z.output<typeof partyInput>
export type PartyDraft = z.input<typeof partyInput>
export type Party = Omit<PartyInput, 'supply' | 'sale' | 'carrier' | 'tags'> & {
  id: number
  archived: boolean
  supply: SupplyInput
  sale: SaleInput
  carrier: CarrierInput
  tags: string[]
  orderCount: number
  productCount: number
}

export type PartyRow = {
  id: number
  code: string
  name: string
  nameZh: string
  roles: PartyRole[]
  country: string
  city: string
  contact: string
  email: string
  phone: string
  currency: string
  status: (typeof partyStatuses)[number]
  website: string
  taxNumber: string
  note: string
  /** Orders of a customer, or products of a supplier. */
  orderCount: number
  productCount: number
  /** Day of the last order, null when there is none. */
  lastOrderOn: string | null
  supplyKind: SupplyInput['kind']
  supplyStatus: SupplyStatus
  leadTimeDays: number | null
  /** The day on which the first of its certificates ends; null where none does. */
  certificateOn: string | null
  incoterm: string
  place: string
  capacity: string
  tags: string[]
  customerKind: CustomerKind
  tier: string
  source: string
  channel: string
  owner: string
  /** Decimal text in the currency beside it; null: no limit. */
  creditLimit: string | null
  creditCurrency: string
  /** What the customer brought, net, in base currency as decimal text; credits take away. */
  revenue: string | null
}
