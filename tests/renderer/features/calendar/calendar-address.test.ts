import { expect, test } from 'vitest'
import { readCalendarAddress, stateOfAddress, toggledKinds } from '#renderer/features/calendar/calendar-address.ts'
import { asDay } from '#shared/dates.ts'
import { usualKinds } from '#shared/schemas/calendar.ts'

const today = asDay('2026-11-22')

test('what an address does not say is this month, today, everything', () => {
  expect(stateOfAddress(readCalendarAddress({}), today)).toEqual({ view: 'month', on: today, kinds: [] })
})

test('what is not understood is left out', () => {
  expect(readCalendarAddress({ view: 'year', on: '2026-02-30', kinds: 'task~moon~paper' })).toEqual({
    kinds: 'task~paper',
  })
})

test('kinds are ticked one by one; the usual ones, or none, are said as none', () => {
  const others = usualKinds.filter((kind) => kind !== 'task')
  expect(toggledKinds([], 'task')).toBe(others.join('~'))
  expect(toggledKinds(['task'], 'paper')).toBe('task~paper')
  expect(toggledKinds(['task'], 'task')).toBe('')
  expect(toggledKinds(others, 'task')).toBe('')
  expect(toggledKinds([], 'customerHoliday')).toBe([...usualKinds, 'customerHoliday'].join('~'))
  expect(toggledKinds([...usualKinds, 'customerHoliday'], 'customerHoliday')).toBe('')
})
