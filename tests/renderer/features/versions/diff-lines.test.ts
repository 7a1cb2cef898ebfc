import { expect, test } from 'vitest'
import { changedLines, wholeLines } from '#renderer/features/versions/diff-lines.ts'
import { formatFor } from '#renderer/lib/format.ts'
import { translator } from '#shared/i18n/translate.ts'

const words = (language: 'en' | 'zh-CN') => ({
  t: translator(language),
  format: formatFor(language),
  currency: { before: 'USD', after: 'JPY' },
})

test('values come in the units of their field and the currency of their side', () => {
  const changes = [
    { field: 'total', before: '1234.5', after: '150000' },
    { field: 'quantity', before: 1, after: 2.5 },
    { field: 'discountPercent', before: 0, after: 5 },
    { field: 'note', before: null, after: 'Fragile' },
    { field: 'a-field-of-tomorrow', before: 'a', after: 'b' },
  ]
  expect(changedLines(changes, words('en')).map(({ label, text }) => `${label}: ${text}`)).toEqual([
    'Total: 1,234.50 USD → 150,000 JPY',
    'Quantity: 1 → 2.5',
    'Discount: 0 % → 5 %',
    'Note: empty → Fragile',
    'a-field-of-tomorrow: a → b',
  ])
  expect(changedLines(changes.slice(1, 2), words('zh-CN'))).toEqual([
    { key: 'quantity', label: '数量', text: '1 → 2.5' },
  ])
})

test('a line that came or went tells what it says, not what it does not', () => {
  const came = [
    { field: 'sku', before: null, after: 'MUG' },
    { field: 'unitPrice', before: null, after: '120' },
    { field: 'discountPercent', before: null, after: 0 },
  ]
  expect(wholeLines(came, words('en')).map(({ text }) => text)).toEqual(['MUG', '120 JPY'])
  const went = [{ field: 'unitPrice', before: '2', after: null }]
  expect(wholeLines(went, words('en')).map(({ text }) => text)).toEqual(['2.00 USD'])
})
