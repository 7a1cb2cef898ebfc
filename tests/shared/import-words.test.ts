// Everything that an import can expect of a cell has words in both languages.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import english from '#shared/i18n/en/import.json' with { type: 'json' }
import chinese from '#shared/i18n/zh-CN/import.json' with { type: 'json' }

const folder = fileURLToPath(new URL('../../main/services/import', import.meta.url))
const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .map((name) => readFileSync(join(folder, name), 'utf8'))
const inCalls = sources.flatMap((text) =>
  [...text.matchAll(/problem\([^()]*(?:\([^()]*\)[^()]*)*,\s*'([a-z-]+)'\)/g)].map((match) => match[1] ?? ''),
)
const inObjects = sources.flatMap((text) => [...text.matchAll(/expected: '([a-z-]+)'/g)].map((match) => match[1] ?? ''))
const named = [...new Set([...inCalls, ...inObjects])].sort()

test('there is something to say', () => {
  expect(named.length).toBeGreaterThan(12)
})

test.each(named)('%s', (code) => {
  expect(english.expected).toHaveProperty([code])
  expect(chinese.expected).toHaveProperty([code])
})
