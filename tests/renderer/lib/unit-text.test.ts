// A quantity with its unit in the words of the screen's language.
import { expect, test } from 'vitest'
import { formatFor } from '#renderer/lib/format.ts'
import { quantityText, unitText } from '#renderer/lib/unit-text.ts'

test.each([
  [1200, 'pcs', '1,200 pcs', '1,200 件'],
  [1, 'sets', '1 set', '1 套'],
  ['-1', 'pcs', '-1 pc', '-1 件'],
  [2, '套', '2 sets', '2 套'],
  [2, 'skein', '2 skein', '2 skein'],
  [2, 'constructor', '2 constructor', '2 constructor'],
  [2, '', '2', '2'],
] as const)('%s %s', (quantity, unit, english, chinese) => {
  expect(quantityText(formatFor('en'), quantity, unit)).toBe(english)
  expect(quantityText(formatFor('zh-CN'), quantity, unit)).toBe(chinese)
})

test('the word alone, beside its figure', () => {
  expect(unitText(formatFor('en'), 'pieces', 1)).toBe('pc')
  expect(unitText(formatFor('zh-CN'), 'pieces', 1)).toBe('件')
})
