// Copies from the command line: plain, under a passphrase and back, redacted.
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { run, typeIn } from '#tests/support/typed-command.ts'

const folder = mkdtempSync(join(tmpdir(), 'quayside-cli-'))
const at = (name: string) => join(folder, name)

beforeAll(async () => {
  typeIn(folder)
  await run('new', 'book.quay', '--currency', 'USD', '--person', 'Mei Tanaka')
  const customer = JSON.stringify({ name: 'Ottoline Ravensworth', roles: ['customer'] })
  expect((await run('call', 'book.quay', 'parties.add', customer)).code).toBe(0)
})
afterAll(() => {
  vi.unstubAllEnvs()
  rmSync(folder, { recursive: true, force: true })
})

test('a plain copy, which is there and checks', async () => {
  expect(await run('export', 'book.quay', 'copy.quay')).toMatchObject({ code: 0, err: '' })
  expect((await run('check', 'copy.quay')).code).toBe(0)
  const again = await run('export', 'book.quay', 'copy.quay', '--json')
  expect([again.code, JSON.parse(again.out).error.code]).toEqual([1, 'copies/exists'])
  expect((await run('export', 'book.quay', 'copy.quay', '--replace')).code).toBe(0)
})

test('under a passphrase, and back', { timeout: 120_000 }, async () => {
  writeFileSync(at('word.txt'), 'quiet harbours\nnot this line\n')
  writeFileSync(at('other.txt'), 'loud harbours')
  const made = await run('export', 'book.quay', 'copy.quay.age', '--encrypt', '--passphrase-file', 'word.txt', '--json')
  expect(JSON.parse(made.out)).toMatchObject({ file: 'copy.quay.age', isEncrypted: true })
  const wrong = await run('decrypt', 'copy.quay.age', 'back.quay', '--passphrase-file', 'other.txt', '--json')
  expect([wrong.code, JSON.parse(wrong.out).error.code]).toEqual([1, 'copies/wrong-passphrase'])
  expect(existsSync(at('back.quay'))).toBe(false)
  expect((await run('decrypt', 'copy.quay.age', 'back.quay', '--passphrase-file', 'word.txt')).code).toBe(0)
  expect((await run('check', 'back.quay')).code).toBe(0)
})

test('redacted: the name is nowhere in the file, and the report says what was looked for', async () => {
  const made = await run('export', 'book.quay', 'redacted.quay', '--redact', 'personal,costs', '--json')
  const { proof, redact } = JSON.parse(made.out)
  expect(redact).toEqual(['personal', 'costs'])
  expect(proof.texts).toBeGreaterThanOrEqual(2)
  expect(readFileSync(at('redacted.quay')).includes('Ravensworth')).toBe(false)
  expect((await run('check', 'redacted.quay')).code).toBe(0)
})

test('what cannot be meant is said, and nothing is made', async () => {
  expect((await run('export', 'book.quay', 'x.quay', '--redact', 'names')).code).toBe(2)
  expect((await run('export', 'book.quay', 'x.quay', '--encrypt')).code).toBe(2)
  expect((await run('export', 'book.quay')).code).toBe(2)
  expect((await run('decrypt', 'book.quay', 'x.quay')).code).toBe(2)
  writeFileSync(at('empty.txt'), '\n')
  const empty = await run('export', 'book.quay', 'x.quay', '--encrypt', '--passphrase-file', 'empty.txt', '--json')
  expect(JSON.parse(empty.out).error.code).toBe('copies/no-passphrase')
  expect(existsSync(at('x.quay'))).toBe(false)
})
