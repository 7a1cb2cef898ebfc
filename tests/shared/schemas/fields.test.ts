import { describe, expect, test } from 'vitest'
import type { z } from 'zod'
import english from '#shared/i18n/en/fields.json' with { type: 'json' }
import { countryField, percentField, planDayField } from '#shared/schemas/fields.ts'
import { abcInput, abcItemInput } from '#shared/schemas/insights.ts'
import { overviewInput } from '#shared/schemas/overview.ts'
import { replenishmentOfInput } from '#shared/schemas/replenishment.ts'

const problems = (schema: z.ZodType, value: unknown) =>
  schema.safeParse(value).error?.issues.map(({ path, message }) => [path.join('.'), message]) ?? []

test('a country is one there is, or none', () => {
  for (const code of ['de', ' TW ', 'XK', '']) expect(countryField.parse(code)).toBe(code.trim().toUpperCase())
  for (const code of ['XX', 'ZZ', 'UK', 'DEU', 'Germany'])
    expect(problems(countryField, code)).toEqual([['', 'country']])
})

test('plans start from a day with years on both sides of it in the calendar', () => {
  for (const day of ['1900-01-01', '2026-11-23', '2999-12-31']) expect(planDayField.parse(day)).toBe(day)
  for (const day of ['0001-01-01', '9999-12-31']) {
    expect(problems(replenishmentOfInput, { productId: 1, on: day })).toEqual([['on', 'day_range']])
  }
  expect(english.errors.day_range).toMatch(/\w/)
})

test('a percentage has four decimals at most', () => {
  for (const percent of [0, 13, 33.3333, 0.0001, 99.9999, 100]) expect(percentField.parse(percent)).toBe(percent)
  for (const percent of [33.33333, 0.00001, 12.00005]) {
    expect(problems(percentField, percent)).toEqual([['', 'ten_thousandths']])
  }
})

describe('a window of days', () => {
  test.each<[string, z.ZodType, object]>([
    ['insights.abc', abcInput, { basis: 'revenue' }],
    ['insights.abcItem', abcItemInput, { basis: 'revenue', productId: 1 }],
    ['insights.overview', overviewInput, {}],
  ])('of %s does not end before it begins', (_, schema, question) => {
    const window = (from?: string, to?: string) =>
      problems(schema, { ...question, ...(from && { from }), ...(to && { to }) })
    expect(window('2026-03-02', '2026-03-01')).toEqual([['to', 'day_order']])
    expect(english.errors.day_order).toMatch(/\w/)
    for (const [from, to] of [['2026-03-01', '2026-03-01'], ['2026-03-01'], [undefined, '2026-03-01'], []]) {
      expect(window(from, to)).toEqual([])
    }
  })
})
