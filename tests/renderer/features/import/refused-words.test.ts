// Every reason for refusing a row has a sentence in both languages.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { expectedWords } from '#renderer/features/import/refused-words.ts'
import { english } from '#shared/i18n/english.ts'
import { languages, translator } from '#shared/i18n/translate.ts'

const root = new URL('../../../../', import.meta.url).pathname
const t = translator('en')

/** Codes as the source writes them: `expected: 'rate'`, `problem(field, value, 'known-order')`, shapes of records. */
function codesInSource(): string[] {
  const folders = ['main/domain/import', 'main/services/import']
  const files = folders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((name) => join(root, folder, name)),
  )
  const text = files
    .filter((file) => file.endsWith('.ts'))
    .map((file) => readFileSync(file, 'utf8'))
    .join('\n')
  const found = [
    ...text.matchAll(/expected: '([a-z-]+)'/g),
    ...text.matchAll(/problem\([^()]*(?:\([^()]*\)[^()]*)*, '([a-z-]+)'\)/g),
    ...text.matchAll(/RecordProblem = '([a-z-]+)'/g),
    ...text.matchAll(/problem: '([a-z-]+)'/g),
  ]
  return [...new Set(found.map(([, code]) => code ?? ''))]
}

describe.each(languages)('in %s', (language) => {
  test('each reason that the import gives has its own sentence', () => {
    const say = translator(language)
    const codes = [...codesInSource(), 'day-dmy', 'day-mdy', 'day-ymd', 'number-with-comma', 'cells:11']
    expect(codes.length).toBeGreaterThan(20)
    const unknown = codes.filter(
      (code) => expectedWords(say, { expected: code, value: '' }) === say('import.expected.unknown', { code }),
    )
    expect(unknown).toEqual([])
  })
})

test('too few cells are said with both numbers', () => {
  expect(expectedWords(t, { expected: 'cells:11', value: '9' })).toBe('11 cells as in the header; this row has 9')
})

test('a reason that is not known is said by its code, never swallowed', () => {
  expect(expectedWords(t, { expected: 'moon-phase', value: '' })).toContain('moon-phase')
  expect(Object.keys(english.import.expected)).not.toContain('moon-phase')
})
