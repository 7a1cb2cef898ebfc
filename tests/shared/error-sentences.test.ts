// Every failure the program can name has a sentence in both languages, with the same details filled in.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import english from '#shared/i18n/en/errors.json' with { type: 'json' }
import chinese from '#shared/i18n/zh-CN/errors.json' with { type: 'json' }

const main = fileURLToPath(new URL('../../main', import.meta.url))
const sources = readdirSync(main, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .map((name) => readFileSync(join(main, name), 'utf8'))
const thrown = sources.flatMap((text) => [...text.matchAll(/AppError\(\s*'([^']+)'/g)].map((match) => match[1] ?? ''))
const codes = [...new Set(thrown)].sort()

test('there are failures to speak of', () => {
  expect(codes.length).toBeGreaterThan(40)
})

test.each(codes)('%s', (code) => {
  const said: Readonly<Record<string, string>> = english
  const saidInChinese: Readonly<Record<string, string>> = chinese
  expect(said[code]).toMatch(/\w/)
  expect(saidInChinese[code]).toMatch(/\p{Script=Han}/u)
  const blanks = (text: string | undefined) =>
    [...(text ?? '').matchAll(/\{\{(\w+)\}\}/g)].map((match) => match[1]).sort()
  expect(blanks(saidInChinese[code])).toEqual(blanks(said[code]))
})
