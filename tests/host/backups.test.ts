// Backups through the running program: made, previewed, put back, by the clock's rules and at the end.
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeEach, expect, test } from 'vitest'
import type { BackupNotices, BackupPreview, BackupRow, BackupState } from '#shared/schemas/backups.ts'
import { dataOf, envelope } from '#tests/api/transport-cases.ts'
import { startHttpHost, type TestHost } from '#tests/support/test-host.ts'

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
