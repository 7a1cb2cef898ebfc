import { describe, expect, test } from 'vitest'
import { calendarRange } from '#main/services/calendar/calendar-queries.ts'
import { careList, careSpan, customerCountries } from '#main/services/customers/care-list.ts'
import { addConsent } from '#main/services/customers/consents.ts'
import { holidaysOf } from '#main/services/customers/holidays.ts'
import { saveMessage } from '#main/services/customers/messages.ts'
import { retentionProposals } from '#main/services/customers/retention.ts'
import { setSalesSetting } from '#main/services/orders/sales-settings.ts'
import { eraseParty } from '#main/services/parties/erase-party.ts'
import { asDay } from '#shared/dates.ts'
import { calendarInput } from '#shared/schemas/calendar.ts'
import { careInput, consentInput, messageInput } from '#shared/schemas/customers.ts'
import { makeCustomer, makeOrder } from '#tests/support/records.ts'
import { type TestBook, testBook } from '#tests/support/test-book.ts'

const line = [{ productId: null, description: 'x', quantity: 1, unitPrice: '10' }]

describe('care', () => {
  const care = (book: TestBook, asked: object = {}) =>
    book.read((db) => {
      const input = careInput.parse(asked)
      const holidays = holidaysOf(customerCountries(db), { ...careSpan(db, input.from), language: input.language })
      return careList(db, input, holidays)
    })

  function people(book: TestBook) {
    return book.write((tx) => {
      const ann = makeCustomer(tx, 'Ann', { country: 'DE', sale: { kind: 'person', bornOn: '1980-11-25' } })
      const firm = makeCustomer(tx, 'Firm', { country: 'US', contacts: [{ name: 'Bo', bornOn: '1990-12-01' }] })
      makeCustomer(tx, 'Later', { country: 'DE', sale: { bornOn: '1980-12-25' } })
      makeOrder(tx, { customerId: firm, orderedOn: '2026-05-30', lines: line })
      makeOrder(tx, { customerId: ann, orderedOn: '2026-01-01', lines: line })
      return { ann, firm }
    })
  }

  test('an empty book needs none', () => {
    expect(care(testBook())).toEqual({ from: '2026-11-22', to: '2026-12-06', rows: [], total: 0 })
  })

  test('birthdays, holidays of the countries of customers, and silences, in the order of days', () => {
    const book = testBook()
    const { ann, firm } = people(book)
    const { rows, from, to } = care(book)
    expect({ from, to }).toEqual({ from: '2026-11-22', to: '2026-12-06' })
    expect(
      rows.map(({ kind, on, customerId, country, what, count }) => [kind, on, customerId, country, what, count]),
    ).toEqual([
      ['birthday', '2026-11-25', ann, 'DE', '', 46],
      ['holiday', '2026-11-26', null, 'US', 'Thanksgiving Day', 1],
      ['silent', '2026-11-26', firm, 'US', '2026-05-30', 180],
      ['contactBirthday', '2026-12-01', firm, 'US', 'Bo', 36],
    ])
    expect(care(book, { kinds: ['silent'], from: '2026-06-20' }).rows.map(({ on }) => on)).toEqual(['2026-06-30'])
    expect(care(book, { limit: 1 })).toMatchObject({ total: 4, rows: [{ kind: 'birthday' }] })
  })

  test('the setting says what is wanted, and how far ahead', () => {
    const book = testBook()
    people(book)
    book.write((tx) => setSalesSetting(tx, 'care', { birthdays: true, holidays: false, aheadDays: 40, silentDays: 0 }))
    expect(care(book).rows.map(({ kind, on }) => [kind, on])).toEqual([
      ['birthday', '2026-11-25'],
      ['contactBirthday', '2026-12-01'],
      ['birthday', '2026-12-25'],
    ])
  })

  test('birthdays and silences stand on the calendar', () => {
    const book = testBook()
    const { ann, firm } = people(book)
    const input = calendarInput.parse({
      from: '2026-11-01',
      to: '2026-11-30',
      kinds: ['customerBirthday', 'customerSilent'],
      perDay: 1,
    })
    const { entries, days } = book.read((db) => calendarRange(db, input))
    expect(entries.map(({ kind, on, id, title }) => [kind, on, id, title])).toEqual([
      ['customerBirthday', '2026-11-25', ann, 'Ann'],
      ['customerSilent', '2026-11-26', firm, 'Firm'],
    ])
    expect(days.filter(({ total }) => total > 0).map(({ on, total }) => [on, total])).toEqual([
      ['2026-11-25', 1],
      ['2026-11-26', 1],
    ])
  })

  test('holidays stand on the calendar once for all countries that keep them', () => {
    const book = testBook()
    const input = calendarInput.parse({ from: '2026-12-24', to: '2027-01-02', kinds: ['customerHoliday'], perDay: 1 })
    const found = holidaysOf(['DE', 'FR', 'US'], input)
    const { entries, days } = book.read((db) => calendarRange(db, input, found))
    expect(entries.map(({ on, title, countries, record }) => [on, title, countries, record])).toContainEqual([
      ...['2027-01-01', "New Year's Day", ['DE', 'FR', 'US'], null],
    ])
    expect(days.find(({ on }) => on === '2027-01-01')?.total).toBe(1)
    expect(holidaysOf(['CN'], { ...input, language: 'zh-CN' })[0]?.name).toBe('元旦')
  })

  test('a country that the table of holidays does not know has none', () => {
    const span = { from: asDay('2026-12-20'), to: asDay('2027-01-02'), language: 'en' as const }
    expect(holidaysOf(['XX', ''], span)).toEqual([])
    expect(holidaysOf(['DE', 'CN'], span).map(({ country, on }) => `${country} ${on}`)).toEqual([
      'DE 2026-12-25',
      'DE 2026-12-26',
      'DE 2027-01-01',
      'CN 2027-01-01',
    ])
  })
})

describe('retention', () => {
  const proposed = (book: TestBook) => book.read((db) => retentionProposals(db, { offset: 0, limit: 100 }))

  test('who was not heard of for as long as the rules say is proposed, with what is still open', () => {
    const book = testBook()
    const { long, owing } = book.write((tx) => {
      const person = (name: string) => makeCustomer(tx, name, { sale: { kind: 'person' } })
      const long = person('Long ago')
      makeOrder(tx, { customerId: long, orderedOn: '2020-03-01', status: 'closed', lines: line })
      const owing = person('Owing')
      const order = makeOrder(tx, { customerId: owing, orderedOn: '2022-03-01', status: 'closed', lines: line })
      tx.run('UPDATE sales_orders SET open_minor = 500 WHERE id = ?', order)
      tx.run('UPDATE sales_orders SET open_minor = 0 WHERE customer_id = ?', long)
      const wrote = person('Wrote')
      makeOrder(tx, { customerId: wrote, orderedOn: '2020-03-01', lines: line })
      tx.insert('messages', { party_id: wrote, happened_on: '2025-01-01', text: 'Hello' })
      const firm = makeCustomer(tx, 'Firm', { sale: { kind: 'company' } })
      makeOrder(tx, { customerId: firm, orderedOn: '2020-03-01', lines: line })
      person('New')
      return { long, owing }
    })
    expect(proposed(book)).toEqual({
      rows: [
        expect.objectContaining({ id: long, lastOn: '2020-03-01', years: 6, orders: 1, hold: '' }),
        expect.objectContaining({ id: owing, lastOn: '2022-03-01', years: 4, orders: 1, hold: 'open_amount' }),
      ],
      total: 2,
      personYears: 3,
      companyYears: 10,
    })
    book.write((tx) => eraseParty(tx, { id: long, contactId: null, withDocuments: false, name: 'Long ago' }))
    expect(proposed(book).rows.map(({ id }) => id)).toEqual([owing])
    book.write((tx) => setSalesSetting(tx, 'retention', { personYears: 0, companyYears: 0 }))
    expect(proposed(book)).toMatchObject({ rows: [], total: 0 })
  })

  test('a word or a consent keeps them', () => {
    const book = testBook()
    const id = book.write((tx) => {
      const customer = makeCustomer(tx, 'Ann', { sale: { kind: 'person' } })
      makeOrder(tx, { customerId: customer, orderedOn: '2020-03-01', status: 'closed', lines: line })
      return customer
    })
    expect(proposed(book).total).toBe(1)
    book.write((tx) => addConsent(tx, consentInput.parse({ customerId: id, purpose: 'email', state: 'given' })))
    expect(proposed(book).total).toBe(0)
    const other = book.write((tx) => makeCustomer(tx, 'Bo', { sale: { kind: 'person' } }))
    book.write((tx) => saveMessage(tx, messageInput.parse({ customerId: other, text: 'Hi', on: '2020-01-01' })))
    expect(proposed(book).rows).toMatchObject([{ id: other, lastOn: '2020-01-01', years: 6 }])
  })
})
