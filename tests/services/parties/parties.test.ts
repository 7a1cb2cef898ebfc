import { describe, expect, test } from 'vitest'
import { addParty, editParty, setPartiesArchived } from '#main/services/parties/party-commands.ts'
import { listParties } from '#main/services/parties/party-list.ts'
import { getParty, partiesWithCode } from '#main/services/parties/party-queries.ts'
import { type ListQuery, listInput } from '#shared/schemas/paging.ts'
import { type PartyDraft, type PartyRole, partyInput, partyRoles } from '#shared/schemas/parties.ts'
import { queryPlans, slowSteps } from '#tests/support/query-plans.ts'
import { makeCustomer, makeOrder, makeProduct } from '#tests/support/records.ts'
import { refusal } from '#tests/support/refusal.ts'
import { type TestBook, testBook } from '#tests/support/test-book.ts'

const list = (book: TestBook, role: PartyRole, query: ListQuery = {}) =>
  book.read((db) => listParties(db, { ...listInput.parse(query), role }))
const names = (book: TestBook, role: PartyRole, query: ListQuery = {}) =>
  list(book, role, query).rows.map((row) => row.name)

const lin: PartyDraft = {
  roles: ['customer', 'supplier'],
  code: 'C-7',
  name: 'Lin Trading',
  nameZh: '林氏贸易',
  country: 'cn',
  contacts: [{ name: 'Lin Wei', email: 'lin@example.com' }, { name: 'Zhou' }],
  addresses: [{ street: '1 Harbour Rd', city: 'Ningbo', country: 'CN' }],
}

describe('parties', () => {
  test('a party keeps all that its form holds', () => {
    const book = testBook()
    const id = book.write((tx) => addParty(tx, partyInput.parse(lin)))
    expect(book.read((db) => getParty(db, id))).toMatchObject({
      id,
      archived: false,
      roles: ['customer', 'supplier'],
      name: 'Lin Trading',
      country: 'CN',
      contacts: [{ name: 'Lin Wei', email: 'lin@example.com' }, { name: 'Zhou' }],
      addresses: [{ kind: 'main', city: 'Ningbo', postalCode: '' }],
      orderCount: 0,
      productCount: 0,
    })
  })

  test('saving a party as it is logs nothing; contacts are changed in place and removed ones marked', () => {
    const book = testBook()
    const id = book.write((tx) => addParty(tx, partyInput.parse(lin)))
    const read = () => book.read((db) => getParty(db, id))
    const save = (changes: Partial<PartyDraft>) =>
      book.write((tx) => editParty(tx, id, partyInput.parse({ ...read(), ...changes })))
    save({})
    expect(book.read((db) => db.raw('SELECT count(*) FROM changes'))).toEqual([[0]])
    const [first, second] = read().contacts
    if (!first || !second) throw new Error('two contacts were made')
    save({ contacts: [{ ...second, phone: '123' }, { name: 'New' }] })
    expect(read().contacts.map((contact) => [contact.name, contact.phone])).toEqual([
      ['Zhou', '123'],
      ['New', ''],
    ])
    expect(read().contacts[0]?.id).toBe(second.id)
    expect(book.read((db) => db.get('SELECT deleted FROM contacts WHERE id = ?', first.id ?? 0))).toEqual({
      deleted: 1,
    })
    expect(() => save({ contacts: [first] })).toThrow('parties/child-not-found')
  })

  test('a code names one party; no code is no code', () => {
    const book = testBook()
    const id = book.write((tx) => makeCustomer(tx, 'A', { code: 'X' }))
    expect(() => book.write((tx) => makeCustomer(tx, 'B', { code: 'X' }))).toThrow('parties/code-taken')
    book.write((tx) => [makeCustomer(tx, 'C'), makeCustomer(tx, 'D')])
    book.write((tx) => editParty(tx, id, partyInput.parse({ roles: ['customer'], name: 'A2', code: 'X' })))
    expect(names(book, 'customer')).toEqual(['A2', 'C', 'D'])
  })

  test('codes that differ in letter case alone are one code; a clash that is there does not stand in the way', () => {
    const book = testBook()
    const id = book.write((tx) => makeCustomer(tx, 'A', { code: 'Ab-1' }))
    const taken = { code: 'parties/code-taken', details: { code: 'aB-1', field: 'code' } }
    expect(refusal(() => book.write((tx) => makeCustomer(tx, 'B', { code: 'aB-1', roles: ['carrier'] })))).toEqual(
      taken,
    )
    const save = (partyId: number, code: string) =>
      book.write((tx) => editParty(tx, partyId, partyInput.parse({ roles: ['customer'], name: 'A', code })))
    save(id, 'AB-1')
    const other = book.write((tx) => tx.insert('parties', { name: 'B', code: 'ab-1', is_customer: 1 }))
    save(other, 'ab-1')
    save(id, 'AB-1')
    expect(refusal(() => save(id, 'Ab-1'))).toMatchObject({ code: 'parties/code-taken' })
    book.write((tx) => tx.update('parties', other, { deleted: 1 }))
    save(id, 'Ab-1')
  })

  test('a party that is not there is not archived, and then no other is', () => {
    const book = testBook()
    const id = book.write((tx) => makeCustomer(tx, 'A'))
    for (const archived of [true, false]) {
      expect(() => book.write((tx) => setPartiesArchived(tx, [id, 12345], archived))).toThrow('parties/not-found')
    }
    expect(names(book, 'customer')).toEqual(['A'])
  })

  test('each role has its list; archived ones have theirs', () => {
    const book = testBook()
    const id = book.write((tx) => {
      makeCustomer(tx, 'zoe')
      makeCustomer(tx, 'Anna', { roles: ['carrier'] })
      return addParty(tx, partyInput.parse(lin))
    })
    expect(names(book, 'customer')).toEqual(['Lin Trading', 'zoe'])
    expect(names(book, 'supplier')).toEqual(['Lin Trading'])
    expect(names(book, 'carrier')).toEqual(['Anna'])
    book.write((tx) => setPartiesArchived(tx, [id], true))
    expect(names(book, 'customer')).toEqual(['zoe'])
    expect(names(book, 'customer', { archived: true })).toEqual(['Lin Trading'])
  })

  test('rows say city, contact, orders and products', () => {
    const book = testBook()
    book.write((tx) => {
      const id = addParty(tx, partyInput.parse(lin))
      makeProduct(tx, { sku: 'A', supplierId: id })
      makeOrder(tx, { customerId: id })
      makeOrder(tx, { customerId: id, orderedOn: '2026-05-01' })
    })
    expect(list(book, 'customer').rows[0]).toMatchObject({
      roles: ['customer', 'supplier'],
      city: 'Ningbo',
      contact: 'Lin Wei',
      orderCount: 2,
      productCount: 1,
      lastOrderOn: '2026-05-01',
    })
  })

  test('search looks into names, code, mail and contact; sorts work by what is worked out', () => {
    const book = testBook()
    book.write((tx) => {
      addParty(tx, partyInput.parse(lin))
      makeOrder(tx, { customerId: makeCustomer(tx, 'Zoe', { email: 'zoe@example.org' }) })
    })
    expect(names(book, 'customer', { search: '林氏' })).toEqual(['Lin Trading'])
    expect(names(book, 'customer', { search: 'lin wei' })).toEqual(['Lin Trading'])
    expect(names(book, 'customer', { search: 'example.org' })).toEqual(['Zoe'])
    expect(names(book, 'customer', { sort: [{ column: 'orderCount', direction: 'desc' }] })[0]).toBe('Zoe')
    expect(names(book, 'customer', { sort: [{ column: 'city', direction: 'desc' }] })[0]).toBe('Lin Trading')
  })

  test('a code is looked up without reading the parties themselves', () => {
    const plans = queryPlans(testBook(), (db) => partiesWithCode(db, 'X'))
    expect(plans.join('\n')).toContain('COVERING INDEX parties_by_code')
    expect(slowSteps(plans)).toEqual([])
  })

  test('an empty book answers', () => {
    const book = testBook()
    for (const role of partyRoles) {
      expect(list(book, role)).toEqual({ rows: [], total: 0 })
    }
    expect(() => book.read((db) => getParty(db, 1))).toThrow('parties/not-found')
  })

  test.each(['customer', 'supplier', 'carrier'] as const)(
    'the page of %ss by name comes from its own index',
    (role) => {
      const pageOfOne = { ...listInput.parse({ limit: 1 }), role }
      expect(slowSteps(queryPlans(testBook(), (db) => listParties(db, pageOfOne)))).toEqual([])
      const book = testBook()
      book.write((tx) => makeCustomer(tx, 'Ana', { roles: [role] }))
      const used = queryPlans(book, (db) => listParties(db, pageOfOne)).join('\n')
      for (const index of [`parties_${role}s_by_name`, 'sales_orders_by_customer', 'products_by_supplier']) {
        expect(used).toContain(index)
      }
      expect(used.match(new RegExp(`parties_${role}s_by_name`, 'g'))).toHaveLength(2)
    },
  )
})
