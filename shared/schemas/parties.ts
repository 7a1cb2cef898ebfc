// Parties as they travel: one record may be customer, supplier and carrier at once.
import { z } from 'zod'
import { countryField, currencyField, idField, lineField, noteField, requiredLine } from '#shared/schemas/fields.ts'

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
})

const addressSchema = z.object({
  id: idField.optional(),
  kind: z.enum(addressKinds).default('main'),
  street: lineField(500),
  city: lineField(),
  region: lineField(),
  postalCode: lineField(40),
  country: countryField,
})

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
})

export type PartyInput = z.output<typeof partyInput>
export type PartyDraft = z.input<typeof partyInput>
export type Party = PartyInput & { id: number; archived: boolean; orderCount: number; productCount: number }

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
}
