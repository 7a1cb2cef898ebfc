import { describe, expect, it } from 'vitest'
import { readMoney } from '#main/domain/import/cells/read-money.ts'

const sure = (amount: string, currency: string | null) => ({ value: { amount, currency, couldBe: [] } })

describe('amounts with and without a currency', () => {
  it.each([
    ['18.00', '18.00', null],
    ['AU $3,000.00', '3000.00', 'AUD'],
    ['US$ 5', '5', 'USD'],
    ['USD 5', '5', 'USD'],
    ['5 usd', '5', 'USD'],
    ['€90.50', '90.50', 'EUR'],
    ['12.00 €', '12.00', 'EUR'],
    ['£-3.10', '-3.10', 'GBP'],
    ['-£3.10', '-3.10', 'GBP'],
    ['(£3.10)', '-3.10', 'GBP'],
    ['HK$1,200', '1200', 'HKD'],
    ['1200元', '1200', 'CNY'],
    ['RMB 88.8', '88.8', 'CNY'],
    ['CN¥12', '12', 'CNY'],
    ['$12 CAD', '12', 'CAD'],
    ['¥1,200 CNY', '1200', 'CNY'],
  ])('%s is %s %s', (text, amount, currency) => expect(readMoney(text, '.')).toEqual(sure(amount, currency)))

  it('reads a decimal comma', () => {
    expect(readMoney('EUR 90,00', ',')).toEqual(sure('90.00', 'EUR'))
    expect(readMoney('1.234,56 €', ',')).toEqual(sure('1234.56', 'EUR'))
    expect(readMoney('1.234,56 €', '.')).toEqual({ expected: 'number-with-point' })
  })

  it('says what an ambiguous sign may mean instead of guessing', () => {
    const yen = readMoney('¥1,200', '.')
    expect(yen).toEqual({ value: { amount: '1200', currency: null, couldBe: ['CNY', 'JPY'] } })
    const dollars = readMoney('$5.00', '.')
    expect('value' in dollars && dollars.value.couldBe.slice(0, 2)).toEqual(['USD', 'AUD'])
    expect('value' in dollars && dollars.value.currency).toBeNull()
  })

  it.each([
    '',
    'abc',
    'EUR',
    '12 pcs',
    'EUR 5 USD',
    'See ASN-93 (ID#:1281)',
    '1.2.3 EUR',
    'XYZ 5',
    '5 constructor',
    'toString 5',
  ])('%s is refused', (text) => expect(readMoney(text, '.')).toEqual({ expected: 'number-with-point' }))
})
