// Deposits and balances by their terms: examples worked by hand, and what must hold for any order.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { endOfMonth } from '#main/domain/payments/dues.ts'
import { type DueOrder, dueAmounts } from '#main/domain/purchases/due-amounts.ts'
import { asDay } from '#shared/dates.ts'
import { dueFroms } from '#shared/schemas/purchases.ts'

const day = asDay('2026-03-10')
const order: DueOrder = {
  depositPpm: 300_000,
  dueFrom: 'receipt',
  dueDays: 30,
  orderedOn: asDay('2026-01-05'),
  orderedMinor: 100_000,
  payableMinor: 100_000,
  ready: null,
  receipts: [],
  openMinor: 100_000,
  promisedOn: day,
  paidMinor: 0,
}
const told = (given: Partial<DueOrder>) => {
  const { dues, overMinor } = dueAmounts({ ...order, ...given })
  const rows = dues.map((due) => [due.kind, due.dueOn, due.isEstimate, due.amountMinor, due.paidMinor])
  return overMinor === 0 ? rows : [...rows, ['over', overMinor]]
}

describe('what is due', () => {
  test('a deposit with the order, the rest after goods that are still to come', () => {
    expect(told({})).toEqual([
      ['deposit', '2026-01-05', false, 30_000, 0],
      ['expected', '2026-04-09', true, 70_000, 0],
    ])
  })

  test('each receipt makes its own share due; what is still to come is an estimate', () => {
    const receipts = [
      { id: 1, on: asDay('2026-03-01'), acceptedMinor: 33_333 },
      { id: 2, on: asDay('2026-03-20'), acceptedMinor: 33_333 },
    ]
    expect(told({ receipts, openMinor: 33_334 })).toEqual([
      ['deposit', '2026-01-05', false, 30_000, 0],
      ['balance', '2026-03-31', false, 23_333, 0],
      ['expected', '2026-04-09', true, 23_334, 0],
      ['balance', '2026-04-19', false, 23_333, 0],
    ])
  })

  test('the end of the month counts from the month of the receipt, leap years and December included', () => {
    expect(endOfMonth(asDay('2024-02-10'))).toBe('2024-02-29')
    expect(endOfMonth(asDay('2025-02-28'))).toBe('2025-02-28')
    expect(endOfMonth(asDay('2025-12-01'))).toBe('2025-12-31')
    const receipts = [{ id: 1, on: asDay('2026-02-03'), acceptedMinor: 100_000 }]
    expect(told({ dueFrom: 'month_end', dueDays: 15, depositPpm: 0, receipts, openMinor: 0 })).toEqual([
      ['balance', '2026-03-15', false, 100_000, 0],
    ])
  })

  test('with the order, or when goods are ready: by the actual day, else the planned one, else the promise', () => {
    expect(told({ dueFrom: 'order', dueDays: 10, depositPpm: 0 })).toEqual([
      ['balance', '2026-01-15', false, 100_000, 0],
    ])
    const ready = { on: asDay('2026-03-01'), isActual: true }
    expect(told({ dueFrom: 'ready', dueDays: 0, ready })[1]).toEqual(['balance', '2026-03-01', false, 70_000, 0])
    expect(told({ dueFrom: 'ready', dueDays: 0, ready: { ...ready, isActual: false } })[1]).toEqual([
      ...['balance', '2026-03-01', true, 70_000, 0],
    ])
    expect(told({ dueFrom: 'ready', dueDays: 0 })[1]).toEqual(['expected', '2026-03-10', true, 70_000, 0])
    expect(told({ dueFrom: 'ready', dueDays: 0, promisedOn: null })[1]).toEqual(['expected', null, true, 70_000, 0])
  })

  test('what was paid settles the earliest first; more than the order comes to is told', () => {
    expect(told({ paidMinor: 45_000 })).toEqual([
      ['deposit', '2026-01-05', false, 30_000, 30_000],
      ['expected', '2026-04-09', true, 70_000, 15_000],
    ])
    expect(told({ paidMinor: 100_001 }).at(-1)).toEqual(['over', 1])
  })

  test('goods that nobody pays for make the rest smaller, down to nothing; a deposit paid is then too much', () => {
    expect(told({ payableMinor: 20_000, openMinor: 0, receipts: [{ id: 1, on: day, acceptedMinor: 20_000 }] })).toEqual(
      [['deposit', '2026-01-05', false, 20_000, 0]],
    )
    expect(told({ payableMinor: 0, openMinor: 0, paidMinor: 30_000 })).toEqual([['over', 30_000]])
  })

  test('freight of goods without a price is due all the same', () => {
    expect(told({ depositPpm: 0, orderedMinor: 500, payableMinor: 500, openMinor: 0 })).toEqual([
      ['expected', '2026-04-09', true, 500, 0],
    ])
  })

  test('dues and what is over always add up to what the order comes to and what was paid', () => {
    const money = fc.integer({ min: 0, max: 1e12 })
    const anyDay = fc
      .integer({ min: 0, max: 800 })
      .map((count) => asDay(new Date(Date.UTC(2025, 0, 1) + count * 864e5).toISOString().slice(0, 10)))
    const anyOrder = fc.record<DueOrder>({
      depositPpm: fc.integer({ min: 0, max: 1_000_000 }),
      dueFrom: fc.constantFrom(...dueFroms),
      dueDays: fc.integer({ min: 0, max: 365 }),
      orderedOn: anyDay,
      orderedMinor: money,
      payableMinor: money,
      ready: fc.option(fc.record({ on: anyDay, isActual: fc.boolean() })),
      receipts: fc.array(
        fc.record({ id: fc.integer({ min: 1, max: 1e6 }), on: fc.option(anyDay), acceptedMinor: money }),
        { maxLength: 5 },
      ),
      openMinor: money,
      promisedOn: fc.option(anyDay),
      paidMinor: money,
    })
    fc.assert(
      fc.property(anyOrder, (one) => {
        const { dues, overMinor } = dueAmounts(one)
        expect(dues.reduce((sum, due) => sum + due.amountMinor, 0)).toBe(one.payableMinor)
        expect(dues.reduce((sum, due) => sum + due.paidMinor, 0) + overMinor).toBe(one.paidMinor)
        for (const due of dues) expect(due.amountMinor).toBeGreaterThan(0)
        // Nothing later is paid while something earlier is open.
        const open = dues.findIndex((due) => due.paidMinor < due.amountMinor)
        if (open !== -1) for (const later of dues.slice(open + 1)) expect(later.paidMinor).toBe(0)
        const days = dues.map(({ dueOn }) => dueOn ?? '9999-12-31')
        expect(days).toEqual(days.toSorted())
      }),
    )
  })
})
