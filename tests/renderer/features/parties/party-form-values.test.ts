import { describe, expect, test } from 'vitest'
import {
  newAddress,
  newContact,
  newPartyForm,
  partyToForm,
  readPartyForm,
} from '#renderer/features/parties/party-form-values.ts'
import { carrierInput, partyInput, saleInput, supplyInput } from '#shared/schemas/parties.ts'

const input = partyInput.parse({
  roles: ['customer', 'supplier'],
  name: 'Kanda Living KK',
  country: 'JP',
  contacts: [{ id: 3, name: 'Aya', email: 'aya@kanda.example' }],
  addresses: [{ id: 4, kind: 'shipping', city: 'Tokyo', country: 'JP' }],
  supply: { kind: 'trader', leadTimeDays: 30 },
  sale: { kind: 'company', creditLimit: { amount: '5000', currency: 'EUR' }, terms: { dueDays: 30 } },
  tags: ['glass'],
})

describe('a party’s form', () => {
  test('left as it is gives back the party, ids of contacts and addresses included', () => {
    const { supply = supplyInput.parse({}), sale = saleInput.parse({}), tags = [] } = input
    const carrier = carrierInput.parse({})
    const party = { ...input, supply, sale, carrier, tags, id: 1, archived: false, orderCount: 2, productCount: 0 }
    expect(readPartyForm(partyToForm(party))).toEqual({ ok: true, value: input })
  })

  test('begins with the role of its list and asks for a name', () => {
    const read = readPartyForm(newPartyForm('carrier'))
    expect(newPartyForm('carrier').roles).toEqual(['carrier'])
    expect(read.ok ? {} : read.problems).toEqual({ name: 'required' })
  })

  test('leaves out an address that nothing was written into, and asks for a contact’s name', () => {
    const form = {
      ...newPartyForm('customer'),
      name: 'A',
      addresses: [newAddress('a', '')],
      contacts: [newContact('b')],
    }
    const read = readPartyForm(form)
    expect(read.ok ? {} : read.problems).toEqual({ 'contacts.0.name': 'required' })
    const written = readPartyForm({ ...form, contacts: [], addresses: [{ ...newAddress('a', ''), city: 'Oslo' }] })
    expect(written.ok && written.value.addresses).toHaveLength(1)
  })

  test('a limit without its currency is told beside the amount’s currency', () => {
    const form = newPartyForm('customer')
    const read = readPartyForm({ ...form, name: 'A', sale: { ...form.sale, limitAmount: '1,000' } })
    expect(read.ok ? {} : read.problems).toEqual({ 'sale.limitCurrency': 'currency' })
  })
})
