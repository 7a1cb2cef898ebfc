// Figures, days and units in a paper's form.
import { describe, expect, test } from 'vitest'
import {
  countryPair,
  dayPair,
  grouped,
  moneyText,
  priceText,
  quantityText,
  weightText,
} from '#main/domain/papers/paper-text.ts'
import { unitPair } from '#main/domain/papers/unit-words.ts'
import type { Day } from '#shared/dates.ts'

describe('paper text', () => {
  test('days', () => {
    expect(dayPair('2026-11-02' as Day)).toEqual({ en: '2 November 2026', zh: '2026年11月2日' })
    expect(dayPair(null)).toEqual({ en: '', zh: '' })
  })

  test('figures are set apart by thousands, with the digits that their currency has', () => {
    expect(grouped('-1234567.5')).toBe('-1,234,567.5')
    expect(grouped('999')).toBe('999')
    expect(moneyText(123450, 'USD')).toBe('1,234.50')
    expect(moneyText(123450, 'JPY')).toBe('123,450')
    expect(moneyText(1234567, 'KWD')).toBe('1,234.567')
    expect(priceText(3_125_000, 'USD')).toBe('3.125')
    expect(quantityText(1_250_500)).toBe('1,250.5')
    expect(weightText(850)).toBe('850 g')
    expect(weightText(1250)).toBe('1.25 kg')
  })

  test('units: one, several, Chinese, several spellings; an unknown one stays', () => {
    expect(unitPair('pcs', 1000)).toEqual({ en: 'pc', zh: '件' })
    expect(unitPair('Pieces', 2000)).toEqual({ en: 'pcs', zh: '件' })
    expect(unitPair('套', 5000)).toEqual({ en: 'sets', zh: '套' })
    expect(unitPair('m2', 500)).toEqual({ en: 'm²', zh: '平方米' })
    expect(unitPair('constructor', 500)).toEqual({ en: 'constructor', zh: 'constructor' })
    expect(unitPair('skein', 500)).toEqual({ en: 'skein', zh: 'skein' })
  })

  test('countries', () => {
    expect(countryPair('DE')).toEqual({ en: 'Germany', zh: '德国' })
    expect(countryPair('')).toEqual({ en: '', zh: '' })
  })
})
