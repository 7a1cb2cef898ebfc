// What a row of a form is compared by, so that a key in one row of hundreds redraws one.
import { describe, expect, test } from 'vitest'
import { looksSame, rowErrors } from '#renderer/ui/record-form/form-rows.ts'

describe('a row looks the same', () => {
  const change = () => undefined
  const row = (note: string) => ({
    index: 1,
    change,
    errors: '{}',
    row: { key: 'a', note, inside: [{ id: 1, qty: '2' }] },
  })

  test('when what it holds reads the same, though the form made it anew', () => {
    expect(looksSame(row('x'), row('x'))).toBe(true)
  })

  test('not when a field, a problem or its place is another', () => {
    expect(looksSame(row('x'), row('y'))).toBe(false)
    expect(looksSame(row('x'), { ...row('x'), errors: '{"note":"?"}' })).toBe(false)
    expect(looksSame(row('x'), { ...row('x'), index: 2 })).toBe(false)
  })

  test('not when what is no data is another, however alike it reads', () => {
    expect(looksSame({ names: new Map([[1, 'a']]) }, { names: new Map([[1, 'b']]) })).toBe(false)
    expect(looksSame({ change }, { change: () => undefined })).toBe(false)
  })
})

test('the problems of a row are those under its path alone', () => {
  const errors = { 'parcels.1.gross': 'too heavy', 'parcels.10.gross': 'other', 'lines.1.quantity': 'other' }
  expect(JSON.parse(rowErrors(errors, 'parcels.1'))).toEqual({ gross: 'too heavy' })
  expect(rowErrors(errors, 'parcels.2')).toBe('{}')
})
