import { expect, test } from 'vitest'
import { countOf, documentNumber, numberPrefix } from '#main/domain/orders/document-number.ts'

test('numbers carry kind, year and the copy’s letters', () => {
  expect(documentNumber(numberPrefix('SO', '2026', ''), 1)).toBe('SO-2026-0001')
  expect(documentNumber(numberPrefix('SO', '2026', 'QKD'), 12)).toBe('SO-2026-QKD-0012')
  expect(documentNumber(numberPrefix('SO', '2026', ''), 12345)).toBe('SO-2026-12345')
})

test('only digits after the prefix count', () => {
  const prefix = numberPrefix('SO', '2026', '')
  expect(countOf(prefix, 'SO-2026-0042')).toBe(42)
  for (const other of ['SO-2026-QKD-0042', 'SO-2025-0042', 'SO-2026-', 'SO-2026-4x', 'PO-1']) {
    expect(countOf(prefix, other)).toBeNull()
  }
})
