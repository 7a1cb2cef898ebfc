// What every screen says of backups: how long ago the last was made, and when one is overdue.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { backupName } from '#main/domain/backups/backup-name.ts'
import { backupNotices } from '#main/host/backups/backup-notices.ts'
import { type BackupSettingsFile, backupSettingsFile } from '#main/host/backups/backup-settings.ts'
import { type BackupWatch, backupWatch } from '#main/host/backups/backup-watch.ts'
import type { Instant } from '#shared/dates.ts'
import { AppError } from '#shared/errors.ts'
import { type FakeBook, fakeBook } from '#tests/support/fake-held-book.ts'

const root = mkdtempSync(join(tmpdir(), 'quayside-test-'))
afterAll(() => rmSync(root, { recursive: true, force: true }))

const hour = 3_600_000
const start = Date.UTC(2026, 10, 22, 9) as Instant
let now = start
let folder = ''
let book: FakeBook
let settings: BackupSettingsFile
beforeEach(() => {
  now = start
  folder = mkdtempSync(join(root, 'case-'))
  book = fakeBook(join(folder, 'a.quay'))
  settings = backupSettingsFile(folder)
})

function put(place: string, name: string): void {
  mkdirSync(join(folder, place), { recursive: true })
  writeFileSync(join(folder, place, name), '')
}

const said = (waitingSince: Instant | null) => backupNotices({ held: book.held, settings, waitingSince, now })

test('the newest that is called after the book, wherever it lies; others and half ones do not count', () => {
  expect(said(null).last).toEqual({ at: null, isOverdue: false })
  put('a.quay-backups', backupName('a', (start - 5 * hour) as Instant, 'daily'))
  put('a.quay-backups', `${backupName('a', (start - hour) as Instant, 'hourly')}.partial`)
  put('a.quay-backups', backupName('ab', (start - hour) as Instant, 'hourly'))
  put('stick', backupName('a', (start - 2 * hour) as Instant, 'manual'))
  expect(said(null).last?.at).toBe(start - 5 * hour)
  settings.change('uid', () => ({ second: join(folder, 'stick') }))
  expect(said(null).last?.at).toBe(start - 2 * hour)
})

test('work that waits longer than the rules promise is overdue', () => {
  const since = (hours: number) => said((start - hours * hour) as Instant).last?.isOverdue
  expect([since(1), since(3)]).toEqual([false, true])
  const { rules } = settings.read('uid')
  settings.change('uid', () => ({ rules: { ...rules, on: { ...rules.on, hourly: false } } }))
  expect([since(25), since(27)]).toEqual([false, true])
  settings.change('uid', () => ({ rules: { ...rules, on: { quit: true, hourly: false, daily: false } } }))
  expect(since(1000)).toBe(false)
})

test('nothing is said of a book that is only read, nor of a sample that nobody backed up', () => {
  Object.assign(book.held.state, { isSample: true })
  expect(said((start - 9 * hour) as Instant).last).toBe(null)
  put('a.quay-backups', backupName('a', start, 'manual'))
  expect(said((start - 9 * hour) as Instant).last).toEqual({ at: start, isOverdue: false })
  Object.assign(book.held.state, { access: { mode: 'read', reason: 'past' } })
  expect(said(null).last).toBe(null)
})

test('work waits from the first change on until a backup holds it, however often one fails', async () => {
  writeFileSync(join(folder, 'a.quay'), '')
  book.answers.set('inner.backups.fingerprint', () => '1')
  book.answers.set('inner.backups.list', () => [])
  book.answers.set('inner.backups.make', () => null)
  const watch: BackupWatch = backupWatch({
    book: () => book.held,
    settings,
    emit: () => {},
    now: () => now,
    program: '1',
  })
  await watch.make('manual')
  expect(watch.waitingSince()).toBe(null)
  now = (start + hour) as Instant
  watch.hear({ type: 'changed', tables: ['drafts'] })
  expect(watch.waitingSince()).toBe(null)
  watch.hear({ type: 'changed', tables: ['products'] })
  now = (start + 2 * hour) as Instant
  watch.hear({ type: 'changed', tables: ['products'] })
  book.answers.set('inner.backups.make', () => {
    throw new AppError('backups/no-room')
  })
  await watch.tryToMake('hourly')
  expect(watch.waitingSince()).toBe(start + hour)
  book.answers.set('inner.backups.make', () => null)
  await watch.tryToMake('hourly')
  expect(watch.waitingSince()).toBe(null)
  watch.stop()
})
