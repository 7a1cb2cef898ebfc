import { expect, test } from 'vitest'
import { checkBook } from '#main/services/book/check-book.ts'
import {
  addSpecialDays,
  editSpecialDays,
  listSpecialDays,
  namedDays,
  pasteSpecialDays,
  previewSpecialDays,
  removeSpecialDays,
} from '#main/services/book/special-days.ts'
import { workingCalendar } from '#main/services/book/working-calendar.ts'
import { asDay } from '#shared/dates.ts'
import { specialDaysInput } from '#shared/schemas/special-days.ts'
import { type TestBook, testBook } from '#tests/support/test-book.ts'

const add = (book: TestBook, from: string, to: string, name: string, isWorking = false) =>
  book.write((tx) => addSpecialDays(tx, specialDaysInput.parse({ from, to, name, isWorking })))
const list = (book: TestBook) =>
  book.read(listSpecialDays).map(({ on, isWorking, name }) => `${on} ${isWorking ? 'worked' : 'off'} ${name}`)

test('an empty book works by the week', () => {
  const book = testBook()
  expect(list(book)).toEqual([])
  const calendar = book.read(workingCalendar)
  expect(calendar.isWorkingDay(asDay('2026-11-20'))).toBe(true)
  expect(calendar.isWorkingDay(asDay('2026-11-21'))).toBe(false)
  expect(book.read((db) => previewSpecialDays(db, ''))).toEqual({ rows: [], refused: [], refusedCount: 0 })
})

test('the last day that the calendar has can be special', () => {
  const book = testBook()
  expect(add(book, '9999-12-30', '9999-12-31', 'The end')).toEqual({ added: 2, changed: 0, unchanged: 0 })
  expect(book.read((db) => previewSpecialDays(db, '9999-12-31 Over')).rows).toHaveLength(1)
})

test('a span of holidays with a Saturday worked in exchange moves what is counted in working days', () => {
  const book = testBook()
  expect(add(book, '2026-10-01', '2026-10-07', 'National Day')).toEqual({ added: 7, changed: 0, unchanged: 0 })
  expect(add(book, '2026-10-10', '2026-10-10', 'National Day', true)).toEqual({ added: 1, changed: 0, unchanged: 0 })
  const calendar = book.read(workingCalendar)
  expect(calendar.addWorkingDays(asDay('2026-09-30'), 3)).toBe('2026-10-10')
  expect(calendar.nextWorkingDay(asDay('2026-10-01'))).toBe('2026-10-08')
  expect(calendar.workingDaysBetween(asDay('2026-09-30'), asDay('2026-10-12'))).toBe(4)
  const names = book.read((db) => namedDays(db, { from: asDay('2026-10-07'), to: asDay('2026-10-31') }))
  expect([...names]).toEqual([
    ['2026-10-07', 'National Day'],
    ['2026-10-10', 'National Day'],
  ])
})

test('a day that is special already becomes what is said last; one row a day', () => {
  const book = testBook()
  add(book, '2026-10-01', '2026-10-02', 'National Day')
  expect(add(book, '2026-10-02', '2026-10-03', 'Mid-autumn')).toEqual({ added: 1, changed: 1, unchanged: 0 })
  expect(add(book, '2026-10-02', '2026-10-03', 'Mid-autumn')).toEqual({ added: 0, changed: 0, unchanged: 2 })
  expect(list(book)).toEqual(['2026-10-01 off National Day', '2026-10-02 off Mid-autumn', '2026-10-03 off Mid-autumn'])
})

test('one is changed or removed; a taken day and a day that is gone are refused', () => {
  const book = testBook()
  add(book, '2026-10-01', '2026-10-03', 'National Day')
  const [first, second, third] = book.read(listSpecialDays)
  if (!first || !second || !third) throw new Error('no days')
  const moved = specialDaysInput.parse({ from: '2026-10-09', to: '2026-10-09', isWorking: true, name: 'In exchange' })
  book.write((tx) => editSpecialDays(tx, [third.id], moved))
  expect(() => book.write((tx) => editSpecialDays(tx, [first.id], moved))).toThrow('book/special-day-taken')
  book.write((tx) => removeSpecialDays(tx, [first.id, second.id]))
  expect(list(book)).toEqual(['2026-10-09 worked In exchange'])
  expect(() => book.write((tx) => removeSpecialDays(tx, [third.id, first.id]))).toThrow('book/special-day-not-found')
  expect(() => book.write((tx) => editSpecialDays(tx, [first.id], moved))).toThrow('book/special-day-not-found')
  expect(list(book)).toHaveLength(1)
  expect(book.read(checkBook).problems).toEqual([])
})

test('a span is moved, made longer and shorter as one', () => {
  const book = testBook()
  add(book, '2026-10-01', '2026-10-03', 'National Day')
  const ids = () => book.read(listSpecialDays).map((day) => day.id)
  const before = ids()
  const change = (from: string, to: string) =>
    book.write((tx) => editSpecialDays(tx, ids(), specialDaysInput.parse({ from, to, name: 'Holiday' })))
  change('2026-10-02', '2026-10-05')
  expect(list(book)).toEqual(['02', '03', '04', '05'].map((day) => `2026-10-${day} off Holiday`))
  expect(ids().slice(0, 3)).toEqual(before)
  change('2026-10-05', '2026-10-05')
  expect(list(book)).toEqual(['2026-10-05 off Holiday'])
  expect(book.read(checkBook).problems).toEqual([])
})

test('the dry run tells what pasting then does', () => {
  const book = testBook()
  add(book, '2026-10-01', '2026-10-01', 'National Day')
  add(book, '2026-10-02', '2026-10-02', 'Something else')
  const text = '2026-10-01..2026-10-03\tNational Day\toff\n2026-10-10\tNational Day\tworking\nno day here'
  const preview = book.read((db) => previewSpecialDays(db, text))
  expect(preview.rows.map(({ on, effect, line }) => [on, effect, line])).toEqual([
    ['2026-10-01', 'unchanged', 1],
    ['2026-10-02', 'changed', 1],
    ['2026-10-03', 'added', 1],
    ['2026-10-10', 'added', 2],
  ])
  expect(preview.refused).toEqual([{ line: 3, text: 'no day here', expected: 'day' }])
  expect(list(book)).toHaveLength(2)
  expect(book.write((tx) => pasteSpecialDays(tx, text))).toMatchObject({ added: 2, changed: 1, unchanged: 1 })
  expect(list(book)).toEqual([
    '2026-10-01 off National Day',
    '2026-10-02 off National Day',
    '2026-10-03 off National Day',
    '2026-10-10 worked National Day',
  ])
})

test('spans end after they begin, and end at all', () => {
  expect(specialDaysInput.safeParse({ from: '2026-10-02', to: '2026-10-01' }).success).toBe(false)
  expect(specialDaysInput.safeParse({ from: '2026-10-02', to: '2036-10-01' }).success).toBe(false)
})
