// Letters to customers who are late: which step is due, what a letter holds, and what it is not written about.
import { expect, test } from 'vitest'
import type { WriteTx } from '#main/db/database.ts'
import { setSalesSetting } from '#main/services/orders/sales-settings.ts'
import {
  editLetter,
  getLetter,
  makeLetters,
  markLettersSent,
  removeLetter,
} from '#main/services/receivables/dunning-letters.ts'
import { dunningList } from '#main/services/receivables/dunning-list.ts'
import { asDay } from '#shared/dates.ts'
import type { Id } from '#shared/ids.ts'
import { refusal } from '#tests/support/refusal.ts'
import { receivableBook } from './receivable-book.ts'

function dunningBook() {
  const book = receivableBook()
  const list = (asOf: string | null = null) =>
    book.read((db) => dunningList(db, { asOf: asOf === null ? null : asDay(asOf) }))
  const make = (customerId: Id = book.acme, asOf: string | null = null, currency = 'USD') =>
    book.write(
      (tx) =>
        makeLetters(tx, { asOf: asOf === null ? null : asDay(asOf), letters: [{ customerId, currency }] }).ids[0] ?? 0,
    )
  const send = (id: Id, on: string) => book.write((tx) => markLettersSent(tx, { ids: [id], on: asDay(on) }))
  const letter = (id: Id) => book.read((db) => getLetter(db, id))
  return { ...book, list, make, send, letter }
}

test('who is late stands with the step that is due; what is on hold or in dispute is left out', () => {
  const book = dunningBook()
  const late = book.order('100', { orderedOn: '2026-11-01' })
  book.order('50', { orderedOn: '2026-11-10', status: 'on_hold' })
  const disputed = book.order('25', { orderedOn: '2026-11-10' })
  book.write((tx) =>
    tx.insert('messages', {
      party_id: book.acme,
      order_id: disputed,
      kind: 'case',
      happened_on: '2026-11-12',
      text: 'Broken',
    }),
  )
  book.order('5', { orderedOn: '2026-11-20', customerId: book.bolt })
  book.order('9', { orderedOn: '2026-11-01', customerId: null })
  const rows = book.list()
  expect(rows).toMatchObject([
    { customer: 'Acme', overdue: '100.00', step: 1, daysOverdue: 21, language: 'en' },
    { customer: 'Bolt', overdue: '5.00', step: null, nextOn: '2026-11-27', language: 'zh-CN' },
  ])
  expect(rows[0]?.items.map(({ pausedBy }) => pausedBy)).toEqual(['', 'hold', 'case'])
  const id = book.make()
  expect(book.letter(id)).toMatchObject({
    ...{ number: 'DL-2026-0001', step: 1, open: '100.00', asOf: '2026-11-22', payBy: '2026-12-02', sentOn: null },
    items: [{ orderId: late, open: '100.00', dueOn: '2026-11-01' }],
  })
  expect(refusal(() => book.make(book.bolt))?.code).toBe('receivables/no-letter-due')
  expect(book.problems()).toEqual([])
})

test('who has credits or money on account is seen before a letter is written', () => {
  const book = dunningBook()
  book.order('100', { orderedOn: '2026-11-01' })
  book.credit('30', { orderedOn: '2026-11-05' })
  book.pay('15', [], { direction: 'in', partyId: book.acme })
  book.order('5', { orderedOn: '2026-11-01', customerId: book.bolt })
  expect(book.list().map(({ customer, overdue, unapplied }) => [customer, overdue, unapplied])).toEqual([
    ['Acme', '100.00', '45.00'],
    ['Bolt', '5.00', '0.00'],
  ])
})

test('steps follow each other with their gap; a letter not sent waits; once paid, all begins anew', () => {
  const book = dunningBook()
  const order = book.order('100', { orderedOn: '2026-08-01' })
  const first = book.make(book.acme, '2026-10-01')
  expect(book.list('2026-10-20')).toMatchObject([{ step: null, nextOn: null, draftId: first, lastStep: 1 }])
  expect(refusal(() => book.send(first, '2026-09-30'))?.code).toBe('receivables/sent-before-made')
  book.send(first, '2026-10-02')
  expect(book.list('2026-10-11')).toMatchObject([{ step: null, nextOn: '2026-10-12' }])
  expect(book.list('2026-10-12')).toMatchObject([{ step: 2 }])
  book.send(book.make(book.acme, '2026-10-12'), '2026-10-12')
  book.send(book.make(book.acme, '2026-11-01'), '2026-11-01')
  // After the last there is none.
  expect(book.list()).toMatchObject([{ step: null, nextOn: null, lastStep: 3 }])
  book.payOrder(order, '100')
  book.order('7', { orderedOn: '2026-11-01' })
  expect(book.list()).toMatchObject([{ step: 1, lastStep: 0, overdue: '7.00' }])
})

test('a letter asks for its fee in its own currency; thrown away or undone, its step is due again', () => {
  const book = dunningBook()
  book.order('100', { orderedOn: '2026-11-01' })
  const steps = [{ afterDays: 7, fee: '36' }]
  book.write((tx: WriteTx) => setSalesSetting(tx, 'dunning', { steps }))
  const id = book.make()
  expect(book.letter(id)).toMatchObject({ fee: '5.00', total: '105.00' })
  book.write((tx) => editLetter(tx, { id, payBy: asDay('2026-12-24'), note: 'As agreed by phone' }))
  expect(book.letter(id)).toMatchObject({ payBy: '2026-12-24', note: 'As agreed by phone' })
  book.write((tx) => removeLetter(tx, id))
  expect(book.list()).toMatchObject([{ step: 1, draftId: null }])
  const again = book.make()
  book.undo()
  expect(book.list()).toMatchObject([{ step: 1 }])
  expect(refusal(() => book.letter(again))?.code).toBe('receivables/letter-not-found')
  const sent = book.make()
  book.send(sent, '2026-11-22')
  expect(refusal(() => book.write((tx) => removeLetter(tx, sent)))?.code).toBe('receivables/letter-sent')
})
