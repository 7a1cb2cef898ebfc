import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compareAnswers, type GivenAnswer } from '#main/domain/sourcing/compare-answers.ts'
import { chargeShares, financedDays } from '#main/domain/sourcing/landed-parts.ts'

const frame = { base: 'USD', yearlyPpm: 60_000 }

function answer(id: number, over: Partial<GivenAnswer>): GivenAnswer {
  return {
    id,
    currency: 'USD',
    rate: '1',
    incoterm: 'EXW',
    freightMinor: 0,
    otherMinor: 0,
    dutyPpm: 0,
    vatIncluded: false,
    vatPpm: 0,
    vatRecoverable: true,
    depositPpm: 0,
    dueFrom: 'receipt',
    dueDays: 0,
    leadTimeDays: 30,
    lines: [],
    ...over,
  }
}

const line = (lineId: number, priceMicros: number | null) => ({
  lineId,
  priceMicros,
  leadTimeDays: null,
  minOrderMilli: null,
  cartonMilli: null,
})

describe('what goods cost until they are there', () => {
  test('worked by hand: VAT out, freight by value, duty on price and freight, a deposit financed', () => {
    const asked = [
      { id: 1, qtyMilli: 1_000_000 },
      { id: 2, qtyMilli: 500_000 },
    ]
    const given = answer(7, {
      currency: 'CNY',
      rate: '0.14',
      freightMinor: 300_00,
      otherMinor: 30_00,
      dutyPpm: 50_000,
      vatIncluded: true,
      vatPpm: 130_000,
      depositPpm: 300_000,
      dueDays: 0,
      leadTimeDays: 40,
      // 11.30 and 22.60 with VAT: 10 and 20 without, 10,000.00 for either line.
      lines: [line(1, 11_300_000), line(2, 22_600_000)],
    })
    const [landed] = compareAnswers(asked, [given], frame)
    // In USD cents: 10,000 CNY = 1,400.00; freight 150 CNY = 21.00; other 15 CNY = 2.10; duty 5 % of 10,150 = 507.50 CNY = 71.05.
    // 30 % paid 40 days before: 12 days of 6 % a year on 1,400.00 = 2.7616 -> 2.76.
    const totals = { price: 140_000, freight: 2_100, other: 210, duty: 7_105, capital: 276 }
    expect(landed?.lines.map((one) => one.totals)).toEqual([totals, totals])
    expect(landed?.lines.map(({ financedDays: days }) => days)).toEqual([12, 12])
    expect(landed?.landedMinor).toBe(2 * 149_691)
    expect(landed?.lines[0]?.units).toEqual({
      ...{ price: 1_400_000, freight: 21_000, other: 2_100 },
      ...{ duty: 71_050, capital: 2_760 },
    })
    expect(landed?.lines[0]?.landedMicros).toBe(1_496_910)
    expect(landed?.lines[1]?.landedMicros).toBe(2_993_820)
    expect(landed?.gaps).toEqual([])
  })

  test('VAT that does not come back is a cost', () => {
    const asked = [{ id: 1, qtyMilli: 100_000 }]
    const lines = [line(1, 10_000_000)]
    const all = [
      answer(1, { lines, vatPpm: 130_000, vatRecoverable: false }),
      answer(2, { lines, vatPpm: 130_000, vatRecoverable: false, vatIncluded: true }),
      answer(3, { lines, vatPpm: 130_000 }),
    ]
    const prices = compareAnswers(asked, all, frame).map(({ landedMinor }) => landedMinor)
    expect(prices).toEqual([113_000, 100_000, 100_000])
  })

  test('places are shared; what is not offered, or has no rate, has none', () => {
    const asked = [
      { id: 1, qtyMilli: 1_000 },
      { id: 2, qtyMilli: 1_000 },
    ]
    const both = (first: number, second: number | null) => [line(1, first), line(2, second)]
    const all = [
      answer(1, { lines: both(5_000_000, 5_000_000) }),
      answer(2, { lines: both(5_000_000, null) }),
      answer(3, { lines: both(4_000_000, 6_500_000) }),
      answer(4, { lines: both(1_000_000, 1_000_000), rate: null, currency: 'EUR' }),
      answer(5, { lines: [] }),
    ]
    const landed = compareAnswers(asked, all, frame)
    expect(landed.map((one) => one.lines.map(({ rank }) => rank))).toEqual([
      [2, 1],
      [2, null],
      [1, 2],
      [null, null],
      [null, null],
    ])
    expect(landed.map(({ rank }) => rank)).toEqual([1, null, 2, null, null])
    expect(landed.map(({ offered }) => offered)).toEqual([2, 1, 2, 2, 0])
    expect(landed[1]?.landedMinor).toBe(500)
    expect(landed[3]?.landedMinor).toBeNull()
    expect(landed[3]?.gaps).toContain('no-rate')
  })

  test('a minimum above what is asked for and broken cartons are told', () => {
    const lines = [{ ...line(1, 1_000_000), minOrderMilli: 200_000, cartonMilli: 48_000 }]
    const [landed] = compareAnswers([{ id: 1, qtyMilli: 100_000 }], [answer(1, { lines })], frame)
    expect(landed?.lines[0]).toMatchObject({ isBelowMinimum: true, isBrokenCarton: true })
    const [fits] = compareAnswers([{ id: 1, qtyMilli: 240_000 }], [answer(1, { lines })], frame)
    expect(fits?.lines[0]).toMatchObject({ isBelowMinimum: false, isBrokenCarton: false })
  })

  test('charges that nobody named are told, unless the Incoterm covers them', () => {
    const gapsOf = (over: Partial<GivenAnswer>) =>
      compareAnswers([{ id: 1, qtyMilli: 1_000 }], [answer(1, { lines: [line(1, 1_000_000)], ...over })], frame)[0]
        ?.gaps
    expect(gapsOf({ freightMinor: null, dutyPpm: null, incoterm: 'FOB' })).toEqual(['no-freight', 'no-duty'])
    expect(gapsOf({ freightMinor: null, dutyPpm: null, incoterm: 'cif' })).toEqual(['no-duty'])
    expect(gapsOf({ freightMinor: null, dutyPpm: null, incoterm: 'DDP' })).toEqual([])
    expect(gapsOf({ depositPpm: 300_000, leadTimeDays: null })).toEqual(['no-lead-time'])
    expect(gapsOf({ freightMinor: 500, lines: [line(1, 0)] })).toEqual(['zero-value'])
  })
})

describe('days that a price is financed', () => {
  test.each([
    [{ depositPpm: 0, dueFrom: 'receipt', dueDays: 60 }, 30, '-60'],
    [{ depositPpm: 0, dueFrom: 'order', dueDays: 0 }, 30, '30'],
    [{ depositPpm: 0, dueFrom: 'order', dueDays: 45 }, 30, '-15'],
    [{ depositPpm: 300_000, dueFrom: 'ready', dueDays: 0 }, 45, '13.5'],
    [{ depositPpm: 0, dueFrom: 'month_end', dueDays: 30 }, null, '-45'],
    [{ depositPpm: 1_000_000, dueFrom: 'receipt', dueDays: 90 }, 20, '20'],
    [{ depositPpm: 300_000, dueFrom: 'receipt', dueDays: 0 }, null, null],
    [{ depositPpm: 0, dueFrom: 'order', dueDays: 10 }, null, null],
  ] as const)('%o with a lead time of %s: %s', (terms, lead, days) => {
    expect(financedDays(terms, lead)).toBe(days)
  })
})

test('charges on lines always add up to the charge, and unoffered lines carry none', () => {
  fc.assert(
    fc.property(
      fc.array(fc.option(fc.nat(10_000_000), { nil: null }), { minLength: 1, maxLength: 20 }),
      fc.nat(1_000_000),
      (values, freightMinor) => {
        const lines = values.map((valueMinor) => ({ valueMinor }))
        const shares = chargeShares(lines, { freightMinor, otherMinor: null })
        const hasValue = values.some((value) => (value ?? 0) > 0)
        if (freightMinor > 0 && !hasValue) return shares === null
        const sum = shares?.reduce((done, { freight }) => done + freight, 0)
        return sum === freightMinor && lines.every((one, at) => one.valueMinor !== null || shares?.[at]?.freight === 0)
      },
    ),
  )
})
