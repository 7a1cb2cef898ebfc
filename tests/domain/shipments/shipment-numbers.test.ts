import { existsSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { checkWaybill } from '#main/domain/shipments/air-waybill.ts'
import { checkContainer, containerDigit } from '#main/domain/shipments/container-number.ts'

test('a container number is proved by its last digit', () => {
  expect(checkContainer('CSQU3054383')).toEqual({ result: 'ok', digit: 3 })
  expect(checkContainer('csqu 305438-3')).toEqual({ result: 'ok', digit: 3 })
  expect(checkContainer('CSQU3054384')).toEqual({ result: 'fails', digit: 3 })
  expect(checkContainer('CSQX3054383')).toEqual({ result: 'none', digit: null })
  expect(checkContainer('CSQU305438')).toEqual({ result: 'none', digit: null })
})

test('a remainder of ten is written as 0', () => {
  const owner = ['A', 'B', 'C', 'D'].map((letter) => `${letter}AAU000000`)
  const digits = Array.from({ length: 400 }, (_, serial) =>
    containerDigit(`${owner[0]?.slice(0, 4)}${String(serial).padStart(6, '0')}`),
  )
  expect(Math.max(...digits)).toBe(9)
  expect(digits.filter((digit) => digit === 0).length).toBeGreaterThan(400 / 11)
})

test('one wrong digit of the serial number is always told', () => {
  const digits = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 6, maxLength: 6 })
  fc.assert(
    fc.property(digits, fc.integer({ min: 0, max: 5 }), fc.integer({ min: 1, max: 9 }), (serial, at, by) => {
      const ten = (list: readonly number[]) => `MSKU${list.join('')}`
      const other = serial.map((digit, index) => (index === at ? (digit + by) % 10 : digit))
      const [right, wrong] = [containerDigit(ten(serial)), containerDigit(ten(other))]
      // 10 is written as 0, so that these two look alike.
      return right !== wrong || right === 0
    }),
  )
})

test('an air waybill is proved by its number modulo seven', () => {
  expect(checkWaybill('020-12345675')).toEqual({ result: 'ok', digit: 5 })
  expect(checkWaybill('020 1234 5675')).toEqual({ result: 'ok', digit: 5 })
  expect(checkWaybill('02012345676')).toEqual({ result: 'fails', digit: 5 })
  expect(checkWaybill('MAEU123456789').result).toBe('none')
})

const file = '../shared/data/reference/iso6346_vectors.json'

test.skipIf(!existsSync(file))(`the numbers of ${file} (skipped where the file is not there)`, () => {
  const { valid, invalid } = JSON.parse(readFileSync(file, 'utf8')) as { valid: string[]; invalid: string[] }
  expect(valid.length).toBeGreaterThan(0)
  expect(valid.map((number) => checkContainer(number).result)).toEqual(valid.map(() => 'ok'))
  expect(invalid.map((number) => checkContainer(number).result)).toEqual(invalid.map(() => 'fails'))
})
