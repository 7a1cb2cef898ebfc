import { readFileSync, writeFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { tableTypes } from '#tests/support/table-types.ts'
import { testBook } from '#tests/support/test-book.ts'

const file = new URL('../../main/db/tables.ts', import.meta.url)

test('main/db/tables.ts says what the migrations make', () => {
  const expected = tableTypes(testBook().connection)
  if (process.env.UPDATE_TABLE_TYPES === '1') writeFileSync(file, expected)
  expect(readFileSync(file, 'utf8')).toBe(expected)
})
