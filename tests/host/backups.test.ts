// Backups through the running program: made, previewed, put back, by the clock's rules and at the end.
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gunzipSync } from 'node:zlib'
import Sqlite from 'better-sqlite3'
import { afterAll, afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { BackupNotices, BackupPreview, BackupRow, BackupState, PutBack } from '#shared/schemas/backups.ts'
import { dataOf, envelope } from '#tests/api/transport-cases.ts'
import { startHttpHost, type TestHost } from '#tests/support/test-host.ts'

// Each starts the program, some of them twice.
vi.setConfig({ testTimeout: 60_000 })

const root = mkdtempSync(join(tmpdir(), 'quayside-test-'))
afterAll(() => rmSync(root, { recursive: true, force: true }))

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(root, 'host-'))
})

const running: TestHost[] = []
afterEach(async () => {
  for (const host of running.splice(0)) await host.stop()
})
const startHost: typeof startHttpHost = async (options) => {
  const host = await startHttpHost(options)
  running.push(host)
  return host
}

const kept = () => readdirSync(join(folder, 'home', 'Test Trading.quay-backups')).sort()
const causes = () =>
  kept()
    .map((name) => name.replace(/^.*Z /, '').replace('.quay', ''))
    .sort()
const addTo = (host: TestHost) => (sku: string) =>
  dataOf<{ id: number }>(host.call, 'mutation', 'products.add', { sku })
const total = async (host: TestHost) => (await dataOf<{ total: number }>(host.call, 'query', 'products.list', {})).total

test('by hand, previewed, and put back with the present kept', async () => {
  const host = await startHost({ folder, newBook: true })
  const add = addTo(host)
  await add('A')
  await dataOf(host.call, 'mutation', 'host.backups.make', {})
  expect(causes()).toEqual(['by-hand'])
  await add('B')
  const before = await dataOf<BackupState>(host.call, 'query', 'host.backups.state')
  expect(before).toMatchObject({ isUpToDate: false, upgrade: null })
  expect(before.places).toMatchObject([{ kind: 'main', isBesideBook: true, count: 1, failure: null }])
  const [row] = await dataOf<BackupRow[]>(host.call, 'query', 'host.backups.list')
  expect(row).toMatchObject({ cause: 'manual', place: 'main', facts: { lastPerson: 'Mei' } })
  const backup = row?.token ?? ''
  const preview = await dataOf<BackupPreview>(host.call, 'query', 'host.backups.preview', { backup })
  expect(preview).toMatchObject({ companyName: 'Test Trading', since: { operations: 1, people: ['Mei'] } })
  expect(preview.since.kinds).toEqual([{ table: 'products', added: 1, changed: 0, removed: 0 }])
  expect(preview.counts).toContainEqual({ table: 'products', before: 1, now: 2 })
  await dataOf(host.call, 'mutation', 'host.backups.restore', { backup })
  expect(await total(host)).toBe(1)
  expect(causes()).toEqual(['before-restore', 'by-hand'])
  // And back again: the present was kept.
  const present = (await dataOf<BackupRow[]>(host.call, 'query', 'host.backups.list')).find(
    ({ cause }) => cause === 'restore',
  )
  await dataOf(host.call, 'mutation', 'host.backups.restore', { backup: present?.token })
  expect(await total(host)).toBe(2)
  await add('C')
})

test('when the book is closed, once for each state of it', async () => {
  const host = await startHost({ folder, newBook: true })
  await addTo(host)('A')
  await host.stop()
  expect(causes()).toEqual(['quit'])
  const again = await startHost({ folder, args: ['--book', join(folder, 'home', 'Test Trading.quay')] })
  expect(await total(again)).toBe(1)
  await again.stop()
  expect(causes()).toEqual(['quit'])
})

test('a place that cannot be written stops nobody, and is said until it works again', async () => {
  const host = await startHost({ folder, newBook: true })
  const view = await dataOf<{ token: string }>(host.call, 'query', 'host.places.browse', {})
  const stick = await dataOf<{ token: string }>(host.call, 'mutation', 'host.places.makeFolder', {
    folder: view.token,
    name: 'stick',
  })
  await dataOf(host.call, 'mutation', 'host.backups.choosePlace', { place: 'second', folder: stick.token })
  expect(readdirSync(join(folder, 'home', 'stick'))).toHaveLength(1)
  rmSync(join(folder, 'home', 'stick'), { recursive: true })
  await addTo(host)('A')
  await dataOf(host.call, 'mutation', 'host.backups.make', {})
  const { failures } = await dataOf<BackupNotices>(host.call, 'query', 'host.backups.notices')
  expect(failures).toMatchObject([{ place: 'second', folder: 'stick', error: { code: 'backups/no-place' } }])
  expect(await total(host)).toBe(1)
  await dataOf(host.call, 'mutation', 'host.backups.choosePlace', { place: 'second', folder: null })
  expect(await dataOf<BackupNotices>(host.call, 'query', 'host.backups.notices')).toMatchObject({ failures: [] })
  await host.stop()
})

test('no page names a path: backups are made, copied and deleted by tokens that the host gave', async () => {
  const host = await startHost({ folder, newBook: true })
  for (const [path, input] of [
    ['host.backups.restore', { backup: join(folder, 'home', 'Test Trading.quay') }],
    ['host.backups.remove', { backup: '/etc/hosts' }],
    ['inner.backups.put', { file: 'a', backup: 'b', keepDamaged: '' }],
  ] as const) {
    const reply = await host.call(envelope('mutation', path, input))
    expect(reply.ok ? '' : reply.error.code).toMatch(/host\/unknown-place|call\/unknown/)
  }
  await host.stop()
})

test('an upgrade is said, and taken back with one click: the book is closed in the format that it had', async () => {
  const file = join(folder, 'home', 'old.quay')
  mkdirSync(join(folder, 'home'))
  writeFileSync(file, gunzipSync(readFileSync(fileURLToPath(new URL('../db/books/0170.quay.gz', import.meta.url)))))
  const host = await startHost({ folder, args: ['--book', file] })
  const { upgradedAt } = await dataOf<BackupNotices>(host.call, 'query', 'host.backups.notices')
  expect(upgradedAt).not.toBeNull()
  const { upgrade } = await dataOf<BackupState>(host.call, 'query', 'host.backups.state')
  expect(upgrade).toMatchObject({ fromVersion: 170, workSince: 0 })
  await dataOf(host.call, 'mutation', 'host.backups.undoUpgrade', {})
  expect(await dataOf<PutBack>(host.call, 'query', 'host.backups.putBack')).toMatchObject({
    fileName: 'old.quay',
    format: 170,
  })
  const closed = new Sqlite(file, { readonly: true })
  expect(closed.pragma('user_version', { simple: true })).toBe(170)
  closed.close()
  expect(
    readdirSync(join(folder, 'home'))
      .filter((name) => name.startsWith('old.quay'))
      .sort(),
  ).toEqual(['old.quay', 'old.quay-backups'])
})

test('who was erased stays erased when an earlier backup comes back', async () => {
  const host = await startHost({ folder, newBook: true })
  const { id } = await dataOf<{ id: number }>(host.call, 'mutation', 'parties.add', {
    roles: ['customer'],
    name: 'Hugo Example',
  })
  await dataOf(host.call, 'mutation', 'host.backups.make', {})
  await dataOf(host.call, 'mutation', 'parties.erase', { id, name: 'Hugo Example' })
  const [row] = await dataOf<BackupRow[]>(host.call, 'query', 'host.backups.list')
  await dataOf(host.call, 'mutation', 'host.backups.restore', { backup: row?.token })
  const file = join(folder, 'home', 'Test Trading.quay')
  await host.stop()
  const restored = new Sqlite(file, { readonly: true })
  expect(restored.prepare('SELECT name FROM parties WHERE id = ?').pluck().get(id)).not.toContain('Hugo')
  restored.close()
  expect(readFileSync(file).includes('Hugo Example')).toBe(false)
})

test('a backup is looked into without a way to change it, and leads back to the book', async () => {
  const host = await startHost({ folder, newBook: true })
  await addTo(host)('A')
  await dataOf(host.call, 'mutation', 'host.backups.make', {})
  await addTo(host)('B')
  const [row] = await dataOf<BackupRow[]>(host.call, 'query', 'host.backups.list')
  await dataOf(host.call, 'mutation', 'host.backups.look', { backup: row?.token })
  expect(await total(host)).toBe(1)
  const refused = await host.call(envelope('mutation', 'products.add', { sku: 'C' }))
  expect(refused).toMatchObject({ ok: false, error: { code: 'book/read-only', details: { why: 'backup' } } })
  await dataOf(host.call, 'mutation', 'host.backups.backToBook')
  expect(await total(host)).toBe(2)
})
