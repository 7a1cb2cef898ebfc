import { describe, expect, it } from 'vitest'
import { columnReader } from '#main/domain/import/column-reader.ts'
import type { ReadingOptions } from '#main/domain/import/mapping.ts'

const context = (options: ReadingOptions = {}, nullWords: 'empty' | 'text' = 'empty') => ({
  options,
  nullWords,
  findCountry: (text: string) => (text === 'UK' ? 'GB' : null),
})

describe('a reader for a column', () => {
  it('gives each type its value', () => {
    expect(columnReader('text', context())(' two words ')).toEqual({ value: 'two words' })
    expect(columnReader('code', context())('00123')).toEqual({ value: '00123' })
    expect(columnReader('reference', context({ dropPointZero: true }))('17850.0')).toEqual({ value: '17850' })
    expect(columnReader('money', context({ decimal: ',' }))('1.234,50')).toEqual({
      value: { amount: '1234.50', currency: null, couldBe: [] },
    })
    expect(columnReader('quantity', context())('12.500')).toEqual({ value: '12.5' })
    expect(columnReader('percent', context({ percentForm: 'percent' }))('13')).toEqual({ value: '0.13' })
    expect(columnReader('integer', context())('24')).toEqual({ value: 24 })
    expect(columnReader('weight', context({ weightUnit: 'lb' }))('1')).toEqual({ value: 454 })
    expect(columnReader('length', context())('10')).toEqual({ value: 100 })
    expect(columnReader('day', context({ dateOrder: 'dmy' }))('1.2.2024')).toEqual({ value: '2024-02-01' })
    expect(columnReader('boolean', context())('是')).toEqual({ value: true })
    expect(columnReader('country', context())('UK')).toEqual({ value: 'GB' })
    expect(columnReader('currency', context())('eur')).toEqual({ value: 'EUR' })
    expect(columnReader('rate', context())('7.1')).toEqual({ value: '7.1' })
    expect(columnReader('product-status', context())('active')).toEqual({ value: 'active' })
    expect(columnReader('order-status', context())('paid')).toEqual({ value: 'confirmed' })
  })

  it('reads empty cells and, if told so, words for nothing as null', () => {
    for (const text of ['', '  ', 'NULL', 'N/A', '-']) {
      expect(columnReader('day', context())(text)).toEqual({ value: null })
      expect(columnReader('text', context())(text)).toEqual({ value: null })
    }
    expect(columnReader('text', context({}, 'text'))('NULL')).toEqual({ value: 'NULL' })
    expect(columnReader('day', context({}, 'text'))('NULL')).toEqual({ expected: 'day-ymd' })
  })

  it('takes no order of days and no comma that it was not told', () => {
    expect(columnReader('day', context())('1.2.2024')).toEqual({ expected: 'day-ymd' })
    expect(columnReader('quantity', context())('1,5')).toEqual({ expected: 'quantity' })
  })
})
