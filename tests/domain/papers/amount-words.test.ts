// Amounts in words, held against tables and against a second derivation that reads the words back.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { chineseAmount, englishAmount } from '#main/domain/papers/amount-words.ts'

describe('English', () => {
  test.each([
    [123450, 'USD', 'US Dollars One Thousand Two Hundred Thirty-Four and Cents Fifty Only'],
    [0, 'USD', 'US Dollars Zero Only'],
    [50, 'EUR', 'Euros Zero and Cents Fifty Only'],
    [-100, 'GBP', 'Minus Pounds Sterling One Only'],
    [1234, 'JPY', 'Japanese Yen One Thousand Two Hundred Thirty-Four Only'],
    [1005, 'KWD', 'Kuwaiti Dinars One and Fils Five Only'],
    [150, 'XOF', 'XOF One Hundred Fifty Only'],
    [150, 'JMD', 'JMD One and 50/100 Only'],
  ])('%i minor units of %s', (minor, currency, words) => {
    expect(englishAmount(minor, currency)).toBe(words)
  })

  test('read back, every amount up to 10^15 is itself', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e15 }), (minor) => {
        const [, whole = '', , part = 'Zero'] =
          /^US Dollars (.*?)( and Cents (.*))? Only$/.exec(englishAmount(minor, 'USD')) ?? []
        expect(readEnglish(whole) * 100n + readEnglish(part)).toBe(BigInt(minor))
      }),
    )
  })
})

describe('Chinese', () => {
  test.each([
    [123450, 'CNY', '人民币壹仟贰佰叁拾肆元伍角整'],
    [0, 'CNY', '人民币零元整'],
    [100, 'CNY', '人民币壹元整'],
    [5, 'CNY', '人民币伍分'],
    [50, 'CNY', '人民币伍角整'],
    [55, 'CNY', '人民币伍角伍分'],
    [160005, 'CNY', '人民币壹仟陆佰元零伍分'],
    [168032, 'CNY', '人民币壹仟陆佰捌拾元叁角贰分'],
    [10700053, 'CNY', '人民币壹拾万零柒仟元伍角叁分'],
    [600700000, 'CNY', '人民币陆佰万零柒仟元整'],
    [10000000000, 'CNY', '人民币壹亿元整'],
    [10001000001, 'CNY', '人民币壹亿零壹万元零壹分'],
    [-123, 'USD', '美元负壹元贰角叁分'],
    [1234, 'JPY', '日元壹仟贰佰叁拾肆元整'],
    [1005, 'KWD', '科威特第纳尔壹元零伍厘'],
    [1050, 'KWD', '科威特第纳尔壹元零伍分'],
  ])('%i minor units of %s', (minor, currency, words) => {
    expect(chineseAmount(minor, currency)).toBe(words)
  })

  test('read back, every amount up to 10^15 is itself, and no zeros stand side by side', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e15 }), (minor) => {
        const words = chineseAmount(minor, 'CNY').replace('人民币', '')
        expect(words).not.toMatch(/零零|零元(?!整)|零$/)
        expect(words.endsWith('分')).toBe(minor % 10 !== 0)
        expect(readChinese(words)).toBe(BigInt(minor))
      }),
    )
  })

  test('every amount below 100,000 cents', () => {
    for (let minor = 1; minor < 100_000; minor += 1)
      expect(readChinese(chineseAmount(minor, 'CNY').replace('人民币', ''))).toBe(BigInt(minor))
  })
})

const small =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  )
const tens = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ')
const scales = ['thousand', 'million', 'billion', 'trillion', 'quadrillion']

function readEnglish(words: string): bigint {
  let total = 0n
  let group = 0n
  for (const word of words.toLowerCase().split(/[ -]/)) {
    if (small.includes(word)) group += BigInt(small.indexOf(word))
    else if (tens.includes(word)) group += BigInt((tens.indexOf(word) + 2) * 10)
    else if (word === 'hundred') group *= 100n
    else {
      total += group * 1000n ** BigInt(scales.indexOf(word) + 1)
      group = 0n
    }
  }
  return total + group
}

/** Cents: what stands before 亿 is read as a number of its own, then before 万, then the rest. */
function readChinese(words: string): bigint {
  const [whole = '', rest = ''] = words.includes('元') ? words.split('元') : ['', words]
  const part = (unit: string) => BigInt('零壹贰叁肆伍陆柒捌玖'.indexOf(rest.charAt(rest.indexOf(unit) - 1)))
  const cents = (rest.includes('角') ? part('角') * 10n : 0n) + (rest.includes('分') ? part('分') : 0n)
  return readWhole(whole) * 100n + cents
}

function readWhole(text: string): bigint {
  for (const [unit, size] of [
    ['亿', 100_000_000n],
    ['万', 10_000n],
  ] as const) {
    const at = text.lastIndexOf(unit)
    if (at !== -1) return readWhole(text.slice(0, at)) * size + readWhole(text.slice(at + 1))
  }
  let total = 0n
  for (const [, figure = '', unit = ''] of text.matchAll(/([零壹贰叁肆伍陆柒捌玖])([拾佰仟]?)/g)) {
    const scale = unit === '' ? 1n : 10n ** BigInt('拾佰仟'.indexOf(unit) + 1)
    total += BigInt('零壹贰叁肆伍陆柒捌玖'.indexOf(figure)) * scale
  }
  return total
}
