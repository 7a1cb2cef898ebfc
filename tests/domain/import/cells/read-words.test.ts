import { describe, expect, it } from 'vitest'
import { nullWord } from '#main/domain/import/cells/null-words.ts'
import { isPointZero, readCode } from '#main/domain/import/cells/read-code.ts'
import { readLength, readWeight } from '#main/domain/import/cells/read-measure.ts'
import {
  readBoolean,
  readCountry,
  readCurrency,
  readOrderStatus,
  readProductStatus,
} from '#main/domain/import/cells/read-words.ts'

describe('yes and no', () => {
  it.each(['1', 'True', 'TRUE', 'yes', 'Y', '是', '√'])('%s is yes', (text) =>
    expect(readBoolean(text)).toEqual({ value: true }),
  )
  it.each(['0', 'False', 'no', 'N', '否'])('%s is no', (text) => expect(readBoolean(text)).toEqual({ value: false }))
  it('refuses anything else', () => expect(readBoolean('maybe')).toEqual({ expected: 'yes-or-no' }))
})

describe('countries, currencies and states', () => {
  it('asks the table it is given', () => {
    const find = (text: string) => (text === 'EIRE' ? 'IE' : null)
    expect(readCountry(' EIRE ', find)).toEqual({ value: 'IE' })
    expect(readCountry('Atlantis', find)).toEqual({ expected: 'country' })
  })

  it.each([
    ['USD', 'USD'],
    ['usd', 'USD'],
    ['人民币', 'CNY'],
    ['€', 'EUR'],
    ['US Dollar', 'USD'],
  ])('%s is %s', (text, value) => expect(readCurrency(text)).toEqual({ value }))

  it.each(['$', '¥', 'XYZ', 'dollar', 'constructor', '__proto__'])('%s is no certain currency', (text) =>
    expect(readCurrency(text)).toEqual({ expected: 'currency' }),
  )

  it('knows the words for states', () => {
    expect(readOrderStatus('Partially_Fulfilled')).toEqual({ value: 'part_shipped' })
    expect(readOrderStatus('已发货')).toEqual({ value: 'shipped' })
    expect(readOrderStatus('on_hold')).toEqual({ value: 'on_hold' })
    expect(readOrderStatus('4')).toEqual({ expected: 'order-status' })
    expect(readProductStatus('停产')).toEqual({ value: 'discontinued' })
    expect(readProductStatus('?')).toEqual({ expected: 'product-status' })
  })
})

describe('codes', () => {
  it.each(['05021', '000123456789', '576912345678901001', 'A-1/2', '1E5', '12.50'])('%s stays as it is', (text) =>
    expect(readCode(text)).toEqual({ value: text }),
  )
  it('loses only what nobody sees', () =>
    expect(readCode('576912345678901001\t')).toEqual({ value: '576912345678901001' }))
  it('refuses what a spreadsheet left of a long number', () =>
    expect(readCode('6.90123E+12')).toEqual({ expected: 'unmangled-code' }))
  it('drops a point and zeros only when told', () => {
    expect(isPointZero('17850.0')).toBe(true)
    expect(readCode('="00340434161094042557"')).toEqual({ value: '00340434161094042557' })
    expect(readCode("'00340434161094042557")).toEqual({ value: '00340434161094042557' })
    expect(readCode("'s-1")).toEqual({ value: "'s-1" })
    expect(readCode('17850.0')).toEqual({ value: '17850.0' })
    expect(readCode('17850.0', true)).toEqual({ value: '17850' })
    expect(readCode('17850.5', true)).toEqual({ value: '17850.5' })
  })
})

describe('weights and lengths', () => {
  it.each([
    ['1.2', 'kg', 1200],
    ['1.2 kg', 'g', 1200],
    ['500', 'g', 500],
    ['2 lbs', 'kg', 907],
    ['0.0005', 'kg', 1],
    ['１.5公斤', 'g', 1500],
  ] as const)('%s in a column of %s weighs %d g', (text, unit, value) =>
    expect(readWeight(text, '.', unit)).toEqual({ value }),
  )

  it.each([
    ['10', 'cm', 100],
    ['10 in', 'cm', 254],
    ['2.5', 'mm', 3],
    ['30厘米', 'mm', 300],
  ] as const)('%s in a column of %s is %d mm', (text, unit, value) =>
    expect(readLength(text, '.', unit)).toEqual({ value }),
  )

  it('refuses other units, words and less than nothing', () => {
    expect(readWeight('3 boxes', '.', 'kg')).toEqual({ expected: 'weight' })
    expect(readWeight('Weight Captured Separately', '.', 'kg')).toEqual({ expected: 'weight' })
    expect(readWeight('-1', '.', 'kg')).toEqual({ expected: 'weight' })
    expect(readLength('5 kg', '.', 'cm')).toEqual({ expected: 'length' })
  })
})

describe('words for nothing', () => {
  it.each(['NULL', 'null', 'N/A', '#N/A', '\\N', '-', '—', ' NULL ', 'None', 'nil', '无', '0000-00-00'])(
    '%s is one',
    (text) => expect(nullWord(text)).toBe(text.trim()),
  )
  it.each(['', 'NA', 'Nullarbor', '0', '-5', 'no', 'N/A - From RDC', 'nilgiri'])('%s is none', (text) =>
    expect(nullWord(text)).toBeNull(),
  )
})
