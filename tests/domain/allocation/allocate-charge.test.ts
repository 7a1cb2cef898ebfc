import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { allocateCharge, type ChargeBasis, type ChargedLine } from '#main/domain/allocation/allocate-charge.ts'

const lines: ChargedLine[] = [
  { value: 20_000, quantity: 4000, weight: 5, volume: 60, volumetricWeight: '12.5' },
  { value: 60_000, quantity: 1000, weight: 20, volume: 15, volumetricWeight: '2' },
  { value: 0, quantity: 5000, weight: 15, volume: 25, volumetricWeight: '15' },
]

test.each<[ChargeBasis, number[]]>([
  ['value', [250, 750, 0]],
  ['quantity', [400, 100, 500]],
  ['weight', [125, 500, 375]],
  ['volume', [600, 150, 250]],
  ['chargeable_weight', [263, 421, 316]],
  ['equally', [334, 333, 333]],
])('1000 by %s', (by, partsMinor) => {
  expect(allocateCharge({ amountMinor: 1000, by }, lines)).toEqual({ partsMinor })
  const turned = partsMinor.map((part) => 0 - part)
  expect(allocateCharge({ amountMinor: -1000, by }, lines)).toEqual({ partsMinor: turned })
})

describe('a charge is not divided', () => {
  test('where a measure is missing: which lines, and never by another measure', () => {
    const some = [{ weight: 5 }, { weight: null }, {}]
    expect(allocateCharge({ amountMinor: 10, by: 'weight' }, some)).toEqual({
      refused: { why: 'missing', lines: [1, 2] },
    })
    expect(
      allocateCharge({ amountMinor: 10, by: 'chargeable_weight' }, [{ weight: 5, volumetricWeight: null }]),
    ).toEqual({
      refused: { why: 'missing', lines: [0] },
    })
  })

  test('by a negative measure, or where no line has any', () => {
    const charge = { amountMinor: 10, by: 'value' } as const
    expect(allocateCharge(charge, [{ value: 5 }, { value: '-0.5' }])).toEqual({
      refused: { why: 'negative', lines: [1] },
    })
    expect(allocateCharge(charge, [{ value: 0 }, { value: '0.00' }])).toEqual({ refused: { why: 'zero' } })
    expect(allocateCharge(charge, [])).toEqual({ refused: { why: 'zero' } })
  })

  test('by hand in parts that are not the charge', () => {
    const charge = { amountMinor: 10, by: 'by_hand' } as const
    expect(allocateCharge(charge, [{ byHandMinor: 4 }, { byHandMinor: 6 }])).toEqual({ partsMinor: [4, 6] })
    expect(allocateCharge(charge, [{ byHandMinor: 4 }, { byHandMinor: 5 }])).toEqual({
      refused: { why: 'differs', givenMinor: 9 },
    })
    expect(allocateCharge(charge, [{ byHandMinor: 10 }, {}])).toEqual({ refused: { why: 'missing', lines: [1] } })
  })
})

test('the parts are always the charge, each within one of its share, and a larger measure never bears less', () => {
  const measures = fc.array(fc.nat(1_000_000), { minLength: 1, maxLength: 30 })
  fc.assert(
    fc.property(fc.integer({ min: -1e9, max: 1e9 }), measures, (amountMinor, weights) => {
      const found = allocateCharge(
        { amountMinor, by: 'weight' },
        weights.map((weight) => ({ weight })),
      )
      const sum = weights.reduce((total, weight) => total + weight, 0)
      if (sum === 0) {
        expect(found).toEqual({ refused: { why: 'zero' } })
        return
      }
      const parts = 'partsMinor' in found ? found.partsMinor : []
      expect(parts.reduce((total, part) => total + part, 0)).toBe(amountMinor)
      for (const [at, part] of parts.entries()) {
        expect(Math.abs(part - (amountMinor * (weights[at] ?? 0)) / sum)).toBeLessThanOrEqual(1)
        for (const [other, weight] of weights.entries())
          if (weight > (weights[at] ?? 0)) expect(Math.abs(parts[other] ?? 0)).toBeGreaterThanOrEqual(Math.abs(part))
      }
    }),
  )
})
