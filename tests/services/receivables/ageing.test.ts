// What is owed as of a day: buckets, money not applied, currencies without a rate, debtors, and the documents behind.
import { expect, test } from 'vitest'
import { ageingReport } from '#main/services/receivables/ageing.ts'
import { openDocuments } from '#main/services/receivables/open-documents.ts'
import { receivableFigures } from '#main/services/receivables/receivable-figures.ts'
import { revaluation } from '#main/services/receivables/revaluation.ts'
import {
  type AgeingInput,
  ageBuckets,
  ageingInput,
  openItemsInput,
  revaluationInput,
} from '#shared/schemas/receivables.ts'
import { receivableBook } from './receivable-book.ts'

type Book = ReturnType<typeof receivableBook>

const ageing = (book: Book, input: Partial<AgeingInput> = {}) =>
  book.read((db) => ageingReport(db, ageingInput.parse(input)))
const items = (book: Book, input: object = {}) => book.read((db) => openDocuments(db, openItemsInput.parse(input)))

test('an empty book owes nothing, in its own currency', () => {
  const book = receivableBook()
  expect(ageing(book)).toMatchObject({ currencies: [], debtors: [], unconverted: [], base: { totalOpen: '0.00' } })
  expect(items(book)).toMatchObject({ rows: [], total: 0 })
  expect(book.read((db) => receivableFigures(db, { asOf: null }))).toMatchObject({ dso: { dso: null } })
})

test('orders stand by days overdue, credits and overpayment apart, each currency by itself', () => {
  const book = receivableBook()
  // Due on 22 Nov, 21 Nov, 22 Oct, 23 Aug: 0, 1, 31 and 91 days overdue.
  for (const [price, orderedOn] of [
    ['1', '2026-11-22'],
    ['2', '2026-11-21'],
    ['4', '2026-10-22'],
    ['8', '2026-08-23'],
  ] as const)
    book.order(price, { orderedOn })
  book.credit('3')
  const over = book.order('5')
  book.payOrder(over, '7')
  book.order('10', { currency: 'GBP', rate: '', customerId: book.bolt })
  book.pay('20', [], { direction: 'in', partyId: book.bolt })
  const report = ageing(book)
  expect(report.currencies).toMatchObject([
    { currency: 'GBP', d31to60: '10.00', totalOpen: '10.00', openBase: null },
    {
      ...{ currency: 'USD', current: '1.00', d1to30: '2.00', d31to60: '4.00', d61to90: '0.00', over90: '8.00' },
      ...{ totalOpen: '15.00', unapplied: '-25.00', openBase: '108.00', count: 4 },
    },
  ])
  expect(report.unconverted).toEqual([{ currency: 'GBP', amount: '10.00' }])
  expect(report.base).toMatchObject({ totalOpen: '108.00', current: '7.20', over90: '57.60', unapplied: '-180.00' })
  expect(
    report.debtors.map(({ name, currency, totalOpen, unapplied }) => [name, currency, totalOpen, unapplied]),
  ).toEqual([
    ['Acme', 'USD', '15.00', '-5.00'],
    ['Bolt', 'USD', '0.00', '-20.00'],
    ['Bolt', 'GBP', '10.00', '0.00'],
  ])
  for (const bucket of ageBuckets) {
    const rows = items(book, { bucket, currency: 'USD' }).rows
    expect(rows.reduce((sum, { open }) => sum + Number(open), 0)).toBe(Number(report.currencies[1]?.[bucket]))
  }
  expect(items(book, { bucket: 'unapplied' }).rows.map(({ document, open }) => [document, open])).toEqual([
    ['credit', '-3.00'],
    ['order', '-2.00'],
    ['advance', '-20.00'],
  ])
  expect(items(book, { customerId: book.bolt }).rows.map(({ open }) => open)).toEqual(['10.00', '-20.00'])
})

test('of an earlier day later payments and orders are not there yet', () => {
  const book = receivableBook()
  const [early, late] = [book.order('100'), book.order('50', { orderedOn: '2026-11-10' })]
  book.payOrder(early, '30', { on: '2026-10-15' })
  book.payOrder(early, '70', { on: '2026-11-12' })
  book.payOrder(late, '5', { on: '2026-11-01' })
  expect(ageing(book).currencies).toMatchObject([{ d1to30: '45.00', d31to60: '0.00', unapplied: '0.00' }])
  const open = (asOf: string) => ageing(book, { asOf: asOf as never }).currencies
  expect(open('2026-11-11')).toMatchObject([{ d31to60: '70.00', d1to30: '45.00', totalOpen: '115.00' }])
  // Paid before its order came: held, and not yet for anything.
  expect(open('2026-11-05')).toMatchObject([{ d31to60: '70.00', unapplied: '-5.00', totalOpen: '70.00' }])
  expect(open('2026-10-01')).toMatchObject([{ current: '100.00' }])
  expect(open('2026-09-30')).toEqual([])
  expect(items(book, { asOf: '2026-11-05' })).toMatchObject({ total: 2 })
})

test('terms say when it is due; drafts, cancelled orders and the past owe nothing', () => {
  const book = receivableBook()
  book.order('1', { dueDays: 60 })
  book.order('2', { dueFrom: 'shipment', dueDays: 30 })
  book.order('4', { status: 'draft' })
  book.order('8', { status: 'cancelled' })
  expect(items(book).rows.map(({ open, dueOn, isEstimate }) => [open, dueOn, isEstimate])).toEqual([
    ['2.00', '2026-10-31', true],
    ['1.00', '2026-11-30', false],
  ])
})

test('what a channel collects it owes itself', () => {
  const book = receivableBook()
  book.order('10', { channel: 'amazon-us', externalId: '1', collectedBy: 'channel' })
  book.order('20', { channel: 'amazon-us', externalId: '2', collectedBy: 'channel', customerId: book.bolt })
  expect(ageing(book).debtors).toMatchObject([{ customerId: null, channel: 'amazon-us', totalOpen: '30.00', count: 2 }])
  expect(ageing(book, { channel: 'amazon-us' }).debtors.length).toBe(1)
  expect(ageing(book, { customerId: book.bolt }).debtors).toEqual([])
})

test('days of sales outstanding and the allowance of what may never come', () => {
  const book = receivableBook()
  book.payOrder(book.order('100', { currency: 'CNY', rate: '' }), '40', { currency: 'CNY', rate: '' })
  book.order('100', { currency: 'CNY', rate: '', orderedOn: '2026-11-22' })
  const figures = book.read((db) => receivableFigures(db, { asOf: null }))
  expect(figures.dso).toMatchObject({ days: 365, receivables: '160.00', creditSales: '200.00', dso: '292.0' })
  expect(figures.allowance).toMatchObject({ required: '2.30', existing: '0.00', adjustment: '2.30' })
  expect(figures.allowance.parts).toMatchObject([
    { bucket: 'current', balance: '100.00', ratePercent: 0.5, amount: '0.50' },
    { balance: '0.00' },
    { bucket: 'd31to60', balance: '60.00', ratePercent: 3, amount: '1.80' },
    {},
    {},
  ])
})

test('open amounts are revalued at the rate of the day; with what was realised they make the whole gain', () => {
  const book = receivableBook()
  const id = book.order('50000')
  book.payOrder(id, '20000', { rate: '7.18' })
  book.order('10', { currency: 'CNY', rate: '' })
  book.credit('100')
  const report = book.read((db) => revaluation(db, revaluationInput.parse({})))
  expect(report.currencies).toMatchObject([
    {
      currency: 'USD',
      open: '29900.00',
      carrying: '212290.00',
      closing: '215280.00',
      gain: '2990.00',
      closingRate: '7.20',
    },
  ])
  expect(report.items).toMatchObject([
    { open: '30000.00', carrying: '213000.00', closing: '216000.00', gain: '3000.00' },
    { open: '-100.00', gain: '-10.00' },
  ])
})
