import { describe, expect, test } from 'vitest'
import { formatFor, keepTimeZone } from '#renderer/lib/format.ts'

const en = formatFor('en')
const zh = formatFor('zh-CN')

describe('numbers', () => {
  test('are grouped digit by digit, beyond what a binary float holds', () => {
    expect(en.number('12345678901234567.89')).toBe('12,345,678,901,234,567.89')
    expect(en.number('0.1234567890123456789')).toBe('0.1234567890123456789')
    expect(en.number(1234.5)).toBe('1,234.5')
  })

  test('that are missing are nothing, and zero is zero', () => {
    expect(en.number(null)).toBe('')
    expect(en.number('')).toBe('')
    expect(en.number(0)).toBe('0')
    expect(en.percent(null)).toBe('')
    expect(en.percent(0)).toBe('0 %')
  })
})

describe('money', () => {
  test('has the digits of its currency and keeps finer ones', () => {
    expect(en.money('1234.5', 'USD')).toBe('1,234.50 USD')
    expect(en.money('1234', 'JPY')).toBe('1,234 JPY')
    expect(en.money('1.2', 'KWD')).toBe('1.200 KWD')
    expect(en.money('0.004567', 'USD')).toBe('0.004567 USD')
    expect(en.amount('-1234567.8', 'EUR')).toBe('-1,234,567.80')
    expect(en.money(null, 'USD')).toBe('')
  })

  test('takes the digits of ISO 4217, which the system would not', () => {
    expect(en.money('1500', 'HUF')).toBe('1,500.00 HUF')
  })
})

describe('measures', () => {
  test('are shown in the units people use', () => {
    expect(en.kg(480)).toBe('0.48 kg')
    expect(en.kg(1_234_567)).toBe('1,234.567 kg')
    expect(en.cm(405)).toBe('40.5 cm')
    expect(en.box([600, 405, 350])).toBe('60 × 40.5 × 35 cm')
    expect(en.box([600, null, 350])).toBe('')
    expect(en.share(0.80912)).toBe('80.9 %')
    expect(en.share(1)).toBe('100.0 %')
  })
})

describe('days and names', () => {
  test('follow the language in sentences', () => {
    expect(en.dayInWords('2026-11-18')).toBe('November 18, 2026')
    expect(zh.dayInWords('2026-11-18')).toBe('2026年11月18日')
    expect(zh.monthInWords('2024-03-01')).toBe('2024年3月')
  })

  test('of countries and currencies, the code where there is no name', () => {
    expect(en.country('DE')).toBe('Germany')
    expect(zh.country('DE')).toBe('德国')
    expect(en.country('')).toBe('')
    expect(en.country('ZZZ')).toBe('ZZZ')
    expect(en.currency('CNY')).toBe('Chinese Yuan')
    expect(zh.currency('USD')).toBe('美元')
    expect(en.currency('???')).toBe('???')
  })

  test('make lists', () => {
    expect(en.list(['AED', 'VND', 'TWD'])).toBe('AED, VND, and TWD')
    expect(zh.list(['AED', 'VND'])).toBe('AED和VND')
  })
})

test('months and weekdays by their numbers', () => {
  expect([en.monthName(1), en.monthName(12), zh.monthName(4)]).toEqual(['January', 'December', '四月'])
  expect([en.weekday(1), en.weekday(7, 'long'), zh.weekday(3)]).toEqual(['Mon', 'Sunday', '周三'])
})

test('an instant is told by the company’s clock, as days are', () => {
  const at = Date.UTC(2026, 10, 22, 17, 41)
  keepTimeZone('Asia/Shanghai')
  expect(en.instant(at)).toBe('2026-11-23 01:41')
  keepTimeZone('America/New_York')
  expect(zh.instant(at)).toBe('2026-11-22 12:41')
  keepTimeZone(undefined)
})

test('how long ago is said in the largest unit that says it', () => {
  const minute = 60_000
  const said = [-5, 0.5, 12, 59.9, 60, 200, 1439, 1440, 4000].map((minutes) => en.ago(minutes * minute))
  expect(said).toEqual([
    'now',
    'now',
    '12 minutes ago',
    '59 minutes ago',
    '1 hour ago',
    '3 hours ago',
    '23 hours ago',
    'yesterday',
    '2 days ago',
  ])
  expect(zh.ago(12 * minute)).toBe('12分钟前')
})
