// backup, restore and rescue as they are typed.
import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { afterAll, afterEach, beforeEach, expect, test, vi } from 'vitest'
import { run, typeIn } from '#tests/support/typed-command.ts'

const root = mkdtempSync(join(tmpdir(), 'quayside-cli-'))
afterAll(() => rmSync(root, { recursive: true, force: true }))

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(root, 'case-'))
  typeIn(folder)
})
afterEach(() => {
  vi.unstubAllEnvs()
  vi.restoreAllMocks()
})

const add = (sku: string) => run('call', 'a.quay', 'products.add', JSON.stringify({ sku }))
const products = async (book: string) => JSON.parse((await run('check', book, '--json')).out).counts.products

test('a backup lies beside the book or where it was said, and comes back with the present kept', async () => {
  await run('new', 'a.quay', '--currency', 'USD', '--person', 'Mei')
  await add('A')
  expect((await run('backup', 'a.quay')).code).toBe(0)
  const beside = readdirSync(join(folder, 'a.quay-backups'))
  expect(beside).toEqual([expect.stringMatching(/^a \d{4}-\d\d-\d\d \d\d-\d\d-\d\dZ by-hand\.quay$/)])
  expect((await run('backup', 'a.quay', 'kept.quay')).code).toBe(0)
  expect((await run('backup', 'a.quay', 'kept.quay')).err).toContain('already')
  await add('B')
  const { code, out } = await run('restore', 'a.quay', 'kept.quay', '--json')
  expect(code).toBe(0)
  expect(await products('a.quay')).toBe(1)
  expect((await run('restore', 'a.quay', JSON.parse(out).kept)).code).toBe(0)
  expect(await products('a.quay')).toBe(2)
})

test('what is no backup of the book is refused, and the book is left alone', async () => {
  await run('new', 'a.quay', '--currency', 'USD', '--person', 'Mei')
  await run('new', 'other.quay', '--currency', 'USD', '--company', 'Other Ltd', '--person', 'Mei')
  await add('A')
  expect((await run('restore', 'a.quay', 'other.quay')).err).toContain('Other Ltd')
  expect((await run('restore', 'a.quay', 'nothing.quay')).err).toContain('no longer there')
  expect(await products('a.quay')).toBe(1)
})

test('a damaged book is rescued: whole where only an index broke; else what was lost is said, and it is another book', async () => {
  await run('new', 'a.quay', '--currency', 'USD', '--person', 'Mei')
  for (const sku of ['A', 'B', 'C']) await add(sku)
  const file = join(folder, 'a.quay')
  const healthy = readFileSync(file)
  const rootOf = (name: string) => {
    const book = new Sqlite(file, { readonly: true })
    const page = book.prepare('SELECT rootpage FROM sqlite_schema WHERE name = ?').pluck().get(name) as number
    book.close()
    return page
  }
  const uidOf = (book: string) => {
    const opened = new Sqlite(join(folder, book), { readonly: true })
    const uid = opened.prepare('SELECT uid FROM books').pluck().get()
    opened.close()
    return uid
  }
  const hurt = (page: number) => {
    const bytes = Buffer.from(healthy)
    bytes.fill(0xff, (page - 1) * 4096, page * 4096)
    writeFileSync(join(folder, 'hurt.quay'), bytes)
  }
  const [index, people] = [rootOf('products_by_sku'), rootOf('people')]

  hurt(index)
  const whole = await run('rescue', 'hurt.quay', 'whole.quay')
  expect([whole.code, whole.out]).toEqual([0, expect.stringContaining('Nothing was lost.')])
  expect((await run('check', 'whole.quay')).code).toBe(0)
  expect(uidOf('whole.quay')).toBe(uidOf('a.quay'))

  hurt(people)
  const partly = await run('rescue', 'hurt.quay', 'partly.quay', '--json')
  expect(partly.code).toBe(1)
  const report = JSON.parse(partly.out)
  expect(report.isWhole).toBe(false)
  expect(report.tables.find(({ table }: { table: string }) => table === 'people').gaps).toHaveLength(1)
  expect(await products('partly.quay')).toBe(3)
  expect(uidOf('partly.quay')).not.toBe(uidOf('a.quay'))

  expect((await run('rescue', 'hurt.quay', 'partly.quay')).err).toContain('already')
  writeFileSync(join(folder, 'newer.quay'), healthy)
  const newer = new Sqlite(join(folder, 'newer.quay'))
  newer.exec(
    "INSERT INTO migrations (number, name, checksum, applied_at) VALUES (99990, 'later', '', 0); PRAGMA user_version = 99990",
  )
  newer.close()
  expect((await run('rescue', 'newer.quay', 'nothing.quay')).err).toContain('newer Quayside')
  writeFileSync(join(folder, 'noise.quay'), Buffer.alloc(50_000, 'noise'))
  expect((await run('rescue', 'noise.quay', 'nothing.quay')).err).toContain('Nothing could be read')
  expect(readdirSync(folder).filter((name) => name.startsWith('nothing'))).toEqual([])
})

test('who was erased stays erased: also where the book could not tell any more, or the program ended in the middle', async () => {
  await run('new', 'a.quay', '--currency', 'USD', '--person', 'Mei')
  const party = JSON.stringify({ name: 'Secret Person', roles: ['customer'] })
  const { id } = JSON.parse((await run('call', 'a.quay', 'parties.add', party)).out) as { id: number }
  await run('backup', 'a.quay', 'kept.quay')
  const erasing = await run('call', 'a.quay', 'parties.erase', JSON.stringify({ id, name: 'Secret Person' }))
  expect(erasing.err).toBe('')
  const nameIn = () => {
    const opened = new Sqlite(join(folder, 'a.quay'), { readonly: true })
    const name = opened.prepare('SELECT name FROM parties WHERE id = ?').pluck().get(id)
    opened.close()
    return name
  }
  expect(nameIn()).not.toBe('Secret Person')
  // As a kill right after the backup took its place leaves it.
  copyFileSync(join(folder, 'kept.quay'), join(folder, 'a.quay'))
  expect(nameIn()).toBe('Secret Person')
  await run('restore', 'a.quay', 'kept.quay')
  expect(nameIn()).not.toBe('Secret Person')
  writeFileSync(join(folder, 'a.quay'), readFileSync(join(folder, 'a.quay')).fill(0xff, 100, 8192))
  await run('restore', 'a.quay', 'kept.quay')
  expect(nameIn()).not.toBe('Secret Person')
})
