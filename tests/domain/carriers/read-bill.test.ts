import { expect, test } from 'vitest'
import { chargeVariance } from '#main/domain/carriers/charge-variance.ts'
import { readBill } from '#main/domain/carriers/read-bill.ts'

test.each([
  ['SH-2026-0001\t12.50', 'SH-2026-0001', '12.50', null],
  ['1Z 999 AA1 01\t$ 1,012.50', '1Z 999 AA1 01', '1012.50', null],
  ['1Z999AA10123456784 12.50 USD', '1Z999AA10123456784', '12.50', 'USD'],
  ['MSCU 123456 7 EUR 1.250,75', 'MSCU 123456 7', '1250.75', 'EUR'],
  ['AB1;12,50;EUR', 'AB1', '12.50', 'EUR'],
  ['AB1,12.50', 'AB1', '12.50', null],
  ['AB1\tCNY 88', 'AB1', '88', 'CNY'],
  ['AB1\t(4.00)', 'AB1', '-4.00', null],
  ['AB1\tfree', 'AB1', null, null],
  ['AB1', 'AB1', null, null],
])('%s', (line, named, amount, currency) => {
  expect(readBill(line)).toEqual([{ line: 1, named, amount, currency }])
})

test('a head and empty lines are left out, line numbers are those of the paste', () => {
  expect(readBill('\nShipment\tAmount\n\nAB1\t3\r\nAB2\t4\n').map(({ line, named }) => [line, named])).toEqual([
    [4, 'AB1'],
    [5, 'AB2'],
  ])
})

test('variance in one currency, else in base, else nobody knows', () => {
  const money = (minor: number, currency: string, baseMinor: number | null) => ({ minor, currency, baseMinor })
  const [dear, cheap] = [money(1250, 'EUR', 1400), money(1000, 'EUR', null)]
  expect(chargeVariance(cheap, dear, 'USD')).toEqual({ minor: 250, currency: 'EUR', percent: '25.00' })
  expect(chargeVariance(money(1000, 'USD', 1000), dear, 'USD')).toEqual({
    minor: 400,
    currency: 'USD',
    percent: '40.00',
  })
  expect(chargeVariance(money(100, 'CNY', null), dear, 'USD')).toBeNull()
  expect(chargeVariance(money(0, 'EUR', 0), dear, 'USD')).toEqual({ minor: 1250, currency: 'EUR', percent: null })
  expect(chargeVariance(null, dear, 'USD')).toBeNull()
})
