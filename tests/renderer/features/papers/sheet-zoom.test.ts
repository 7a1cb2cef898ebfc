// How large a sheet is shown.
import { expect, test } from 'vitest'
import { nextZoom, scaleOf } from '#renderer/features/papers/sheets/sheet-zoom.ts'

const a4 = { width: 794, height: 1123 }

test('fits the width, or the whole page', () => {
  expect(scaleOf('width', a4, { width: 397, height: 2000 })).toBe(0.5)
  expect(scaleOf('page', a4, { width: 794, height: 561.5 })).toBe(0.5)
  expect(scaleOf('page', a4, { width: 397, height: 1123 })).toBe(0.5)
})

test('a label is not blown up to a poster, and nothing shrinks to nothing', () => {
  expect(scaleOf('width', { width: 227, height: 151 }, { width: 1200, height: 800 })).toBe(2)
  expect(scaleOf('width', a4, { width: 20, height: 20 })).toBe(0.25)
  expect(scaleOf('width', a4, { width: 0, height: 0 })).toBe(1)
})

test('a chosen scale holds whatever the room', () => {
  expect(scaleOf(1.25, a4, { width: 100, height: 100 })).toBe(1.25)
})

test('steps go up and down from any scale, and end', () => {
  expect(nextZoom(1, 1)).toBe(1.1)
  expect(nextZoom(1, -1)).toBe(0.9)
  expect(nextZoom(0.93, 1)).toBe(1)
  expect(nextZoom(0.93, -1)).toBe(0.9)
  expect(nextZoom(3, 1)).toBe(3)
  expect(nextZoom(0.25, -1)).toBe(0.25)
})
