import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { type CourierTable, recogniser } from '#main/domain/tracking/recognise-number.ts'
import couriers from '#resources/tracking/couriers.json' with { type: 'json' }
import { countryCodes } from '#shared/reference/countries.ts'

const recognise = recogniser(couriers as CourierTable)
const candidates = (number: string) => recognise(number).candidates.map((one) => `${one.carrier} ${one.checkDigit}`)

describe('numbers', () => {
  test.each([
    // Made up, with a check digit worked out by hand from the rule of its carrier.
    ['RB473124829CN', 'china_post ok'],
    ['RR123456789CN', 'china_post fails'],
    ['1Z999AA10123456784', 'ups ok'],
    ['1Z999AA10123456785', 'ups fails'],
    ['YT2400000000000001', 'yunexpress none'],
    ['SF1234567890123', 'sf_express none'],
  ])('%s: %s', (number, first) => {
    expect(candidates(number)[0]).toBe(first)
  })

  test('a number of the UPU names the country of its post; one of no country is none', () => {
    expect(recognise('RB473124829CN').candidates[0]).toMatchObject({
      country: 'CN',
      service: 'S10',
      nameZh: '中国邮政',
    })
    expect(candidates('RB473124829XX')).toEqual([])
  })

  test('spaces, dashes, small and full-width letters do not matter', () => {
    expect(recognise(' rb 473-124 829 ＣＮ ')).toEqual(recognise('RB473124829CN'))
  })

  test('the postal code on labels of USPS is no part of the number', () => {
    const { number, candidates: found } = recognise('420 10282 9400 1000 0000 0000 0000 00')
    expect(number).toBe('9400100000000000000000')
    expect(found[0]?.url).toContain('=9400100000000000000000')
  })

  test('what fails its check comes last, and nothing is nobody’s', () => {
    const digits = recognise('986578788855').candidates.map((one) => one.checkDigit)
    expect(digits).toEqual(
      [...digits].sort((a, b) => ['ok', 'none', 'fails'].indexOf(a) - ['ok', 'none', 'fails'].indexOf(b)),
    )
    expect(candidates('')).toEqual([])
    expect(candidates('hello world')).toEqual([])
  })

  test('the table is whole: posts of real countries, pages over https that take the number', () => {
    for (const [country, post] of Object.entries((couriers as CourierTable).posts)) {
      expect(countryCodes).toContain(country)
      if (post.page !== undefined) expect(post.page).toMatch(/^https:\/\/.*\{number\}/)
    }
    for (const courier of couriers.couriers)
      if (courier.page !== '') expect(courier.page).toMatch(/^https:\/\/.*\{number\}/)
  })
})

const folder = new URL('../../../../shared/data/tracking/couriers/', import.meta.url)

type Kind = { name: string; validation: { checksum?: unknown }; test_numbers: { valid: string[]; invalid: string[] } }
type CourierFile = { courier_code: string; tracking_numbers: Kind[] }

describe.skipIf(!existsSync(folder))('the 280 numbers of the reference folder (skipped where it is not there)', () => {
  const kinds = readdirSync(folder)
    .filter((name) => name.endsWith('.json') && name !== 'glossary.json')
    .flatMap((name) => {
      const file = JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as CourierFile
      return file.tracking_numbers.map((kind) => ({ carrier: file.courier_code, ...kind }))
    })

  /** One stands as wrong under one kind of its carrier and as right under another: 331426749957 of Purolator. */
  const isOfAnotherKind = (carrier: string, number: string) =>
    kinds.some((kind) => kind.carrier === carrier && kind.test_numbers.valid.includes(number))

  test('every valid one has its carrier among the candidates, and its check digit is right', () => {
    const missed = kinds.flatMap(({ carrier, validation, test_numbers }) =>
      test_numbers.valid.flatMap((number) => {
        const found = recognise(number).candidates.find((one) => one.carrier === carrier)
        const isRight = found && (found.checkDigit === 'ok' || (!validation.checksum && found.checkDigit === 'none'))
        return isRight ? [] : [{ carrier, number, found: found?.checkDigit }]
      }),
    )
    expect(missed).toEqual([])
  })

  test('no invalid one passes its check', () => {
    const passed = kinds.flatMap(({ carrier, validation, test_numbers, name }) =>
      test_numbers.invalid.flatMap((number) => {
        const found = recognise(number).candidates.find((one) => one.carrier === carrier)
        const hasPassed = found?.checkDigit === 'ok' || (!validation.checksum && found?.checkDigit === 'none')
        return hasPassed && !isOfAnotherKind(carrier, number) ? [{ carrier, name, number, found }] : []
      }),
    )
    expect(passed).toEqual([])
  })

  test('all of them were looked at', () => {
    const all = kinds.flatMap(({ test_numbers }) => [...test_numbers.valid, ...test_numbers.invalid])
    expect(all.length).toBe(280)
  })
})

test('what pages hide in a number does not count; DHL Paket and its check digit', () => {
  expect(recognise('\u200b1Z5R89390357567127\u200e').candidates[0]).toMatchObject({ carrier: 'ups', checkDigit: 'ok' })
  const paket = recognise('00340434161094042557').candidates.find(({ carrier }) => carrier === 'dhl')
  expect(paket).toMatchObject({ service: 'Paket', checkDigit: 'ok' })
  const broken = recognise('340434161094042558').candidates.find(({ carrier }) => carrier === 'dhl')
  expect(broken).toMatchObject({ service: 'Paket', checkDigit: 'fails' })
})
