// Whether to build again is a question of what the sources say, not of when they were touched.
import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { sourcesHash } from '../../scripts/build.mjs'

const folder = mkdtempSync(path.join(tmpdir(), 'quayside-build-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

beforeEach(() => {
  rmSync(folder, { recursive: true, force: true })
  for (const name of ['main/db', 'shared', 'tests']) mkdirSync(path.join(folder, name), { recursive: true })
  writeFileSync(path.join(folder, 'main/db/a.ts'), 'a')
  writeFileSync(path.join(folder, 'shared/b.ts'), 'b')
  writeFileSync(path.join(folder, 'package.json'), '{}')
})

const changes = {
  'a changed line': () => writeFileSync(path.join(folder, 'main/db/a.ts'), 'aa'),
  'a new file': () => writeFileSync(path.join(folder, 'shared/c.ts'), ''),
  'a file gone': () => rmSync(path.join(folder, 'shared/b.ts')),
  'a file under another name': () => {
    rmSync(path.join(folder, 'shared/b.ts'))
    writeFileSync(path.join(folder, 'shared/c.ts'), 'b')
  },
  'other dependencies': () => writeFileSync(path.join(folder, 'package.json'), '{"dependencies":{}}'),
}

test.each(Object.entries(changes))('%s counts', (_, change) => {
  const before = sourcesHash(folder)
  change()
  expect(sourcesHash(folder)).not.toBe(before)
})

test('a touched file and a changed test do not', () => {
  const before = sourcesHash(folder)
  utimesSync(path.join(folder, 'main/db/a.ts'), 1, 1)
  writeFileSync(path.join(folder, 'tests/x.test.ts'), 'x')
  expect(sourcesHash(folder)).toBe(before)
})
