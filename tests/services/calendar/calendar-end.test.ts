import { expect, test } from 'vitest'
import { calendarRange } from '#main/services/calendar/calendar-queries.ts'
import { calendarInput } from '#shared/schemas/calendar.ts'
import { testBook } from '#tests/support/test-book.ts'

test('the last days that the calendar has are days like any others', () => {
  const input = calendarInput.parse({ from: '9999-12-25', to: '9999-12-31' })
  const { days } = testBook().read((db) => calendarRange(db, input))
  expect(days.map(({ on }) => on).slice(-2)).toEqual(['9999-12-30', '9999-12-31'])
  expect(days).toHaveLength(7)
})
