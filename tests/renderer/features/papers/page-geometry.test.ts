// The page a style asks for, and what its margin boxes say.
import { expect, test } from 'vitest'
import { length, marginText, pageSize } from '#renderer/features/papers/sheets/page-geometry.ts'

test('lengths become CSS pixels; what is none counts nothing', () => {
  expect(length('96px')).toBe(96)
  expect(length('1in')).toBe(96)
  expect(length('25.4mm')).toBeCloseTo(96, 6)
  expect(length('2.54cm')).toBeCloseTo(96, 6)
  expect(length('72pt')).toBeCloseTo(96, 6)
  expect(length('0')).toBe(0)
  for (const none of ['', 'auto', 'calc(1px)', '3em', 'landscape']) expect(length(none)).toBe(0)
})

test('a size is two lengths, one, or a name, upright or turned', () => {
  const mm = (width: number, height: number) => ({ width: length(`${width}mm`), height: length(`${height}mm`) })
  expect(pageSize('A4')).toEqual(mm(210, 297))
  expect(pageSize('a4 landscape')).toEqual(mm(297, 210))
  expect(pageSize('landscape A4')).toEqual(mm(297, 210))
  expect(pageSize('letter')).toEqual({ width: 816, height: 1056 })
  expect(pageSize('60mm 40mm')).toEqual(mm(60, 40))
  expect(pageSize('50mm')).toEqual(mm(50, 50))
  expect(pageSize('auto')).toBeNull()
  expect(pageSize('')).toBeNull()
})

test('a margin box joins its strings and counters', () => {
  expect(marginText('counter(page) " / " counter(pages)', 2, 7)).toBe('2 / 7')
  expect(marginText("'第 ' counter(page) ' 页，共 ' counter(pages) ' 页'", 1, 3)).toBe('第 1 页，共 3 页')
  expect(marginText('"PI-2026-0001 · counter(page)"', 1, 1)).toBe('PI-2026-0001 · counter(page)')
  expect(marginText('counter(page, decimal)', 4, 9)).toBe('4')
  expect(marginText('none', 1, 1)).toBeNull()
  expect(marginText('', 1, 1)).toBeNull()
  expect(marginText('""', 1, 1)).toBe('')
})

test('escapes in a string are read as CSS reads them', () => {
  expect(marginText(String.raw`"say \"yes\" \\ \41  \4e2d 文"`, 1, 1)).toBe('say "yes" \\ A 中文')
})
