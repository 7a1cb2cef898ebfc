import { describe, expect, test } from 'vitest'
import { chargeableWeight, type Piece, volumetricWeight } from '#main/domain/weights/chargeable-weight.ts'

const air = { divisor: 6000, per: 'shipment', roundUpTo: '0.5', roundsSides: false } as const

function carton(length: string | null, width: string, height: string, grossWeight: string | null, count = 1): Piece {
  return { length, width, height, grossWeight, count }
}

const light = carton('60', '50', '40', '10', 2)
const heavy = carton('30', '20', '10', '30')

describe('chargeable weight', () => {
  test('of a shipment is the larger of both sums, of pieces the sum of the larger ones', () => {
    expect(chargeableWeight([light, heavy], air)).toEqual({ volumetric: '41', gross: '50', chargeable: '50' })
    expect(chargeableWeight([light, heavy], { ...air, per: 'piece' })).toMatchObject({ chargeable: '70' })
  })

  test('is rounded up to the step, and left as it is on it or without one', () => {
    const weigh = (gross: string, roundUpTo: string | null) =>
      chargeableWeight([carton('1', '1', '1', gross)], { ...air, roundUpTo })
    expect(weigh('0.6', '0.2')).toMatchObject({ chargeable: '0.6' })
    expect(weigh('0.61', '0.2')).toMatchObject({ chargeable: '0.8' })
    expect(weigh('7.01', '0.5')).toMatchObject({ chargeable: '7.5' })
    expect(weigh('7.01', null)).toMatchObject({ chargeable: '7.01' })
    // Three times two thirds are two, whatever the division leaves at its end.
    expect(chargeableWeight([carton('2', '1', '1', '0', 3)], { ...air, divisor: 3, roundUpTo: '1' })).toMatchObject({
      chargeable: '2',
    })
  })

  test('sides are rounded first where the carrier does so', () => {
    expect(
      volumetricWeight({ length: '10.5', width: '10.4', height: '60' }, { divisor: 6000, roundsSides: true }),
    ).toBe('1.1')
    expect(volumetricWeight({ length: '10.5', width: '10', height: '60' }, { divisor: 6000, roundsSides: false })).toBe(
      '1.05',
    )
  })

  test('nothing weighs nothing; what is not known is not zero; what cannot be is refused', () => {
    expect(chargeableWeight([], air)).toEqual({ volumetric: '0', gross: '0', chargeable: '0' })
    expect(chargeableWeight([light, carton(null, '1', '1', '1')], air)).toEqual({ status: 'undefined' })
    expect(chargeableWeight([carton('1', '1', '1', null)], air)).toEqual({ status: 'undefined' })
    expect(chargeableWeight([carton('-1', '1', '1', '1')], air)).toEqual({ status: 'invalid' })
    expect(chargeableWeight([light], { ...air, divisor: 0 })).toEqual({ status: 'invalid' })
    expect(chargeableWeight([light], { ...air, roundUpTo: 0 })).toEqual({ status: 'invalid' })
  })
})
