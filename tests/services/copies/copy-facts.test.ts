import { expect, test } from 'vitest'
import { copyFacts } from '#main/services/copies/copy-facts.ts'
import { countLeftOut } from '#main/services/copies/leave-out-contents.ts'
import { markedBook } from '#tests/support/marked-book.ts'
import { testBook } from '#tests/support/test-book.ts'

test('an empty book has its name and no files', () => {
  expect(testBook().read(copyFacts)).toMatchObject({
    companyName: 'Test Trading',
    files: 0,
    fileBytes: 0,
    filesLeftOut: 0,
  })
  expect(testBook().read(countLeftOut)).toBe(0)
})

test('files count with what they hold', () => {
  const facts = markedBook().read(copyFacts)
  expect(facts.files).toBe(1)
  expect(facts.bytes).toBeGreaterThan(facts.fileBytes)
})
