// A party as its form holds it. Contacts and addresses carry a key of their own, so that rows keep their place on screen.

import { parseFields } from '#renderer/lib/field-problems.ts'
import type { FormReading } from '#renderer/ui/record-form/use-record-form.ts'
import { type Party, type PartyInput, partyInput } from '#shared/schemas/parties.ts'
import type { ListedRole } from './party-role.ts'

export type ContactForm = PartyInput['contacts'][number] & { key: string }
export type AddressForm = PartyInput['addresses'][number] & { key: string }
export type PartyForm = Omit<PartyInput, 'contacts' | 'addresses'> & {
  contacts: ContactForm[]
  addresses: AddressForm[]
}

export function partyToForm(party: Party): PartyForm {
  const { id: _id, archived: _archived, orderCount: _orders, productCount: _products, ...input } = party
  return {
    ...input,
    contacts: party.contacts.map((contact, index) => ({ ...contact, key: `kept-${index}` })),
    addresses: party.addresses.map((address, index) => ({ ...address, key: `kept-${index}` })),
  }
}

export function newPartyForm(role: ListedRole): PartyForm {
  return { ...partyInput.parse({ roles: [role], name: '-' }), name: '', contacts: [], addresses: [] }
}

export function newContact(key: string): ContactForm {
  return { key, name: '', title: '', email: '', phone: '', fax: '' }
}

export function newAddress(key: string, country: string): AddressForm {
  return { key, kind: 'main', street: '', city: '', region: '', postalCode: '', country }
}

/** What travels, or a problem's code per field. Addresses left empty are left out. */
export function readPartyForm(form: PartyForm): FormReading<PartyInput> {
  return parseFields(partyInput, { ...form, addresses: form.addresses.filter(isWritten) })
}

function isWritten({ street, city, region, postalCode, country }: AddressForm): boolean {
  return [street, city, region, postalCode, country].some((text) => text.trim() !== '')
}
