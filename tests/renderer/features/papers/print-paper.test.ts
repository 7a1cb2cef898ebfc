// What may go to the printer: only the page that was asked for.
import { expect, test } from 'vitest'
import { printable } from '#renderer/features/papers/print-paper.ts'

test('the page before, still shown while the next is made or has failed, does not go out', () => {
  const data = { html: '<p>2 pieces</p>', title: 'CI' }
  expect(printable({ data, isStale: false })).toBe(data)
  expect(printable({ data, isStale: true })).toBeUndefined()
  expect(printable({ data: undefined, isStale: false })).toBeUndefined()
})
