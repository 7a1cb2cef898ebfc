// Two copies brought together from the command line.
import { createHash } from 'node:crypto'
import { copyFileSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { openBook } from '#main/db/book.ts'
import { transientMemory } from '#main/db/machine-memory.ts'
import type { Instant } from '#shared/dates.ts'
import { run, typeIn } from '#tests/support/typed-command.ts'

const folder = mkdtempSync(join(tmpdir(), 'quayside-cli-'))
const at = (name: string) => join(folder, name)

beforeAll(async () => {
  typeIn(folder)
  await run('new', 'mei.quay', '--currency', 'USD', '--person', 'Mei Tanaka')
  await run('call', 'mei.quay', 'products.add', JSON.stringify({ sku: 'A', nameEn: 'Chair' }))
  copyFileSync(at('mei.quay'), at('li.quay'))
  for (const copy of ['mei', 'li']) await run('call', `${copy}.quay`, 'products.add', JSON.stringify({ sku: 'TWICE' }))
})
afterAll(() => {
  vi.unstubAllEnvs()
  rmSync(folder, { recursive: true, force: true })
})

test('a dry run says what would come and writes nothing', async () => {
  const tried = await run('merge', 'mei.quay', 'li.quay', '--dry-run')
  expect(tried).toMatchObject({ code: 0, err: '' })
  expect(tried.out).toContain('1 changes that are new here, 1 that are new there')
  expect(tried.out).toContain('product: 1 new there, 1 new here')
  expect(tried.out).toContain('to mend: products/same-sku: 1')
  expect(tried.out).toContain('Nothing was written.')
})

test('an encrypted copy needs its passphrase', { timeout: 120_000 }, async () => {
  writeFileSync(at('word.txt'), 'quiet harbours at dawn')
  await run('export', 'li.quay', 'li.quay.age', '--encrypt', '--passphrase-file', 'word.txt')
  const without = await run('merge', 'mei.quay', 'li.quay.age', '--dry-run', '--json')
  expect([without.code, JSON.parse(without.out).error.code]).toEqual([1, 'merge/needs-passphrase'])
  const tried = await run('merge', 'mei.quay', 'li.quay.age', '--dry-run', '--passphrase-file', 'word.txt', '--json')
  expect(JSON.parse(tried.out)).toMatchObject({ report: { isEncrypted: true, changes: { theirs: 1 } }, result: null })
})

test('files that a copy was made without come from the other, which has nothing else that is new', async () => {
  await run('new', 'full.quay', '--currency', 'USD', '--person', 'Mei Tanaka')
  const content = Buffer.from('a certificate')
  const book = await openBook(at('full.quay'), { memory: transientMemory(), clock: () => Date.now() as Instant })
  const hash = createHash('sha256').update(content).digest('hex')
  const row = { hash, media_type: 'text/plain', name: 'c.txt', size: content.byteLength, content }
  book.writer.write('test.attach', null, (tx) => tx.insert('attachments', row))
  book.close()
  await run('export', 'full.quay', 'light.quay', '--without-attachments')
  const kept = () => {
    const file = new Sqlite(at('light.quay'), { readonly: true })
    const found = file.prepare('SELECT content FROM attachments').pluck().get()
    file.close()
    return found
  }
  expect(kept()).toHaveLength(0)
  expect((await run('merge', 'light.quay', 'full.quay', '--dry-run')).out).toContain('nothing new')
  expect(kept()).toHaveLength(0)
  expect((await run('merge', 'light.quay', 'full.quay')).code).toBe(0)
  expect(kept()).toEqual(content)
})

test('it is brought in behind a backup, and then there is nothing new', async () => {
  const done = await run('merge', 'mei.quay', 'li.quay', '--choose', 'ours', '--json')
  const { result } = JSON.parse(done.out)
  expect(result).toMatchObject({ changes: 1, clashes: [{ rule: 'products/same-sku', count: 1 }] })
  expect(readdirSync(at('mei.quay-backups'))).toContain(result.backupName)
  expect((await run('check', 'mei.quay')).code).toBe(0)
  expect((await run('merge', 'mei.quay', 'li.quay')).out).toContain('There is nothing new to bring in.')
})

test.each([
  [['li.quay', '--choose', 'mine'], 'cli/usage'],
  [['mei.quay'], 'merge/same-file'],
  [['nowhere.quay'], 'merge/not-found'],
  [['word.txt'], 'book/not-a-book'],
])('%j is refused', async (args, code) => {
  const done = await run('merge', 'mei.quay', ...args, '--json')
  expect([done.code, JSON.parse(done.out).error.code]).toEqual([code === 'cli/usage' ? 2 : 1, code])
})

test('another book is refused', async () => {
  await run('new', 'other.quay', '--currency', 'USD', '--person', 'Mei Tanaka')
  const done = await run('merge', 'mei.quay', 'other.quay', '--json')
  expect(JSON.parse(done.out).error.code).toBe('merge/another-book')
})
