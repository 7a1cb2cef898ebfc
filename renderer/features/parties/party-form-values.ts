// A party as its form holds it. Contacts and addresses carry a key of their own, so that rows keep their place on screen.

import { type FieldProblems, parseFields } from '#renderer/lib/field-problems.ts'
import { newFieldReader, numberToText, typedDecimal } from '#renderer/lib/typed-number.ts'
import type { FormReading } from '#renderer/ui/record-form/use-record-form.ts'
import {
  type CarrierInput,
  carrierInput,
  type Party,
  type PartyInput,
  partyInput,
  type SaleInput,
  type SupplyInput,
  saleInput,
  supplyInput,
} from '#shared/schemas/parties.ts'
import type { ListedRole } from './party-role.ts'

export type ContactForm = PartyInput['contacts'][number] & { key: string }
export type AddressForm = PartyInput['addresses'][number] & { key: string }
/** What is a number travels as text while it is typed; the terms stand beside the rest. */
export type SupplyForm = Omit<SupplyInput, 'leadTimeDays' | 'vatPercent' | 'terms'> & {
  leadTimeDays: string
  vatPercent: string
  depositPercent: string
  dueFrom: SupplyInput['terms']['dueFrom']
  dueDays: string
}

/** The same of a customer. */
export type SaleForm = Omit<SaleInput, 'terms' | 'creditLimit' | 'ownerId'> & {
  ownerId: string | null
  depositPercent: string
  dueFrom: SaleInput['terms']['dueFrom']
  dueDays: string
  limitAmount: string
  limitCurrency: string
}

export type PartyForm = Omit<PartyInput, 'contacts' | 'addresses' | 'supply' | 'sale' | 'carrier' | 'tags'> & {
  carrier: CarrierInput
  supply: SupplyForm
  sale: SaleForm
  tags: string[]
  contacts: ContactForm[]
  addresses: AddressForm[]
}

export function partyToForm(party: Party): PartyForm {
  const { id: _id, archived: _archived, orderCount: _orders, productCount: _products, ...input } = party
  return {
    ...input,
    supply: supplyToForm(party.supply),
    sale: saleToForm(party.sale),
    contacts: party.contacts.map((contact, index) => ({ ...contact, key: `kept-${index}` })),
    addresses: party.addresses.map((address, index) => ({ ...address, key: `kept-${index}` })),
  }
}

export function newPartyForm(role: ListedRole): PartyForm {
  const supply = supplyToForm(supplyInput.parse({}))
  const sale = saleToForm(saleInput.parse({}))
  const party = partyInput.parse({ roles: [role], name: '-' })
  const carrier = carrierInput.parse({})
  return { ...party, name: '', contacts: [], addresses: [], supply, sale, carrier, tags: [] }
}

export function newContact(key: string): ContactForm {
  return { key, name: '', title: '', email: '', phone: '', fax: '', bornOn: null, language: '' }
}

export function newAddress(key: string, country: string): AddressForm {
  return { key, kind: 'main', recipient: '', street: '', city: '', region: '', postalCode: '', country, phone: '' }
}

/** What travels, or a problem's code per field. Addresses left empty are left out. */
export function readPartyForm(form: PartyForm): FormReading<PartyInput> {
  const reader = newFieldReader()
  const isSupplier = isSupplying(form.roles)
  const party = parseFields(partyInput, {
    ...form,
    addresses: form.addresses.filter(isWritten),
    supply: isSupplier ? readSupply(form.supply, reader) : undefined,
    sale: form.roles.includes('customer') ? readSale(form.sale, reader) : undefined,
    carrier: isCarrying(form.roles) ? form.carrier : undefined,
  })
  const problems = { ...(party.ok ? {} : besideTerms(party.problems)), ...reader.problems }
  return party.ok && Object.keys(problems).length === 0 ? party : { ok: false, problems }
}

/** Whether goods travel with it. */
export function isCarrying(roles: readonly string[]): boolean {
  return roles.includes('carrier') || roles.includes('forwarder')
}

const supplierRoles = ['supplier', 'forwarder', 'service'] as const

/** Whether goods or services are bought of it. */
export function isSupplying(roles: readonly string[]): boolean {
  return supplierRoles.some((role) => roles.includes(role))
}

function supplyToForm({ terms, leadTimeDays, vatPercent, ...supply }: SupplyInput): SupplyForm {
  return {
    ...supply,
    leadTimeDays: numberToText(leadTimeDays, 'whole'),
    vatPercent: vatPercent === 0 ? '' : numberToText(vatPercent, 'percent'),
    depositPercent: terms.depositPercent === 0 ? '' : numberToText(terms.depositPercent, 'percent'),
    dueFrom: terms.dueFrom,
    dueDays: numberToText(terms.dueDays, 'whole'),
  }
}

function readSupply(form: SupplyForm, reader: ReturnType<typeof newFieldReader>) {
  const { dueFrom, leadTimeDays, vatPercent, depositPercent, dueDays, ...supply } = form
  return {
    ...supply,
    leadTimeDays: reader.number('supply.leadTimeDays', leadTimeDays, 'whole'),
    vatPercent: reader.number('supply.vatPercent', vatPercent, 'percent') ?? 0,
    terms: {
      dueFrom,
      depositPercent: reader.number('supply.depositPercent', depositPercent, 'percent') ?? 0,
      dueDays: reader.number('supply.dueDays', dueDays, 'whole') ?? 0,
    },
  }
}

function saleToForm({ terms, creditLimit, ownerId, ...sale }: SaleInput): SaleForm {
  return {
    ...sale,
    ownerId: ownerId === null ? null : String(ownerId),
    depositPercent: terms.depositPercent === 0 ? '' : numberToText(terms.depositPercent, 'percent'),
    dueFrom: terms.dueFrom,
    dueDays: numberToText(terms.dueDays, 'whole'),
    limitAmount: creditLimit?.amount ?? '',
    limitCurrency: creditLimit?.currency ?? '',
  }
}

function readSale(form: SaleForm, reader: ReturnType<typeof newFieldReader>) {
  const { dueFrom, depositPercent, dueDays, limitAmount, limitCurrency, ownerId, ...sale } = form
  return {
    ...sale,
    ownerId: ownerId === null ? null : Number(ownerId),
    creditLimit: limitAmount.trim() === '' ? null : { amount: typedDecimal(limitAmount), currency: limitCurrency },
    terms: {
      dueFrom,
      depositPercent: reader.number('sale.depositPercent', depositPercent, 'percent') ?? 0,
      dueDays: reader.number('sale.dueDays', dueDays, 'whole') ?? 0,
    },
  }
}

/** Problems where the form holds what they are about: terms and the limit stand beside the rest. */
function besideTerms(problems: FieldProblems): FieldProblems {
  const placed = Object.entries(problems).map(([path, code]) => [
    path
      .replace(/^(supply|sale)\.terms\./, '$1.')
      .replace('sale.creditLimit.amount', 'sale.limitAmount')
      .replace('sale.creditLimit.currency', 'sale.limitCurrency'),
    code,
  ])
  return Object.fromEntries(placed)
}

function isWritten({ recipient, street, city, region, postalCode, country }: AddressForm): boolean {
  return [recipient, street, city, region, postalCode, country].some((text) => text.trim() !== '')
}
