// When what was sold is to be paid, and how far it is.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { receivableState, type SoldOrder, saleDues } from '#main/domain/receivables/sale-dues.ts'
import { asDay } from '#shared/dates.ts'

const sold = (given: Partial<SoldOrder> = {}): SoldOrder => ({
  depositPpm: 0,
  dueFrom: 'order',
  dueDays: 30,
  orderedOn: asDay('2026-01-10'),
  promisedOn: asDay('2026-02-01'),
  askedMinor: 100_00,
  paidMinor: 0,
  isSent: false,
  sentOn: null,
  deliveredOn: null,
  ...given,
})

test.each([
  ['order', {}, '2026-02-09', false, 'balance'],
  ['shipment', {}, '2026-03-03', true, 'expected'],
  ['shipment', { isSent: true, sentOn: asDay('2026-01-20') }, '2026-02-19', false, 'balance'],
  ['shipment', { sentOn: asDay('2026-01-20') }, '2026-03-03', true, 'expected'],
  ['shipment', { isSent: true, promisedOn: null }, null, true, 'balance'],
  ['delivery', { isSent: true, sentOn: asDay('2026-01-20') }, '2026-03-03', true, 'balance'],
  ['delivery', { isSent: true, deliveredOn: asDay('2026-01-25') }, '2026-02-24', false, 'balance'],
  ['month_end', { isSent: true, sentOn: asDay('2026-01-20') }, '2026-03-02', false, 'balance'],
] as const)('%s %o is due on %s', (dueFrom, given, dueOn, isEstimate, kind) => {
  const order = sold({ dueFrom, ...given })
  expect(saleDues(order).dues).toMatchObject([{ kind, dueOn, isEstimate, amountMinor: 100_00 }])
  const certain = isEstimate ? null : dueOn
  expect(receivableState(order)).toMatchObject({ dueOn: certain, owedOn: certain, openMinor: 100_00 })
})

test('a deposit is owed from the order day; paid, the rest is owed by its own day', () => {
  const order = sold({ depositPpm: 300_000 })
  expect(receivableState(order)).toMatchObject({ owedOn: '2026-01-10', dueOn: '2026-02-09', paymentState: 'open' })
  const part = sold({ depositPpm: 300_000, paidMinor: 30_00 })
  expect(receivableState(part)).toMatchObject({ owedOn: '2026-02-09', openMinor: 70_00, paymentState: 'part' })
  expect(receivableState({ ...part, dueFrom: 'shipment' })).toMatchObject({ owedOn: null, dueOn: null })
})

test.each([
  [0, 0, '', 0],
  [0, 5, 'over', -5],
  [100, 100, 'paid', 0],
  [100, 101, 'over', -1],
  [-50, 0, 'open', -50],
  [-50, -20, 'part', -30],
  [-50, -50, 'paid', 0],
  [-50, -60, 'over', 10],
  [-50, 10, 'open', -60],
])('asked %i, paid %i: %s, open %i', (askedMinor, paidMinor, paymentState, openMinor) => {
  expect(receivableState(sold({ askedMinor, paidMinor }))).toMatchObject({ paymentState, openMinor })
})

test('dues add up to what is asked for, and what was paid is in them or beyond them', () => {
  const amount = fc.integer({ min: 0, max: 10 ** 9 })
  fc.assert(
    fc.property(amount, amount, fc.integer({ min: 0, max: 1_000_000 }), (askedMinor, paidMinor, depositPpm) => {
      const { dues, overMinor } = saleDues(sold({ askedMinor, paidMinor, depositPpm }))
      expect(dues.reduce((sum, due) => sum + due.amountMinor, 0)).toBe(askedMinor)
      expect(dues.reduce((sum, due) => sum + due.paidMinor, overMinor)).toBe(paidMinor)
    }),
  )
})
