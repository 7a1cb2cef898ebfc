import { expect, test } from 'vitest'
import { closeness, closenessOf } from '#main/domain/search/match-record.ts'
import { linesOf } from '#main/domain/search/record-text.ts'
import { readQuery } from '#main/domain/search/search-query.ts'

const finds = (phone: string, query: string) =>
  closenessOf(linesOf('phone', phone), readQuery(query)) !== closeness.none

test.each([
  '4930',
  '+4930',
  '+49 30 123',
  '4930123456',
  '03012345678',
  '030 123 456',
  '+49 (0)30 123-456 78',
  '12345678',
])('a phone number with its trunk zero in brackets is found by %s', (query) => {
  expect(finds('+49 (0)30 123-456 78', query)).toBe(true)
  expect(finds('+49（０）30 123-456 78', query)).toBe(true)
})

test('other brackets belong to the number, and a zero alone is no number without digits', () => {
  expect(finds('+86 (21) 5512-7788', '862155')).toBe(true)
  expect(finds('+86 (21) 5512-7788', '8655')).toBe(false)
  expect(linesOf('phone', '(0)')).not.toBe('')
})
