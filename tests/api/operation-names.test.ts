// What only reads is a query; operations are called after the procedure that runs them, and have a name in the history of both languages.
import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import english from '#shared/i18n/en/history.json' with { type: 'json' }
import chinese from '#shared/i18n/zh-CN/history.json' with { type: 'json' }

const folder = new URL('../../main/api/', import.meta.url)
const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'))
const sources = files.map((file) => readFileSync(new URL(file, folder), 'utf8'))
const names = sources.flatMap((text) =>
  [...text.matchAll(/ctx\.write(?:Undoable)?\(\s*'([^']+)'/g)].map(([, name = '']) => name),
)

// They write what no log tells of.
const ofThisCopy = new Set([
  'records.opened',
  'grid.keep',
  'drafts.keep',
  'drafts.drop',
  'forecasts.keep',
  'views.setDefault',
  'merges.seeUnwritten',
])

test('there are some, all written as feature.verb', () => {
  expect(names.length).toBeGreaterThan(40)
  expect(names.filter((name) => !/^[a-z]+(?:\.[a-z][A-Za-z]*)+$/.test(name))).toEqual([])
})

test.each([
  ['en', english],
  ['zh-CN', chinese],
] as const)('the history has a name for each in %s', (_language, { operations }) => {
  const unnamed = names.filter((name) => !ofThisCopy.has(name) && !(name.replaceAll('.', '_') in operations))
  expect(unnamed).toEqual([])
})

test('nothing that only reads waits for the writer', () => {
  const reading = sources.flatMap((text) => text.match(/\.mutation\(\(\{[^}]*\}\) =>\s*ctx\.read\(.*/g) ?? [])
  expect(reading).toEqual([])
})
