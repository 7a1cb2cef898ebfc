import { describe, expect, test } from 'vitest'
import { addConsent, agreeing, consentsOf, removeConsent } from '#main/services/customers/consents.ts'
import { closeMessage, messagesOf, removeMessage, saveMessage } from '#main/services/customers/messages.ts'
import { consentInput, messageInput } from '#shared/schemas/customers.ts'
import { pairOf } from '#tests/services/clashes/clash-copies.ts'
import { type BookCopy, mergeCopy } from '#tests/support/book-copies.ts'
import { makeCustomer, makeOrder } from '#tests/support/records.ts'
import { refusal } from '#tests/support/refusal.ts'
import { testBook } from '#tests/support/test-book.ts'

describe('consents', () => {
  test('the newest word of a purpose counts', () => {
    const book = testBook()
    const [ann, bo] = book.write((tx) => [makeCustomer(tx, 'Ann'), makeCustomer(tx, 'Bo')])
    const say = (customerId: number, state: string, on: string, purpose = 'email') =>
      book.write((tx) => addConsent(tx, consentInput.parse({ customerId, purpose, state, on, proof: 'form 7' })))
    say(ann, 'withdrawn', '2026-05-02')
    say(ann, 'given', '2026-05-01')
    say(ann, 'given', '2026-04-01', 'post')
    const last = say(bo, 'given', '2026-05-01')
    expect(
      book.read((db) => consentsOf(db, ann)).map(({ purpose, state, counts }) => [purpose, state, counts]),
    ).toEqual([
      ['email', 'withdrawn', true],
      ['email', 'given', false],
      ['post', 'given', true],
    ])
    const agreed = () => book.read((db) => [...agreeing(db, 'email', [ann, bo])])
    expect(agreed()).toEqual([bo])
    book.write((tx) => removeConsent(tx, last))
    expect(agreed()).toEqual([])
    expect(refusal(() => book.write((tx) => removeConsent(tx, last)))?.code).toBe('consents/not-found')
  })

  test('of one day what was said last counts, whichever copy it was said in', () => {
    const pair = pairOf((tx) => void makeCustomer(tx, 'Ann'))
    const [[ann]] = pair.mei.read((db) => db.raw('SELECT id FROM parties')) as [[number]]
    const say = (copy: BookCopy, state: string) =>
      copy.write((tx) => addConsent(tx, consentInput.parse({ customerId: ann, purpose: 'email', state })))
    // Ids of the other copy are the higher ones.
    say(pair.li, 'given')
    say(pair.mei, 'withdrawn')
    mergeCopy(pair.mei, pair.li)
    expect(pair.mei.read((db) => consentsOf(db, ann)).map(({ state, counts }) => [state, counts])).toEqual([
      ['withdrawn', true],
      ['given', false],
    ])
    expect(pair.mei.read((db) => agreeing(db, 'email', [ann]).size)).toBe(0)
  })

  test('today where no day is said; not on a day to come, nor of nobody', () => {
    const book = testBook()
    const customerId = book.write((tx) => makeCustomer(tx, 'Ann'))
    const word = { customerId, purpose: 'email', state: 'given' }
    book.write((tx) => addConsent(tx, consentInput.parse(word)))
    expect(book.read((db) => consentsOf(db, customerId))[0]?.on).toBe('2026-11-22')
    const add = (more: object) =>
      refusal(() => book.write((tx) => addConsent(tx, consentInput.parse({ ...word, ...more }))))
    expect(add({ on: '2026-11-23' })?.code).toBe('consents/future-day')
    expect(add({ customerId: 999 })?.code).toBe('records/not-found')
  })
})

describe('messages', () => {
  test('written, changed, closed, opened and taken away', () => {
    const book = testBook()
    const { ann, order, others } = book.write((tx) => {
      const ann = makeCustomer(tx, 'Ann')
      return { ann, order: makeOrder(tx, { customerId: ann }), others: makeOrder(tx, {}) }
    })
    const save = (draft: object) =>
      book.write((tx) => saveMessage(tx, messageInput.parse({ customerId: ann, ...draft })))
    const id = save({ kind: 'case', subject: 'Broken', orderId: order, on: '2026-11-01' })
    save({ text: 'Hello' })
    save({ id, kind: 'case', subject: 'Broken glass', orderId: order, on: '2026-11-01' })
    const all = () => book.read((db) => messagesOf(db, ann))
    expect(all()).toMatchObject([
      { kind: 'message', text: 'Hello', on: '2026-11-22', closedOn: null, orderId: null },
      { kind: 'case', subject: 'Broken glass', orderId: order, on: '2026-11-01' },
    ])
    book.write((tx) => closeMessage(tx, { id, isClosed: true }))
    expect(all()[1]?.closedOn).toBe('2026-11-22')
    book.write((tx) => closeMessage(tx, { id, isClosed: false }))
    expect(all()[1]?.closedOn).toBe(null)
    expect(refusal(() => save({ text: 'x', orderId: others }))?.code).toBe('messages/other-order')
    expect(refusal(() => book.write((tx) => closeMessage(tx, { id: all()[0]?.id ?? 0, isClosed: true })))?.code).toBe(
      'messages/not-found',
    )
    book.write((tx) => removeMessage(tx, id))
    expect(all()).toHaveLength(1)
    expect(messageInput.safeParse({ customerId: ann, text: '  ' }).success).toBe(false)
  })
})
