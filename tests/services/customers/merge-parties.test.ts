import { describe, expect, test } from 'vitest'
import { checkBook } from '#main/services/book/check-book.ts'
import { addConsent, consentsOf } from '#main/services/customers/consents.ts'
import { mergeParties, previewPartyMerge } from '#main/services/customers/merge-parties.ts'
import { messagesOf, saveMessage } from '#main/services/customers/messages.ts'
import { undoOperation } from '#main/services/history/undo-operation.ts'
import { addNote } from '#main/services/notes/note-commands.ts'
import { idsOfParty, keptPartySql } from '#main/services/parties/merged-parties.ts'
import { getParty } from '#main/services/parties/party-queries.ts'
import type { Id } from '#shared/ids.ts'
import { consentInput, mergePartiesInput, messageInput } from '#shared/schemas/customers.ts'
import { clashesOf, mendAll, merged, pairOf } from '#tests/services/clashes/clash-copies.ts'
import { makeCustomer, makeOrder } from '#tests/support/records.ts'
import { refusal } from '#tests/support/refusal.ts'
import { type TestBook, testBook } from '#tests/support/test-book.ts'

type Take = Record<string, Id>
const wish = (keepId: Id, otherIds: Id[], take: Take = {}) => mergePartiesInput.parse({ keepId, otherIds, take })

/** Two records of one shop, each with something of its own. */
function twice(book: TestBook) {
  return book.write((tx) => {
    const first = makeCustomer(tx, 'Nordlicht', {
      code: 'C-1',
      note: 'pays late',
      tags: ['fair'],
      contacts: [{ name: 'Kai', email: 'kai@nordlicht.example' }],
    })
    const second = makeCustomer(tx, 'Nordlicht GmbH', {
      roles: ['customer', 'supplier'],
      code: 'C-2',
      country: 'DE',
      email: 'post@nordlicht.example',
      note: 'wants samples',
      tags: ['fair', 'vip'],
      contacts: [{ name: 'Kai', email: 'kai@nordlicht.example' }, { name: 'Ute' }],
      supply: { kind: 'trader', leadTimeDays: 9 },
      sale: { creditLimit: { amount: '5000', currency: 'EUR' }, terms: { dueDays: 30, depositPercent: 20 } },
    })
    const order = makeOrder(tx, { customerId: second })
    addNote(tx, { kind: 'party', id: second }, 'Call in May')
    addConsent(tx, consentInput.parse({ customerId: second, purpose: 'email', state: 'given' }))
    saveMessage(tx, messageInput.parse({ customerId: second, orderId: order, text: 'Where is it?' }))
    return { first, second, order }
  })
}

describe('two records made one', () => {
  test('the preview says whose values stay and what moves', () => {
    const book = testBook()
    const { first, second } = twice(book)
    const preview = book.read((db) => previewPartyMerge(db, wish(first, [second], { name: second })))
    expect(preview.records.map(({ id, orderCount, roles }) => [id, orderCount, roles])).toEqual([
      [first, 0, ['customer']],
      [second, 1, ['customer', 'supplier']],
    ])
    const taken = Object.fromEntries(preview.fields.map(({ field, takenFrom }) => [field, takenFrom]))
    expect(taken).toEqual({
      code: first,
      name: second,
      country: second,
      email: second,
      status: first,
      terms: second,
      credit: second,
    })
    expect(preview.fields.find(({ field }) => field === 'credit')?.values).toEqual(['', '5000.00 EUR'])
    expect(Object.fromEntries(preview.moved.map(({ table, count }) => [table, count]))).toEqual({
      contacts: 2,
      sales_orders: 1,
      party_tags: 2,
      consents: 1,
      messages: 1,
      notes: 1,
    })
    expect(preview.stays).toEqual([{ table: 'supply_status_changes', count: 1 }])
  })

  test('the kept one has all of both, once, and the other is out of sight', () => {
    const book = testBook()
    const { first, second, order } = twice(book)
    book.write((tx) => mergeParties(tx, wish(first, [second], { name: second })))
    const kept = book.read((db) => getParty(db, first))
    expect(kept).toMatchObject({
      name: 'Nordlicht GmbH',
      code: 'C-1',
      country: 'DE',
      roles: ['customer', 'supplier'],
      note: 'pays late\n\nwants samples',
      orderCount: 1,
      tags: ['fair', 'vip'],
      supply: { kind: 'trader', leadTimeDays: 9 },
      sale: { creditLimit: { amount: '5000.00', currency: 'EUR' }, terms: { dueDays: 30, depositPercent: 20 } },
    })
    expect(kept.contacts.map(({ name }) => name)).toEqual(['Kai', 'Ute'])
    expect(book.read((db) => messagesOf(db, first))).toMatchObject([{ orderId: order, text: 'Where is it?' }])
    expect(book.read((db) => consentsOf(db, first))).toMatchObject([{ purpose: 'email', state: 'given', counts: true }])
    expect(refusal(() => book.read((db) => getParty(db, second)))).toMatchObject({ code: 'parties/not-found' })
    expect(book.read((db) => idsOfParty(db, first))).toEqual([first, second])
    expect(book.read((db) => db.raw(`SELECT ${keptPartySql('p.id')} FROM parties p ORDER BY p.id`))).toEqual([
      [first],
      [first],
    ])
    expect(book.read(checkBook).problems).toEqual([])
  })

  test('undoing it puts everything back', () => {
    const book = testBook()
    const { first, second } = twice(book)
    const state = () =>
      book.read((db) => ({
        parties: [getParty(db, first), getParty(db, second)],
        rest: ['notes', 'consents', 'messages', 'sales_orders', 'contacts', 'party_tags', 'distinct_parties'].map(
          (table) => db.raw(`SELECT * FROM live_${table} ORDER BY id`),
        ),
      }))
    const before = state()
    const { operationId } = book.writer.write('customers.merge', null, (tx) => mergeParties(tx, wish(first, [second])))
    expect(operationId).not.toBe(null)
    book.write((tx) => undoOperation(tx, operationId ?? 0))
    expect(state()).toEqual(before)
    expect(book.read(checkBook).problems).toEqual([])
  })

  test('a record is not merged with itself, nor with one that is gone, nor takes a value from a stranger', () => {
    const book = testBook()
    const { first, second } = twice(book)
    const code = (keep: Id, others: Id[], take: Take = {}) =>
      refusal(() => book.write((tx) => mergeParties(tx, wish(keep, others, take))))?.code
    expect(code(first, [first])).toBe('parties/merge-itself')
    expect(code(first, [999])).toBe('parties/not-found')
    expect(code(first, [second], { name: 999 })).toBe('parties/not-found')
  })

  test('chains are followed to their end', () => {
    const book = testBook()
    const { first, second } = twice(book)
    const third = book.write((tx) => makeCustomer(tx, 'Third'))
    book.write((tx) => mergeParties(tx, wish(first, [second])))
    book.write((tx) => mergeParties(tx, wish(third, [first])))
    expect(book.read((db) => idsOfParty(db, third))).toEqual([third, first, second])
    expect(book.read((db) => db.raw(`SELECT ${keptPartySql('?')}`, second))).toEqual([[third]])
  })
})

test('what another copy wrote about the merged one is listed, and follows to the kept one', () => {
  const pair = pairOf((tx) => {
    makeCustomer(tx, 'One')
    makeCustomer(tx, 'Two')
  })
  const [[one], [two]] = pair.mei.read((db) => db.raw('SELECT id FROM parties ORDER BY id')) as [[Id], [Id]]
  const book = merged(
    pair,
    (tx) => mergeParties(tx, wish(one, [two])),
    (tx) => void makeOrder(tx, { customerId: two }),
  )
  const [clash] = clashesOf(book, 'references/deleted')
  expect(clash?.mendings.map(({ id }) => id)).toEqual(['follow', 'restore', 'unlink'])
  mendAll(book, { rule: 'references/deleted', mending: 'follow' })
  expect(book.read((db) => db.raw('SELECT customer_id FROM live_sales_orders'))).toEqual([[one]])
})

test('restored instead, the merged one is somebody again', () => {
  const pair = pairOf((tx) => {
    makeCustomer(tx, 'One')
    makeCustomer(tx, 'Two')
  })
  const [[one], [two]] = pair.mei.read((db) => db.raw('SELECT id FROM parties ORDER BY id')) as [[Id], [Id]]
  const book = merged(
    pair,
    (tx) => mergeParties(tx, wish(one, [two])),
    (tx) => void makeOrder(tx, { customerId: two }),
  )
  mendAll(book, { rule: 'references/deleted', mending: 'restore' })
  expect(book.read((db) => db.raw('SELECT id, merged_into_id FROM live_parties ORDER BY id'))).toEqual([
    [one, null],
    [two, null],
  ])
})
