import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { accountDoubt, isBic } from '#shared/iban.ts'

// The examples of the IBAN register.
const examples = [
  'AE070331234567890123456',
  'AT611904300234573201',
  'BE68539007547034',
  'BR1800360305000010009795493C1',
  'CH9300762011623852957',
  'DE89370400440532013000',
  'ES9121000418450200051332',
  'FR1420041010050500013M02606',
  'GB29NWBK60161331926819',
  'IT60X0542811101000000123456',
  'MT84MALT011000012345MTLCAST001S',
  'NL91ABNA0417164300',
  'NO9386011117947',
  'PL61109010140000071219812874',
  'SA0380000000608010167519',
  'SE4550000000058398257466',
  'TR330006100519786457841326',
]

describe('account numbers', () => {
  test.each(examples)('%s is in order, however it is written', (iban) => {
    expect(accountDoubt(iban)).toBeNull()
    expect(accountDoubt(iban.toLowerCase().replaceAll(/(.{4})(?=.)/g, '$1 '))).toBeNull()
  })

  test.each([
    ['DE89 3704 0044 0532 0130 01', 'iban_check'],
    ['DE89 3704 0044 0532 0130', 'iban_length'],
    ['GB29NWBK601613319268199', 'iban_length'],
  ])('%s: %s', (text, doubt) => expect(accountDoubt(text)).toBe(doubt))

  test.each(['6222 0212 3456 7890 123', '', 'CN12345678901234', '021000021', 'Account 12'])(
    '“%s” is another kind of number: nothing is said',
    (text) => expect(accountDoubt(text)).toBeNull(),
  )

  test('property: one digit wrong, or two neighbours exchanged, is noticed', () => {
    const iban = 'DE89370400440532013000'
    fc.assert(
      fc.property(fc.integer({ min: 4, max: 21 }), fc.integer({ min: 1, max: 9 }), (at, by) => {
        const digit = (Number(iban[at]) + by) % 10
        expect(accountDoubt(iban.slice(0, at) + digit + iban.slice(at + 1))).toBe('iban_check')
      }),
    )
    for (let at = 4; at < 21; at += 1) {
      if (iban[at] === iban[at + 1]) continue
      const swapped = `${iban.slice(0, at)}${iban[at + 1]}${iban[at]}${iban.slice(at + 2)}`
      expect(accountDoubt(swapped)).toBe('iban_check')
    }
  })
})

test.each([
  ['DEUTDEFF', true],
  ['DEUTDEFF500', true],
  ['bkch cn bj', true],
  ['NWBKGB2L', true],
  ['DEUTXXFF', false],
  ['DEUTDEF', false],
  ['DEUTDEFF5', false],
  ['', false],
])('BIC “%s”: %s', (text, expected) => expect(isBic(text)).toBe(expected))
