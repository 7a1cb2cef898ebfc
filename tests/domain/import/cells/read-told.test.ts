import { describe, expect, it } from 'vitest'
import { readToldMoney, readToldWeight, toldElsewhere } from '#main/domain/import/cells/read-told.ts'

describe('an amount or a weight that is told elsewhere', () => {
  it.each([
    ['Freight Included in Commodity Cost', { word: 'included', toldWith: '' }],
    ['included', { word: 'included', toldWith: '' }],
    ['已含在货价中', { word: 'included', toldWith: '' }],
    ['Invoiced Separately', { word: 'separate', toldWith: '' }],
    ['Weight Captured Separately', { word: 'separate', toldWith: '' }],
    ['另计', { word: 'separate', toldWith: '' }],
    ['See ASN-93 (ID#:1281)', { word: 'see', toldWith: '1281' }],
    ['see  DN-4  (ID# : 77)', { word: 'see', toldWith: '77' }],
    ['See line 12', { word: 'see', toldWith: 'line 12' }],
    ['见 1281', { word: 'see', toldWith: '1281' }],
  ])('%s', (text, told) => {
    expect(toldElsewhere(text)).toEqual(told)
  })

  it.each(['not included?', 'excluded', 'about 12', 'TBD', 'sea', 'separate invoice no. 5', ''])(
    '%s says nothing',
    (text) => {
      expect(toldElsewhere(text)).toBeNull()
    },
  )

  it('is an amount where it is one, and refused where it is neither', () => {
    expect(readToldMoney('1,234.50', '.')).toEqual({ value: { amount: '1234.50', currency: null, couldBe: [] } })
    expect(readToldMoney('0', '.')).toEqual({ value: { amount: '0', currency: null, couldBe: [] } })
    expect(readToldMoney('Invoiced Separately', '.')).toEqual({ value: { word: 'separate', toldWith: '' } })
    expect(readToldMoney('ask Bob', '.')).toEqual({ expected: 'amount-or-words' })
    expect(readToldWeight('1.5', '.', 'kg')).toEqual({ value: 1500 })
    expect(readToldWeight('heavy', '.', 'kg')).toEqual({ expected: 'weight-or-words' })
  })
})
